package org.tipstats.validate.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class SentencesTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));
    private static final List<Long> NUMBERS = List.of(0L, 1L, 2L, 3L, 5L, 11L, 21L, 100L, 1_000_000L);
    private static final Pattern LATIN_WORD = Pattern.compile("(?<![\\p{L}])[a-z]{3,}(?![\\p{L}])");
    /** Modes of submission and file name endings, which all languages use unchanged. */
    private static final Set<String> KEPT = Set.of("merge", "replace", "xlsx");

    private static Sentences in(String language) {
        return new Sentences(
                RuleTexts.in(language),
                SCHEMAS.dataflow("VICTIMS").orElseThrow().structure());
    }

    private static Finding finding(String rule, String column, String value, Map<String, Object> parameters) {
        return finding(rule, column, value, parameters, List.of());
    }

    private static Finding finding(
            String rule, String column, String value, Map<String, Object> parameters, List<String> suggestions) {
        Finding.Column place = column == null ? null : Finding.Column.at(column, 2);
        return new Finding(rule, Severity.ERROR, 12345, 3, place, value, parameters, suggestions, Map.of(), List.of());
    }

    private static String cells(String language, int cells) {
        return in(language).message(finding("ragged-row", null, null, Map.of("cells", cells, "columns", 7)));
    }

    @Test
    void wordsFollowTheirNumber() {
        assertEquals("La ligne 12345 comporte 0 cellule, alors que l’en-tête en comporte 7.", cells("fr", 0));
        assertEquals("La ligne 12345 comporte 2 cellules, alors que l’en-tête en comporte 7.", cells("fr", 2));
        assertEquals("La línea 12345 tiene 1 celda, pero el encabezado tiene 7.", cells("es", 1));
        assertEquals("На строке 12345 — 21 ячейка, а в заголовке — 7.", cells("ru", 21));
        assertEquals("На строке 12345 — 3 ячейки, а в заголовке — 7.", cells("ru", 3));
        assertEquals("На строке 12345 — 11 ячеек, а в заголовке — 7.", cells("ru", 11));
        assertEquals("第 12345 行有 3 个单元格，而标题行有 7 个。", cells("zh", 3));
        String arabic = "السطر \u206812345\u2069 فيه %s، أما عددها في صف العناوين فهو \u20687\u2069.";
        assertEquals(arabic.formatted("خليتان"), cells("ar", 2));
        assertEquals(arabic.formatted("3 خلايا"), cells("ar", 3));
        assertEquals(arabic.formatted("11 خلية"), cells("ar", 11));
    }

    @Test
    void valuesStandBetweenTheQuotationMarksOfTheLanguage() {
        Finding finding = finding("unknown-code", "SEX", "W", Map.of());
        assertEquals("\"W\" is not a code of SEX.", in("en").message(finding));
        assertEquals("«\u00A0W\u00A0» n’est pas un code de SEX.", in("fr").message(finding));
        assertEquals("“W” no es un código de SEX.", in("es").message(finding));
        assertEquals("Кода «W» в SEX нет.", in("ru").message(finding));
        assertEquals("«\u2068W\u2069» ليس من رموز \u2068SEX\u2069.", in("ar").message(finding));
        assertEquals("“W”不是 SEX 的代码。", in("zh").message(finding));
    }

    @Test
    void choicesHaveTheNamesAndTheListsOfTheLanguage() {
        Finding finding = finding("unknown-code", "SEX", "W", Map.of(), List.of("F", "M", "X"));
        assertEquals("Use F (Female), M (Male), or X, whichever is correct.", in("en").fix(finding));
        assertEquals("Utiliser F (Femmes), M (Hommes) ou X, selon ce qui est voulu.", in("fr").fix(finding));
        assertEquals("Utilice F (Mujeres), M (Hombres) o X, según lo que se quiera indicar.", in("es").fix(finding));
        assertEquals(
                "Используйте F (Женщины), M (Мужчины) или X — в зависимости от того, что имелось в виду.",
                in("ru").fix(finding));
        assertEquals("请根据实际含义使用 F（女性）、M（男性）或X。", in("zh").fix(finding));
        assertEquals(
                "يرجى استعمال \u2068\u2068F\u2069 (إناث) أو \u2068M\u2069 (ذكور) أو \u2068X\u2069\u2069، حسب المقصود.",
                in("ar").fix(finding));
    }

    @Test
    void figuresAreGroupedAsTheLanguageDoesAndKeepTheirDigits() {
        Map<String, Object> parameters = Map.of(
                "dimension",
                "SEX",
                "code",
                "_T",
                "total",
                12345L,
                "sum",
                "60-64",
                "difference",
                23456L,
                "unknown",
                "_U");
        Finding finding = finding("sum-below-total", "OBS_VALUE", "12345", parameters);
        assertTrue(in("fr").message(finding).contains(" 12\u202F345\u00A0: 23\u202F456 au moins "));
        assertTrue(in("es").message(finding).contains(" 12.345: al menos 23.456 "));
        assertTrue(in("ar").message(finding).contains("\u206812,345\u2069"), in("ar").message(finding));
        assertTrue(in("ar").message(finding).contains("\u206860-64\u2069"));
        for (String language : List.of("en", "fr", "es", "ru", "ar", "zh")) {
            assertTrue(in(language).fix(finding).contains("23456"), language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ru", "ar", "zh"})
    void everySentenceIsWholeWhateverIsPutIn(String language) {
        Sentences sentences = in(language);
        RuleTexts.in(language).all().forEach((key, pattern) -> {
            String[] parts = key.split("\\.", 3);
            if (parts[1].equals("message") || parts[1].equals("fix")) {
                for (Map<String, Object> parameters : standIns(new MessagePattern(pattern))) {
                    parameters.put("variant", parts.length == 3 ? parts[2] : "");
                    Finding finding = finding(parts[0], "SEX", "ABC-1", parameters);
                    String sentence = parts[1].equals("message") ? sentences.message(finding) : sentences.fix(finding);
                    assertWhole(language, key, sentence);
                }
            }
        });
    }

    /** Returns arguments for a pattern: every number with every word that selects a text. */
    private static List<Map<String, Object>> standIns(MessagePattern pattern) {
        Set<String> words = new TreeSet<>(Set.of("XYZ"));
        Map<String, ArgType> types = new TreeMap<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            Part part = pattern.getPart(i);
            if (part.getType() == Part.Type.ARG_START) {
                types.merge(pattern.getSubstring(pattern.getPart(i + 1)), part.getArgType(), SentencesTest::stricter);
            } else if (part.getType() == Part.Type.ARG_SELECTOR) {
                words.add(pattern.getSubstring(part));
            }
        }
        words.removeIf(word -> word.startsWith("=") || word.equals("other"));
        List<Long> numbers = types.containsValue(ArgType.PLURAL) ? NUMBERS : NUMBERS.subList(2, 3);
        return numbers.stream()
                .flatMap(number -> words.stream().map(word -> standIns(types, number, word)))
                .toList();
    }

    private static ArgType stricter(ArgType one, ArgType other) {
        return one == ArgType.NONE ? other : one;
    }

    private static Map<String, Object> standIns(Map<String, ArgType> types, Long number, String word) {
        Map<String, Object> values = new HashMap<>();
        types.forEach((name, type) -> values.put(
                name,
                switch (type) {
                    case SELECT -> word;
                    case NONE -> "ABC-1";
                    default -> number;
                }));
        return values;
    }

    private static void assertWhole(String language, String key, String sentence) {
        String place = language + " " + key + ": " + sentence;
        assertTrue(sentence.matches("(?s).*[^ ][.\u3002]"), place);
        assertFalse(sentence.matches("(?s).*([{}#]|null|  | \\.|[\\p{Nd}&&[^0-9]]).*"), place);
        if (language.equals("ar")) {
            assertEquals(
                    sentence.chars().filter(c -> c == '\u2068').count(),
                    sentence.chars().filter(c -> c == '\u2069').count(),
                    place);
            assertFalse(sentence.contains("\u2068\u2069"), place);
            assertFalse(sentence.matches(".*[^\u2068]ABC-1.*|.*ABC-1[^\u2069].*"), place);
        } else {
            assertFalse(sentence.matches(".*[\u2066-\u2069].*"), place);
        }
        if (Set.of("ru", "ar", "zh").contains(language)) {
            LATIN_WORD.matcher(sentence).results().forEach(word -> assertTrue(KEPT.contains(word.group()), place));
        }
    }
}
