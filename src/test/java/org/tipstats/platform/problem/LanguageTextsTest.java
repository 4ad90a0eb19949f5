package org.tipstats.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.schema.LocalText;

class LanguageTextsTest {

    private static List<String> places(Map<String, String> text) {
        return LanguageTexts.faults("/text", text, 5).stream()
                .map(InputError::pointer)
                .toList();
    }

    @Test
    void englishIsRequiredAndTheOtherLanguagesAreNot() {
        assertEquals(List.of(), places(Map.of("en", "Error")));
        assertEquals(List.of(), places(Map.of("en", "Error", "zh", "勘误")));
        assertEquals(List.of("/text/en"), places(null));
        assertEquals(List.of("/text/en"), places(Map.of("fr", "Faute")));
        assertEquals(List.of("/text/en"), places(Map.of("en", " ")));
    }

    @Test
    void eachLanguageHasALimitAndMustBeKnown() {
        Map<String, String> text = new HashMap<>(Map.of("en", "Errors"));
        assertEquals(List.of("/text/en"), places(text));
        assertEquals(List.of("/text/de"), places(Map.of("en", "Error", "de", "Fehl")));
        assertEquals(List.of("/text/fr"), places(Map.of("en", "Error", "fr", "")));
    }

    @Test
    void aTextIsReadAsItWasWritten() {
        LocalText text = LanguageTexts.of(Map.of("en", " <b>\"One\"</b> ", "ar", "تصويب"));

        assertEquals("<b>\"One\"</b>", text.inLanguage("en"));
        assertEquals(text, LanguageTexts.read(LanguageTexts.write(text)));
    }
}
