package org.tipstats.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

    private static final List<String> ROLES = List.of("submitter", "reviewer", "publisher", "administrator");

    @Test
    void theNearestWordIsSuggested() {
        assertEquals(List.of("reviewer"), Suggestions.near("reviwer", ROLES));
        assertEquals(List.of("publisher"), Suggestions.near("PUBLISHER ", ROLES));
        assertEquals(List.of("limit"), Suggestions.near("limti", List.of("limit", "cursor")));
    }

    @Test
    void nothingIsSuggestedForWhatIsNearNothing() {
        assertEquals(List.of(), Suggestions.near("king", ROLES));
        assertEquals(List.of(), Suggestions.near(null, ROLES));
        assertEquals(List.of(), Suggestions.near("reviewer".repeat(50), ROLES));
    }

    @Test
    void atMostThreeAreSuggestedTheNearestFirst() {
        assertEquals(List.of("AUT", "AUS", "BUT"), Suggestions.near("AUT", List.of("BUT", "CUT", "AUS", "AUT", "DUT")));
    }
}
