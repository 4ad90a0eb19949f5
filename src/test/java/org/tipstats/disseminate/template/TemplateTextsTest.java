package org.tipstats.disseminate.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.LocalText;

class TemplateTextsTest {

    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

    private static Map<String, String> texts(String language) {
        return Bundle.of(TemplateTexts.class, "template", language).patterns();
    }

    private static Set<String> blanks(String text) {
        return BLANK.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyLanguageHasEveryTextWithTheSameBlanks() {
        Map<String, String> english = texts("en");
        assertTrue(english.size() > 40, english.size() + " texts");
        for (String language : LocalText.LANGUAGES) {
            assertEquals(english.keySet(), texts(language).keySet(), language);
            texts(language).forEach((key, text) -> {
                assertFalse(text.isBlank(), language + " " + key);
                assertEquals(blanks(english.get(key)), blanks(text), language + " " + key);
                Map<String, String> values =
                        blanks(text).stream().collect(Collectors.toMap(name -> name, name -> "X1"));
                String said = new TemplateTexts(language).say(key, values);
                assertEquals(
                        blanks(text).isEmpty(), !said.contains("X1"), language + " " + key + " loses what is put in");
                assertFalse(said.contains("{"), said);
            });
        }
    }

    @Test
    void sheetsHaveNamesThatSpreadsheetsTakeAndNoTwoTheSame() {
        List<String> notes = LocalText.LANGUAGES.stream()
                .map(language -> texts(language).get("sheet.notes"))
                .toList();
        for (String language : LocalText.LANGUAGES) {
            Stream<String> others = Stream.of("sheet.figures", "sheet.examples", "sheet.codes")
                    .map(key -> texts(language).get(key));
            List<String> names = Stream.concat(notes.stream(), others).toList();
            assertEquals(names.size(), Set.copyOf(names).size(), names.toString());
            names.forEach(name -> assertTrue(name.matches("[^/\\\\?*\\[\\]:']{1,31}"), name));
        }
    }

    @Test
    void whatIsSaidToAWrongChoiceIsShownWhole() {
        for (String language : LocalText.LANGUAGES) {
            TemplateTexts texts = new TemplateTexts(language);
            assertTrue(texts.get("choose.title").length() <= 32, language);
            String message = texts.say(
                    "choose.message", Map.of("column", "COUNTERPART_AREA", "sheet", texts.get("sheet.codes")));
            assertTrue(message.length() <= 255, message);
        }
    }

    @Test
    void codesAreIsolatedAmongArabicLetters() {
        assertTrue(new TemplateTexts("ar")
                .say("note.value", Map.of("value", "OBS_VALUE"))
                .startsWith("\u2068OBS_VALUE\u2069"));
        assertTrue(new TemplateTexts("en")
                .say("note.value", Map.of("value", "OBS_VALUE"))
                .startsWith("OBS_VALUE is"));
    }

    @Test
    void arabicLinesRunFromRightToLeftInAnyCell() {
        assertEquals("\u200F\u2067\u0623\u2069\n\u200F\u2067X.\u2069", new TemplateTexts("ar").shown("\u0623\nX."));
        assertEquals("", new TemplateTexts("ar").shown(""));
        assertEquals("X.", new TemplateTexts("fr").shown("X."));
    }
}
