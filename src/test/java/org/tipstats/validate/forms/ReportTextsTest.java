package org.tipstats.validate.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.LocalText;

class ReportTextsTest {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)[,}]");

    private static Map<String, String> texts(String language) {
        return Bundle.of(ReportTexts.class, "report", language).patterns();
    }

    @Test
    void everyLanguageHasEveryText() {
        Set<String> keys = texts("en").keySet();
        assertTrue(keys.size() > 60, keys.size() + " texts");
        for (String language : LocalText.LANGUAGES) {
            assertEquals(keys, texts(language).keySet(), language);
            texts(language).forEach((key, text) -> assertFalse(text.isBlank(), language + " " + key));
        }
    }

    @Test
    void everyTextHasTheSameParametersAndTheNumbersOfItsLanguage() {
        Map<String, String> english = texts("en");
        for (String language : LocalText.LANGUAGES) {
            Set<String> numbers = PluralRules.forLocale(new ULocale(language)).getKeywords();
            texts(language).forEach((key, text) -> {
                assertEquals(parameters(english.get(key)), parameters(text), language + " " + key);
                new MessageFormat(text, new ULocale(language));
                if (text.contains("plural") && !text.contains("=0")) {
                    numbers.forEach(number -> assertTrue(text.contains(number + " {"), language + " " + key));
                }
            });
        }
    }

    private static Set<String> parameters(String text) {
        return PARAMETER
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void numbersHaveTheDigitsOfTheFiles() {
        ReportTexts arabic = new ReportTexts("ar");
        assertEquals("خطآن", arabic.count("count.error", 2));
        assertEquals("3 أخطاء", arabic.count("count.error", 3));
        assertTrue(arabic.isRightToLeft());
        assertEquals("5 ошибок", new ReportTexts("ru").count("count.error", 5));
        assertEquals("1,234 errors", new ReportTexts("en").count("count.error", 1_234));
    }

    @Test
    void aLanguageWithoutTextsGetsTheEnglishOnes() {
        assertEquals("en", new ReportTexts("xx").language());
        assertEquals("1 error", new ReportTexts("xx").count("count.error", 1));
    }

    @Test
    void aSeparatorHasItsName() {
        ReportTexts texts = new ReportTexts("en");
        assertEquals("semicolon", texts.delimiter(";"));
        assertEquals("^", texts.delimiter("^"));
        assertEquals("[U+202E]", texts.delimiter("\u202E"));
    }
}
