package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures that nobody can read, or that only a careless reader reads. None is left out without a question. */
class UnreadFigureTest {

    private static InventedTable victims(String table, String... merged) {
        return InventedTable.of("Victims of trafficking\n" + table, merged).victims();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "<5", "1O2", "see note", "about 50 women"})
    void aColumnOfMarksOrTextsUnderAYearIsAskedAbout(String text) {
        InventedTable table = victims("Sex|2019|2020|2021\nWomen|12|" + text + "|3\nMen|7|" + text + "|4");
        String expected = text.equals("1O2") ? "several-numbers-in-cell C3+C4" : "ambiguous-marker C3+C4";
        assertEquals(expected, table.refusals());
    }

    /** The upper row of the heading names this column, too. */
    @Test
    void aColumnOfDashesHasTheYearAboveItsNeighbour() {
        InventedTable table = victims("|2019||2020|\n|Women|Men|Women|Men\nForced labour|7|8|4|-\nBegging|1|2|3|-")
                .answer("marker:-", "zero");
        assertEquals("", table.questions());
        assertEquals(
                "M _T LAB 2020 = 0 E4\nM _T OTH_BEG 2020 = 0 E5",
                table.figures()
                        .lines()
                        .filter(line -> line.contains(" = 0"))
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse(""));
    }

    @Test
    void aColumnOfStarsHasMarksOfNotes() {
        assertEquals("", victims("Sex|2019|Mark\nWomen|12|*\nMen|7|*").questions());
    }

    @Test
    void aColumnOfReferencesHasNoFigures() {
        assertEquals(
                "F _T _T 2019 = 5 B3\nM _T _T 2019 = 6 B4",
                victims("Sex|2019|Ref.\nWomen|5|(1)\nMen|6|").figures());
    }

    @Test
    void aRowOfATotalWithoutAFigureIsNoTitle() {
        String rows = "Year|Sex|Number\n2018|Women|8\nTotal|Women|\n2020|Total|5";
        assertEquals("F _T _T 2018 = 8 C3\n_T _T _T 2020 = 5 C5", victims(rows).figures());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "n/a", "confidential"})
    void aLineOfACoverIsNoRowOfFigures(String remark) {
        InventedTable table = InventedTable.of("Female victims of trafficking\nCountry|Austria\nRemarks|" + remark
                        + "\nYear|Number\n2019|5\n2020|6")
                .victims();
        assertEquals("F _T _T 2019 = 5 B5\nF _T _T 2020 = 6 B6", table.figures());
    }

    @Test
    void anEarlierAnswerAboutOneNumberInBracketsHolds() {
        InventedTable table = victims("Sex|2019\nWomen|(7)\nMen|5").answer("marker:(7)", "suppressed");
        assertEquals("", table.questions());
    }

    /** A sentence beside a figure leaves the other figures of its column. */
    @Test
    void aSentenceInPlaceOfAFigureIsAskedAbout() {
        InventedTable table = victims("Year|Victims\n2019|50 (of whom 12 minors)\n2020|60\n2021|70");
        assertEquals("marker:50 (of whom 12 minors)", table.questions());
    }

    @Test
    void wordsForMissingFiguresInTheFirstAndLastRowAreNoHeadings() {
        assertEquals(
                "F _T _T 2019 = O B3\nF _T _T 2020 = O C3\nM _T _T 2019 = 7 B4\nM _T _T 2020 = 2 C4\n"
                        + "_U _T _T 2019 = Q B5\n_U _T _T 2020 = Q C5",
                victims("Sex|2019|2020\nWomen|n/a|n/a\nMen|7|2\nUnknown|confidential|confidential")
                        .figures());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#REF!", "#DIV/0!", "#¡DIV/0!", "#BEZUG!", "#ССЫЛКА!", "#NOM?", "Err:508"})
    void theErrorOfAFormulaIsAFigureThatIsNotUnderstood(String error) {
        InventedTable cell = victims("Sex|2019|2020|2021\nWomen|12|" + error + "|3\nMen|7|5|4");
        assertEquals("figure-not-used C3", cell.refusals());
        assertEquals(5, cell.figures().lines().count());
        assertEquals(
                "figure-not-used C3+C4",
                victims("Sex|2019|2020|2021\nWomen|12|" + error + "|3\nMen|7|" + error + "|4")
                        .refusals());
    }

    @Test
    void aFormulaAloneIsATitleInEachColumn() {
        InventedTable table =
                InventedTable.of("|Victims\n|=?\nYear|Women|Men\n2019|5|6").victims();
        assertEquals("", table.questions());
        assertEquals("F _T _T 2019 = 5 B4\nM _T _T 2019 = 6 C4", table.figures());
    }

    /** Spreadsheets show 15 digits. */
    @Test
    void aSumOfAFormulaIsTheCountThatASpreadsheetShows() {
        assertEquals(
                "F _T _T 2019 = 12 B3\nF _T _T 2020 = 30 C3",
                victims("Sex|2019|2020\nWomen|12|29.999999999999996").figures());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Missing victims", "Confidential victims", "Victims not available"})
    void someVictimsBesideWomenAndMenAreNotAllVictims(String name) {
        InventedTable columns = victims("Year|" + name + "|Women|Men\n2019|11|5|6");
        assertEquals("measure", columns.questions());
        assertEquals("", columns.figures());
        InventedTable rows = victims("Category|2019\n" + name + "|11\nWomen|5\nMen|6");
        assertEquals("F _T _T 2019 = 5 B4\nM _T _T 2019 = 6 B5", rows.figures());
    }

    @Test
    void aColumnOfOneAgeGroupHasNoFigures() {
        assertEquals(
                "F Y0T17 _T 2019 = 5 D3\nM Y0T17 _T 2019 = 6 D4",
                victims("Year|Sex|Group|Number\n2019|Women|<18|5\n2019|Men|<18|6")
                        .figures());
    }

    /** Where a table has one column of figures, such a row looks like a header. */
    @ParameterizedTest
    @CsvSource({"c, Q", "n/a, O", "<5, Q", "(7), 7"})
    void aTextInPlaceOfTheOnlyFigureOfARowIsNoHeading(String text, String read) {
        String masked = "\nWomen|" + text;
        for (String rows :
                List.of(masked + "\nMen|9", "\nMen|9" + masked, "\nMen|9" + masked + "\nUnknown|1", masked)) {
            for (String header : List.of("|2019", "Sex|Number 2019")) {
                InventedTable table =
                        victims(header + rows).answer("marker:<5", "suppressed").answer("marker:(n)", "number");
                assertEquals("", table.questions(), header + rows);
                assertEquals(
                        "F _T _T 2019 = " + read,
                        table.withoutCells().lines().findFirst().orElse(""),
                        header + rows);
                assertEquals(
                        rows.split("Men|Women|Unknown").length - 1,
                        table.figures().lines().count(),
                        header + rows);
            }
        }
    }

    @Test
    void numbersInBracketsAreAskedAboutTogether() {
        InventedTable table = victims("|2019|2020\nWomen|(7)|(1,003)\nMen|(5)|4");
        assertEquals("marker:(n)", table.questions());
        assertEquals("ambiguous-marker B3+C3+B4", table.refusals());
        assertEquals(
                "several-numbers-in-cell B3+B4",
                victims("|2019\nWomen|12 (3)\nMen|5 (2)").refusals());
        assertEquals(
                "F _T _T 2018 = 7 B4\nF _T _T 2019 = 8 C4",
                victims("Sex|2018|2019\n(1)|(2)|(3)\nWomen|7|8").figures());
    }

    /** Texts such as "5 persons" are no numbers, so the file would end without a figure and without a word. */
    @Test
    void aTableWithoutFiguresIsRefused() {
        InventedTable table = InventedTable.of("Victims\nYear|Victims\n2018|5 persons\n2019|7 persons");
        assertEquals("", table.victims().questions());
        assertEquals("empty-file", table.refusals());
    }
}
