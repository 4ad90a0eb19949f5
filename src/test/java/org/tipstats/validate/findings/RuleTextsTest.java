package org.tipstats.validate.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the texts of the six languages with one another. */
class RuleTextsTest {

    /** The plural forms of each language, as the plural rules of CLDR name them. */
    private static final Map<String, Set<String>> FORMS = Map.of(
            "en", Set.of("one", "other"),
            "fr", Set.of("one", "many", "other"),
            "es", Set.of("one", "many", "other"),
            "ru", Set.of("one", "few", "many", "other"),
            "ar", Set.of("zero", "one", "two", "few", "many", "other"),
            "zh", Set.of("other"));

    private static final RuleTexts ENGLISH = RuleTexts.in("en");

    private static boolean isPattern(String key) {
        return key.contains(".message") || key.contains(".fix");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "es", "ru", "ar", "zh"})
    void everyLanguageHasExactlyTheKeysOfEnglish(String language) {
        assertEquals(ENGLISH.all().keySet(), RuleTexts.in(language).all().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "es", "ru", "ar", "zh"})
    void everySentenceNamesWhatTheEnglishOneNames(String language) {
        RuleTexts.in(language).all().forEach((key, text) -> {
            String english = ENGLISH.all().get(key);
            if (isPattern(key)) {
                assertEquals(
                        new TreeSet<>(new MessageFormat(english).getArgumentNames()),
                        new TreeSet<>(new MessageFormat(text).getArgumentNames()),
                        key);
                assertEquals(choices(english), choices(text), key);
            } else {
                assertFalse(text.contains("{"), key);
            }
        });
    }

    /** Returns the arguments that select a text in a pattern, with their words. */
    private static Map<String, Set<String>> choices(String text) {
        MessagePattern pattern = new MessagePattern(text);
        Map<String, Set<String>> choices = new TreeMap<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            if (isArgument(pattern, i, ArgType.SELECT)) {
                String name = pattern.getSubstring(pattern.getPart(i + 1));
                choices.computeIfAbsent(name, key -> new TreeSet<>()).addAll(selectors(pattern, i));
            }
        }
        return choices;
    }

    private static boolean isArgument(MessagePattern pattern, int part, ArgType type) {
        return pattern.getPartType(part) == Part.Type.ARG_START
                && pattern.getPart(part).getArgType() == type;
    }

    /** Returns the words before the branches of an argument, without those of arguments inside the branches. */
    private static Set<String> selectors(MessagePattern pattern, int start) {
        Set<String> selectors = new TreeSet<>();
        int end = pattern.getLimitPartIndex(start);
        for (int i = start + 1; i < end; i++) {
            if (pattern.getPartType(i) == Part.Type.ARG_SELECTOR) {
                selectors.add(pattern.getSubstring(pattern.getPart(i)));
            } else if (pattern.getPartType(i) == Part.Type.MSG_START) {
                i = pattern.getLimitPartIndex(i);
            }
        }
        return selectors;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ru", "ar", "zh"})
    void everyNumberHasTheFormsOfItsLanguage(String language) {
        RuleTexts.in(language).all().forEach((key, text) -> {
            MessagePattern pattern = isPattern(key) ? new MessagePattern(text) : new MessagePattern("");
            for (int i = 0; i < pattern.countParts(); i++) {
                if (isArgument(pattern, i, ArgType.PLURAL)) {
                    Set<String> named = selectors(pattern, i);
                    named.removeIf(selector -> selector.startsWith("="));
                    boolean onlyToldApart = named.equals(Set.of("other")) && !showsNumber(pattern, i);
                    assertEquals(onlyToldApart ? Set.of("other") : FORMS.get(language), named, key);
                }
            }
        });
    }

    private static boolean showsNumber(MessagePattern pattern, int start) {
        for (int i = start; i < pattern.getLimitPartIndex(start); i++) {
            if (pattern.getPartType(i) == Part.Type.REPLACE_NUMBER) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "es", "ru", "ar", "zh"})
    void everyTextOfSeveralWordsIsTranslated(String language) {
        RuleTexts.in(language).all().forEach((key, text) -> {
            assertFalse(text.isBlank(), key);
            if (ENGLISH.all().get(key).matches("(?s).*\\p{L}{2}.* .*\\p{L}{2}.*")) {
                assertNotEquals(ENGLISH.all().get(key), text, key);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "es", "ru", "ar", "zh"})
    void noApostropheCanHidePartsOfAPattern(String language) {
        RuleTexts.in(language).all().forEach((key, text) -> assertFalse(text.contains("'"), key));
    }

    @Test
    void aLanguageWithoutTextsGetsTheEnglishOnes() {
        assertEquals("Unknown code", RuleTexts.in("xx").title("unknown-code"));
        assertEquals("Code inconnu", RuleTexts.in("fr").title("unknown-code"));
    }

    @Test
    void reasonsAreTextsThatCanBeShownAsTheyAre() {
        for (String language : FORMS.keySet()) {
            RuleTexts.in(language).all().keySet().stream()
                    .filter(key -> key.endsWith(".reason"))
                    .map(key -> RuleTexts.in(language).reason(key.replace(".reason", "")))
                    .forEach(reason -> assertTrue(reason.matches("[^{}]+[.\u3002]") && !reason.contains("''"), reason));
        }
    }
}
