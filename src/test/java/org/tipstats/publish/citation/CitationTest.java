package org.tipstats.publish.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.schema.LocalText;

/** Citations of releases. */
@Isolated("changes the locale of the process")
class CitationTest {

    private static Citation citation(String title) {
        return citation(Map.of("en", title));
    }

    private static Citation citation(Map<String, String> titles) {
        Instant publishedAt = Instant.parse("2026-02-03T23:59:59Z");
        return Citation.of(
                new ReleaseReference("2016-1", new LocalText(titles), publishedAt, "abc123", 1, true),
                "The Agency",
                "https://example.org");
    }

    @Test
    void aReleaseIsCitedInSixLanguages() {
        Citation citation = citation("Victims 2016");
        assertEquals(
                List.of("en", "fr", "es", "ru", "ar", "zh"),
                List.copyOf(citation.texts().keySet()));
        assertEquals(
                "The Agency (2026): Victims 2016. Release 2016-1, published on 2026-02-03, SHA-256 abc123."
                        + " https://example.org/api/v1/releases/2016-1",
                citation.texts().get("en"));
        citation.texts().forEach((language, text) -> {
            for (String part : List.of("The Agency", "2026", "Victims 2016", "2016-1", "abc123", citation.url())) {
                assertTrue(text.contains(part), language + " lacks " + part);
            }
        });
    }

    @Test
    void aSentenceHasTheTitleOfItsLanguageAndElseTheEnglishOne() {
        Citation citation = citation(Map.of("en", "Victims 2016", "zh", "2016年受害者"));
        assertTrue(citation.texts().get("zh").contains("2016年受害者"));
        assertTrue(citation.texts().get("ru").contains("Victims 2016"));
        assertTrue(citation.bibtex().contains("title = {{Victims 2016}},"));
    }

    @Test
    void aTitleWithAFullStopHasNoSecondOneBehindIt() {
        Map<String, String> texts =
                citation(Map.of("en", "Victims 2016.", "zh", "2016年受害者。")).texts();
        assertTrue(texts.get("en").contains("Victims 2016. Release"), texts.get("en"));
        assertTrue(texts.get("zh").contains("2016年受害者。版本 "), texts.get("zh"));
    }

    /** After Arabic letters, a browser shows the parts of 2026-02-03 from right to left. */
    @Test
    void idAndDateKeepTheirOrderInTextFromRightToLeft() {
        String text = citation("Victims 2016").texts().get("ar");
        assertTrue(text.contains("\u20682016-1\u2069"), text);
        assertTrue(text.contains("\u20682026-02-03\u2069"), text);
    }

    @Test
    void titlesMayHaveSignsThatTexAndPatternsTakeForCommands() {
        Citation citation = citation("100 % of A & B's {x} \\cmd_1 'a' {url}");
        assertTrue(
                citation.bibtex()
                        .contains("title = {{100 \\% of A \\& B's \\{x\\} {\\textbackslash}cmd\\_1 'a' \\{url\\}}},"),
                citation.bibtex());
        assertTrue(citation.texts().get("fr").contains("100 % of A & B's {x} \\cmd_1 'a' {url}"));
    }

    @Test
    void theDefaultLocaleChangesNothing() {
        String expected = citation("Victims 2016").bibtex();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(expected, citation("Victims 2016").bibtex());
        } finally {
            Locale.setDefault(before);
        }
        assertTrue(expected.contains("year = {2026},"), expected);
    }

    @Test
    void aReferenceManagerGetsADataset() {
        Map<String, Object> item = citation("Victims 2016").csl();
        assertEquals("dataset", item.get("type"));
        assertEquals(Map.of("date-parts", List.of(List.of(2026, 2, 3))), item.get("issued"));
        assertEquals("https://example.org/api/v1/releases/2016-1", item.get("URL"));
    }
}
