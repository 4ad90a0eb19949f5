package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.files.workbook.TestWorkbooks;
import org.tipstats.mapping.saved.MappingApplication;

/** Workbooks as people make them: a sheet for each year, merged cells, and formulas. */
class WorkbookLayoutTest {

    private static final String TABLE = "\nVictims of trafficking|Women|Men\n";

    @Test
    void sheetsNamedByYearsAreFoundAgainInTheNextYear() {
        InventedTable two = InventedTable.of("== 2015" + TABLE + "Under 18|1|2\n18 and over|7|8\n== 2016" + TABLE
                        + "Under 18|3|4\nPolice stations|9|9\n18 and over|5|6")
                .victims()
                .ignore("2016!A3:C3");
        MappingApplication next = applied(
                two,
                "== 2017" + TABLE + "Under 18|11|12\n18 and over|17|18\n== 2016" + TABLE
                        + "Under 18|3|4\nPolice stations|9|9\n18 and over|5|6");
        assertEquals("""
                F Y0T17 _T 2016 = 3 2016!B2
                F Y0T17 _T 2017 = 11 2017!B2
                F Y_GE18 _T 2016 = 5 2016!B4
                F Y_GE18 _T 2017 = 17 2017!B3
                M Y0T17 _T 2016 = 4 2016!C2
                M Y0T17 _T 2017 = 12 2017!C2
                M Y_GE18 _T 2016 = 6 2016!C4
                M Y_GE18 _T 2017 = 18 2017!C3""", InventedTable.figures(next.guess()));
        assertEquals(List.of(), next.drifts());
    }

    @Test
    void aFigureInMergedCellsIsReadOnlyIfItHasOnePlace() {
        String table = "Victims of trafficking\nYear|Women|Men|Total\n2015|7||7\n2016|3|4|8\n2017|5|6|";
        InventedTable wide = InventedTable.of(table, "B3:C3").victims();
        assertEquals("figure-not-used B3", wide.refusals());
        assertEquals(
                "_T _T _T 2015 = 7 D3",
                wide.figures()
                        .lines()
                        .filter(line -> line.contains("2015"))
                        .findFirst()
                        .orElse(""));
        InventedTable tall = InventedTable.of(table, "D4:D5").victims();
        assertEquals("figure-not-used D4", tall.refusals());
        InventedTable heading =
                InventedTable.of(table, "A1:D1", "D3:D3", "D3:F3").victims();
        assertEquals("", heading.refusals());
    }

    @Test
    void theNameOfTheOnlySheetIsATitle() throws IOException {
        String rows = TestWorkbooks.row("Victims of trafficking", "2021") + TestWorkbooks.row("Forced labour", "12");
        InventedTable women = InventedTable.read(TestWorkbooks.zip(TestWorkbooks.xlsx(Map.of("Women", rows))));
        assertEquals("F _T LAB 2021 = 12 B2", women.victims().figures());
        InventedTable other = InventedTable.read(TestWorkbooks.zip(TestWorkbooks.xlsx(Map.of("Table 1", rows))));
        MappingApplication next =
                MappingApplication.of(women.mapping(), other.grid(), InventedTable.SCHEMAS, Answers.NONE);
        assertEquals(
                "[TITLE_GONE Women]",
                next.drifts().stream()
                        .map(drift -> drift.kind() + " " + drift.text())
                        .toList()
                        .toString());
        assertEquals(
                "PERSONS",
                InventedTable.read(TestWorkbooks.zip(TestWorkbooks.xlsx(Map.of(
                                "Suspects", TestWorkbooks.row("Trafficking", "2021") + TestWorkbooks.row("Men", "2")))))
                        .guess()
                        .questions()
                        .get(0)
                        .alternatives()
                        .get(0));
    }

    @Test
    void aFormulaWithoutASavedResultIsAFigureThatIsNotUnderstood() throws IOException {
        String total =
                "<row><c t=\"inlineStr\"><is><t>Total</t></is></c><c><f>B3+B4</f></c><c><f>C3+C4</f><v/></c></row>";
        Map<String, String> sheets = Map.of(
                "Table",
                TestWorkbooks.row("Victims of trafficking")
                        + TestWorkbooks.row("Sex", "2021", "2022")
                        + TestWorkbooks.row("Women", "12", "15")
                        + TestWorkbooks.row("Men", "5", "7")
                        + total);
        InventedTable table = InventedTable.read(TestWorkbooks.zip(TestWorkbooks.xlsx(sheets)));
        assertEquals("figure-not-used B5+C5", table.victims().refusals());
        assertEquals("", table.ignore("B5:C5").refusals());
    }

    @Test
    void aTitleOrAYearThatIsAFormulaWithoutASavedResultLeavesTheOtherFiguresReadable() throws IOException {
        Map<String, String> sheets = Map.of(
                "Table",
                "<row><c><f>A2</f></c></row>"
                        + TestWorkbooks.row("Victims of trafficking")
                        + TestWorkbooks.row("Year", "Women", "Men")
                        + TestWorkbooks.row("2021", "12", "15")
                        + "<row><c><f>A4+1</f></c><c><v>5</v></c><c><v>7</v></c></row>");
        InventedTable victims = InventedTable.read(TestWorkbooks.zip(TestWorkbooks.xlsx(sheets)))
                .victims();
        for (String answer : List.of("", "2022")) {
            victims.answer("word:TIME_PERIOD:=?", answer);
            assertEquals("F _T _T 2021 = 12 B4\nM _T _T 2021 = 15 C4", victims.figures());
            assertEquals("", victims.questions());
            assertEquals("figure-not-used B5+C5", victims.refusals());
        }
    }

    @Test
    void aNameThatIsAFormulaWithoutASavedResultIsNoWordThatAnAnswerExplains() throws IOException {
        Map<String, String> sheets = Map.of(
                "Table",
                TestWorkbooks.row("Victims of trafficking")
                        + TestWorkbooks.row("Sex", "2021")
                        + "<row><c><f>X1</f></c><c><v>12</v></c></row>"
                        + TestWorkbooks.row("Men", "5"));
        InventedTable victims = InventedTable.read(TestWorkbooks.zip(TestWorkbooks.xlsx(sheets)))
                .victims();
        for (String answer : List.of("", "F")) {
            victims.answer("word:SEX:=?", answer);
            assertEquals("M _T _T 2021 = 5 B4", victims.figures());
            assertEquals("", victims.questions());
            assertEquals("figure-not-used B3", victims.refusals());
        }
    }

    private static MappingApplication applied(InventedTable table, String edition) {
        return MappingApplication.of(
                table.mapping(), InventedTable.of(edition).grid(), InventedTable.SCHEMAS, Answers.NONE);
    }
}
