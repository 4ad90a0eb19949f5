package org.tipstats.site.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.table.TableForm.TypedAnswers;

class TableFormTest {

    @Test
    void anEmptyFieldIsNoAnswer() {
        TypedAnswers typed = read(OwnTable.form("", null, null, "word:SEX:Zorblax", " ", "marker:-", ""));

        assertEquals(Map.of(), typed.answers().values());
        assertEquals(List.of(), typed.faults());
    }

    @Test
    void theNameOfACodeCountsAsTheCode() {
        TypedAnswers typed = read(OwnTable.form("VICTIMS", "NUMBER", "national", "word:SEX:Zorblax", "female"));

        assertEquals("F", typed.answers().value("word:SEX:Zorblax").orElseThrow());
        assertEquals("VICTIMS", typed.answers().value("dataflow").orElseThrow());
        assertEquals("NUMBER", typed.answers().value("unit").orElseThrow());
        assertEquals("national", typed.answers().value("coverage").orElseThrow());
    }

    @Test
    void aTextThatIsNoCodeAndNoYearIsAFaultOfItsField() {
        TypedAnswers typed = read(OwnTable.form(null, null, null, "word:SEX:Zorblax", "green", "period", "last"));

        assertEquals(
                List.of(Questions.field("word:SEX:Zorblax"), Questions.field("period")),
                typed.faults().stream().map(Fault::field).toList());
        assertEquals(Map.of(), typed.answers().values());
    }

    @Test
    void rowsAreLeftOutOrExplained() {
        TypedAnswers typed = read(OwnTable.form(null, null, null, "ignore:A5:D7", "true", "row:Zorblax", "SEX:_U"));

        assertEquals(
                List.of("A5:D7"),
                typed.answers().ignored().stream().map(CellRange::toString).toList());
        assertEquals("_U", typed.answers().value("word:SEX:Zorblax").orElseThrow());
    }

    @Test
    void cellsToLeaveOutStandInLinesOrBetweenCommas() {
        TypedAnswers typed = read(
                new TableForm("KGZ", null, null, null, null, null, "B5\nC5:D6, 'My sheet'!A1\nhere", null, null, null));

        assertEquals(
                List.of("B5", "C5:D6", "'My sheet'!A1"),
                typed.answers().ignored().stream().map(CellRange::toString).toList());
        assertEquals(
                List.of("ignored"), typed.faults().stream().map(Fault::field).toList());
    }

    /** No question asks about these rows again, so the page must repeat the answer itself. */
    @Test
    void rowsThatAnAnswerLeavesOutStayLeftOut() {
        TableForm form = new TableForm(
                "KGZ", null, null, null, List.of("ignore:A5:D7"), List.of("true"), "B5\nhere", null, null, null);

        assertEquals("B5\nhere\nA5:D7", form.leftOut(read(form)));
    }

    @Test
    void aCorrectionNeedsOneCell() {
        TypedAnswers typed = read(new TableForm(
                "KGZ", null, null, null, null, null, null, List.of("B3", "", "B4:C4"), List.of("13", "4", "5"), null));

        assertEquals(Map.of(CellRange.parse("B3").orElseThrow(), "13"), typed.corrections());
        assertEquals(
                List.of("correction-2"),
                typed.faults().stream().map(Fault::field).toList());
    }

    @Test
    void theLastCellThatIsNamedIsTheFirstToShow() {
        TableForm form = new TableForm(
                null, null, null, null, null, null, null, null, null, List.of("A1", "Sheet2!D24", "nowhere"));

        assertEquals("Sheet2!D24", form.firstCell().toString());
        assertNull(TableForm.first("KGZ", "VICTIMS").firstCell());
        assertTrue(TableForm.first(null, null).area().isEmpty());
    }

    private static TypedAnswers read(TableForm form) {
        return form.read(OwnTable.codes(), OwnTable.ENGLISH);
    }
}
