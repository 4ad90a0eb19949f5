package org.tipstats.site.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.mappings.GuessedFile;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.table.TablePage.FlowFigures;
import org.tipstats.site.table.TablePage.LayoutRow;
import org.tipstats.site.table.TablePage.PartRow;
import org.tipstats.site.table.TablePage.Question;
import org.tipstats.site.table.TablePage.Submitted;

class LayoutQuestionsTest {

    private static final String TWO_TABLES = """
            Trafficking in persons in Kyrgyzstan
            Registered offences,2020,2021,2022
            Offences of trafficking in persons,9,12,15

            Detected victims,2020,2021,2022
            Women,5,7,8
            Men,1,3,2
            """;

    private static LayoutRow onlyTable(TableParameters form) {
        GuessedFile file = OwnTable.guess(OwnTable.VICTIMS, form);
        List<LayoutRow> tables =
                new LayoutQuestions(OwnTable.onPage(file)).tables(answers(form).answers());
        assertEquals(1, tables.size());
        return tables.get(0);
    }

    private static TypedAnswers answers(TableParameters form) {
        return TypedAnswers.of(form, OwnTable.codes(), OwnTable.ENGLISH);
    }

    @Test
    void theHeaderAndTheRangeOfATableAreFilledIn() {
        LayoutRow table = onlyTable(OwnTable.form(null, null, null));
        assertEquals("2", table.first().value());
        assertEquals("2", table.last().value());
        assertEquals("A2:D5", table.range().value());
        assertFalse(table.isChanged());
    }

    @Test
    void whatIsSentUnchangedChangesNothing() {
        assertFalse(onlyTable(OwnTable.form(
                        null, null, null, "header:A2:D5", "2", "header-end:A2:D5", "2", "range:A2:D5", "A2:D5"))
                .isChanged());
    }

    @Test
    void anotherRangeIsShownAsItWasTyped() {
        LayoutRow changed = onlyTable(OwnTable.form(null, null, null, "range:A2:D5", "A2:C5"));
        assertEquals("A2:C5", changed.range().value());
        assertTrue(changed.isChanged());
        LayoutRow wrong = onlyTable(OwnTable.form(null, null, null, "range:A2:D5", "A2:C99"));
        assertEquals("A2:C99", wrong.range().value());
        assertFalse(wrong.isChanged());
        LayoutRow none = onlyTable(
                OwnTable.form(null, null, null, "header:A2:D5", "", "header-end:A2:D5", "", "range:A2:D5", "A3:D5"));
        assertEquals("", none.first().value());
        assertEquals("", none.last().value());
    }

    @Test
    void eachTableIsAskedAboutWhereTheTablesCountDifferentThings() {
        TableParameters form = OwnTable.form("several", "NUMBER", "national");
        List<PartRow> parts = parts(form);
        assertEquals(
                List.of("A2:D3", "A5:D7", "", ""),
                parts.stream().map(part -> part.range().value()).toList());
        assertEquals(
                List.of(true, true, false, false),
                parts.stream().map(PartRow::isOpen).toList());
        Question question = dataflow(form);
        assertTrue(question.isOpen());
        assertEquals(
                List.of("several"),
                question.choices().stream()
                        .filter(Choice::chosen)
                        .map(Choice::value)
                        .toList());
    }

    @Test
    void theFiguresAreShownByDataflow() {
        TableParameters form = OwnTable.form(
                "several",
                "NUMBER",
                "national",
                "part:0",
                "A2:D3",
                "counts:0",
                "OFFENCES",
                "part:1",
                "A5:D7",
                "counts:1",
                "VICTIMS",
                "word:OFFENCE:Offences of trafficking in persons",
                "0204");
        assertFalse(dataflow(form).isOpen());
        Submitted submitted = new SubmittedFigures(OwnTable.onPage(OwnTable.guess(TWO_TABLES, form))).of(true);
        assertTrue(submitted.isOfSeveral());
        assertEquals(
                List.of("OFFENCES", "VICTIMS"),
                submitted.flows().stream().map(FlowFigures::id).toList());
        assertEquals(
                List.of(3, 6),
                submitted.flows().stream().map(flow -> flow.figures().size()).toList());
        assertEquals("figure-4", submitted.flows().get(1).figures().get(0).id());
    }

    @Test
    void oneAnswerForTheFileNeedsNoParts() {
        assertEquals(List.of(), parts(OwnTable.form("VICTIMS", null, null)));
    }

    private static List<PartRow> parts(TableParameters form) {
        GuessOnPage page = OwnTable.onPage(OwnTable.guess(TWO_TABLES, form));
        return new LayoutQuestions(page).parts(form, answers(form).parts());
    }

    private static Question dataflow(TableParameters form) {
        GuessOnPage page = OwnTable.onPage(OwnTable.guess(TWO_TABLES, form));
        return new Questions(page, parts(form))
                .all().stream()
                        .filter(question -> question.kind().equals("dataflow"))
                        .findFirst()
                        .orElseThrow();
    }
}
