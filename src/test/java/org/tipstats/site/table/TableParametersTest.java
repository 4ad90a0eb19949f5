package org.tipstats.site.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.site.frame.Fault;

class TableParametersTest {

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
        TypedAnswers typed = read(new TableParameters(
                "KGZ", null, null, null, null, null, "B5\nC5:D6, 'My sheet'!A1\nhere", null, null, null, null));

        assertEquals(
                List.of("B5", "C5:D6", "'My sheet'!A1"),
                typed.answers().ignored().stream().map(CellRange::toString).toList());
        assertEquals(
                List.of("ignored"), typed.faults().stream().map(Fault::field).toList());
    }

    /** No question asks about these rows again, so the page must repeat the answer itself. */
    @Test
    void rowsThatAnAnswerLeavesOutStayLeftOut() {
        TableParameters form = new TableParameters(
                "KGZ", null, null, null, List.of("ignore:A5:D7"), List.of("true"), "B5\nhere", null, null, null, null);

        assertEquals("B5\nhere\nA5:D7", read(form).leftOut(form));
    }

    @Test
    void aCorrectionNeedsOneCell() {
        TypedAnswers typed = read(new TableParameters(
                "KGZ",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of("B3", "", "B4:C4"),
                List.of("13", "4", "5"),
                null,
                null));

        assertEquals(Map.of(CellRange.parse("B3").orElseThrow(), "13"), typed.corrections());
        assertEquals(
                List.of("correction-2"),
                typed.faults().stream().map(Fault::field).toList());
    }

    @Test
    void theLastCellThatIsNamedIsTheFirstToShow() {
        TableParameters form = new TableParameters(
                null, null, null, null, null, null, null, null, null, List.of("A1", "Sheet2!D24", "nowhere"), null);

        assertEquals("Sheet2!D24", form.firstCell().toString());
        assertNull(TableParameters.first("KGZ", "VICTIMS").firstCell());
        assertTrue(TableParameters.first(null, null).area().isEmpty());
    }

    @Test
    void theRowsOfAHeaderAreOneAnswer() {
        assertEquals("3:4", header("3", "4"));
        assertEquals("3:3", header("3", ""));
        assertEquals("4:4", header("", "4"));
        assertEquals("none", header("", ""), "a table without a header");
    }

    private static String header(String first, String last) {
        TypedAnswers typed = read(OwnTable.form(null, null, null, "header:A2:D5", first, "header-end:A2:D5", last));
        return typed.answers().value("header:A2:D5").orElseThrow();
    }

    @Test
    void partsOfTheFileMayCountDifferentThings() {
        TypedAnswers typed = read(OwnTable.form(
                "several",
                null,
                null,
                "part:0",
                "A3:C5",
                "counts:0",
                "OFFENCES",
                "part:1",
                "A7:C9",
                "counts:1",
                "PERSONS",
                "part:2",
                "A3:C5",
                "counts:2",
                "VICTIMS",
                "part:3",
                "A11:C12",
                "counts:3",
                "ignore",
                "part:4",
                "",
                "counts:4",
                ""));

        assertFalse(typed.hasOpenParts());
        assertTrue(typed.answers().value("dataflow").isEmpty());
        assertEquals(
                Map.of(range("A3:C5"), List.of("OFFENCES", "VICTIMS"), range("A7:C9"), List.of("PERSONS")),
                typed.answers().dataflows());
        assertEquals(4, typed.parts().size(), "an empty line is no part");
    }

    @Test
    void aPartWithoutAnAnswerIsOpenAndAWrongRangeIsAFault() {
        assertTrue(read(OwnTable.form("several", null, null)).hasOpenParts());
        assertTrue(read(OwnTable.form("several", null, null, "part:0", "A3:C5", "counts:0", ""))
                .hasOpenParts());
        TypedAnswers wrong = read(OwnTable.form("several", null, null, "part:0", "above", "counts:0", "VICTIMS"));
        assertEquals(
                List.of(Questions.field("part:0")),
                wrong.faults().stream().map(Fault::field).toList());
        assertFalse(read(OwnTable.form("VICTIMS", null, null, "part:0", "A3:C5", "counts:0", ""))
                .hasOpenParts());
    }

    private static CellRange range(String text) {
        return CellRange.parse(text).orElseThrow();
    }

    private static TypedAnswers read(TableParameters form) {
        return TypedAnswers.of(form, OwnTable.codes(), OwnTable.ENGLISH);
    }
}
