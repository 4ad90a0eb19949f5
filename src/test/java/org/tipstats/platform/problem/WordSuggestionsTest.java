package org.tipstats.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordSuggestionsTest {

    private static final List<String> ROLES = List.of("submitter", "reviewer", "publisher", "administrator");

    @Test
    void theNearestWordIsSuggested() {
        assertEquals(List.of("reviewer"), WordSuggestions.near("reviwer", ROLES));
        assertEquals(List.of("publisher"), WordSuggestions.near("PUBLISHER ", ROLES));
        assertEquals(List.of("limit"), WordSuggestions.near("limti", List.of("limit", "cursor")));
    }

    @Test
    void nothingIsSuggestedForWhatIsNearNothing() {
        assertEquals(List.of(), WordSuggestions.near("king", ROLES));
        assertEquals(List.of(), WordSuggestions.near(null, ROLES));
        assertEquals(List.of(), WordSuggestions.near("reviewer".repeat(50), ROLES));
    }

    @Test
    void atMostThreeAreSuggestedTheNearestFirst() {
        assertEquals(
                List.of("AUT", "AUS", "BUT"), WordSuggestions.near("AUT", List.of("BUT", "CUT", "AUS", "AUT", "DUT")));
    }
}
