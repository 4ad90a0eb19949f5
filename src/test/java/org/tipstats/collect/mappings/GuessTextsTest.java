package org.tipstats.collect.mappings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.grid.Sheet.Addressing;
import org.tipstats.mapping.grid.Sheet.Row;
import org.tipstats.mapping.guess.Decision;
import org.tipstats.mapping.guess.Decision.Level;
import org.tipstats.mapping.guess.Decision.Reason;
import org.tipstats.mapping.guess.Guess.AnswerFault;
import org.tipstats.mapping.reading.TableLayout.Wrong;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class GuessTextsTest {

    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));
    private static final Grid GRID = new Grid(List.of(new Sheet(
            "",
            Addressing.CELLS,
            List.of(new Row(1, new String[] {"Geschlecht", "2021"}), new Row(2, new String[] {"", "Summe"})),
            List.of())));

    private static Set<String> blanks(String text) {
        return BLANK.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Decision open(String id) {
        return new Decision(id, id.split(":")[0], List.of("A1"), null, Level.ASK, Reason.UNKNOWN, List.of());
    }

    @Test
    void everyLanguageHasEveryTextWithTheSameBlanks() {
        for (String name : List.of("guess", "readings")) {
            Map<String, String> english =
                    Bundle.of(GuessTexts.class, name, "en").patterns();
            for (String language : LocalText.LANGUAGES) {
                Map<String, String> texts =
                        Bundle.of(GuessTexts.class, name, language).patterns();
                assertEquals(english.keySet(), texts.keySet(), language);
                texts.forEach(
                        (key, text) -> assertEquals(blanks(english.get(key)), blanks(text), language + " " + key));
            }
        }
    }

    @Test
    void everyReasonForADecisionHasAText() {
        Set<String> keys = Bundle.of(GuessTexts.class, "guess", "en").patterns().keySet();
        Arrays.stream(Reason.values())
                .forEach(reason ->
                        assertTrue(keys.contains("because." + reason.name().toLowerCase(Locale.ROOT)), reason.name()));
    }

    @Test
    void everyRuleThatRefusesFiguresHasItsText() {
        GuessTexts texts = GuessTexts.in("en", SCHEMAS);
        for (String rule : List.of(
                "ambiguous-marker",
                "duplicate-key",
                "empty-file",
                "figure-not-used",
                "not-national",
                "rate-not-count",
                "several-numbers-in-cell",
                "subject-unknown",
                "sum-with-gap")) {
            assertFalse(texts.refusal(rule, List.of("A1")).contains(rule), rule);
        }
    }

    @Test
    void everyAnswerThatCannotBeUsedHasItsRemedy() {
        CellRange sheet = CellRange.parse("A1:H60").orElseThrow();
        for (Wrong wrong : Wrong.values()) {
            String text =
                    GuessTexts.in("en", SCHEMAS).fault(new AnswerFault("range:A1:B2", "A1:Z9", wrong.word(), sheet));
            assertTrue(text.contains("A1:Z9"), text);
        }
    }

    @Test
    void aQuestionQuotesTheTextOfItsCell() {
        GuessTexts texts = GuessTexts.in("en", SCHEMAS);
        assertEquals(
                "Which code of \"Sex\" does \"Frauen: alle\" stand for?",
                texts.question(open("word:SEX:Frauen: alle"), GRID));
        assertEquals("What does the column \"Geschlecht\" contain?", texts.question(open("column:A1"), GRID));
        assertEquals(
                "Shall the rows that begin with \"Summe\" be left out?", texts.question(open("ignore:A2:B2"), GRID));
        Decision brackets =
                new Decision("marker:(n)", "marker", List.of("B1"), null, Level.ASK, Reason.UNKNOWN, List.of());
        assertEquals("What do numbers in brackets mean, such as \"2021\"?", texts.question(brackets, GRID));
        assertEquals("What does \"-\" mean in place of a figure?", texts.question(open("marker:-"), GRID));
        assertEquals("Which year does \"FY 21\" stand for?", texts.question(open("word:TIME_PERIOD:FY 21"), GRID));
    }

    @Test
    void textsOfTheFileKeepTheirDirectionInArabic() {
        String question = GuessTexts.in("ar", SCHEMAS).question(open("word:SEX:Frauen"), GRID);
        assertTrue(question.contains("\u2068Frauen\u2069"), question);
    }

    @Test
    void aReasonOrRuleThatIsNewHasAGeneralText() {
        GuessTexts texts = GuessTexts.in("en", SCHEMAS);
        assertEquals("Left out for another reason", texts.leftOut("something-new"));
        assertTrue(texts.refusal("something-new", List.of("A1")).contains("something-new"));
        assertFalse(texts.question(open("something-new:A1"), GRID).isBlank());
    }
}
