package org.tipstats.vocabulary.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Texts of the files {@code sample_en.properties} and {@code sample_fr.properties}. */
class BundleTest {

    private static Bundle in(String language) {
        return Bundle.of(BundleTest.class, "sample", language);
    }

    @Test
    void aTextIsReadAsUtf8AndItsPlaceholdersAreFilledIn() {
        assertEquals("Bonjour, été", in("fr").text("greeting"));
        assertEquals("1 item of A", in("en").text("items", Map.of("n", 1, "owner", "A")));
        assertEquals("2 items of {b}", in("en").text("items", Map.of("n", 2, "owner", "{b}")));
        assertEquals("C'est ici", in("fr").text("quoted"));
    }

    @Test
    void englishStandsInForAMissingTextOrLanguage() {
        assertEquals("Only English: 1 item", in("fr").text("only", Map.of("n", 1)));
        assertEquals("Hello", in("ru").text("greeting"));
        assertEquals("ru", in("ru").language());
        assertEquals("Hello", in("xx").text("greeting"));
        assertEquals("en", in("xx").language());
    }

    @Test
    void anUnknownKeyIsNamedWithItsFile() {
        String fault = assertThrows(IllegalArgumentException.class, () -> in("fr").text("no.such.key"))
                .getMessage();
        assertTrue(fault.contains("sample_") && fault.contains("no.such.key"), fault);
        assertEquals(Optional.empty(), in("fr").pattern("no.such.key"));
    }

    @Test
    void patternsAreThoseOfTheLanguageAlone() {
        assertEquals(Set.of("greeting", "items", "quoted"), in("fr").patterns().keySet());
        assertTrue(in("fr").pattern("only").isPresent());
        assertEquals(Map.of(), Bundle.entries(BundleTest.class, "no-such-file.properties"));
    }

    @Test
    void numbersHaveTheDigitsOfTheFiles() {
        assertEquals("12", in("ar").text("items", Map.of("n", 12, "owner", "")).replaceAll("\\D", ""));
        assertTrue(in("ar").isRightToLeft());
        assertFalse(in("zh").isRightToLeft());
    }
}
