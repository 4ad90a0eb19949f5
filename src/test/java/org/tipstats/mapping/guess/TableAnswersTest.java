package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.mapping.reading.FileTables;

/** Where tables and their headers lie, as a submitter says it. */
class TableAnswersTest {

    /** The name of the office stands where a header could be, and two rows of totals of all crimes below. */
    private static final String TITLED = """
            Victims of trafficking in persons|
            Ministry|Police
            Sex|2019|2020
            Women|12|15
            Men|7|8
            All crimes|900|950
            """;

    private static InventedTable titled() {
        return InventedTable.of(TITLED).victims();
    }

    private static String decisions(InventedTable table) {
        return String.join(
                "\n",
                table.guess().decisions().stream()
                        .filter(each ->
                                List.of(FileTables.HEADER, FileTables.RANGE).contains(each.kind()))
                        .map(each -> each.id() + " = " + each.value())
                        .toList());
    }

    private static String fault(InventedTable table) {
        return String.join(
                "\n",
                table.guess().faults().stream()
                        .map(each -> each.id() + " " + each.wrong() + " " + each.sheet())
                        .toList());
    }

    @Test
    void headerAndRangeAreDecisions() {
        assertEquals("header:A2:C6 = 2:3\nrange:A2:C6 = A2:C6", decisions(titled()));
    }

    @Test
    void aHeaderOfOneRowLeavesTheRowAboveToTheTitles() {
        InventedTable table = titled().answer("header:A2:C6", "3").answer("range:A2:C6", "A2:C5");
        assertEquals("header:A2:C6 = 3:3\nrange:A2:C6 = A2:C5", decisions(table));
        assertEquals("""
                F _T _T 2019 = 12 B4
                F _T _T 2020 = 15 C4
                M _T _T 2019 = 7 B5
                M _T _T 2020 = 8 C5""", table.figures());
        assertEquals("label 2, outside 2", table.leftOut());
        assertEquals("", table.questions());
    }

    @Test
    void columnsBesideTheRangeAreLeftOut() {
        InventedTable table = titled().answer("range:A2:C6", "A2:B5").answer("header:A2:C6", "3:3");
        assertEquals("F _T _T 2019 = 12 B4\nM _T _T 2019 = 7 B5", table.figures());
    }

    @Test
    void aTableMayHaveNoHeader() {
        String text = "Trafficking victims|of the year|2019\nWomen|x|12\nMen|y|7";
        InventedTable table =
                InventedTable.of(text).victims().answer("header:A1:C3", "none").answer("range:A1:C3", "A2:C3");
        assertEquals("header:A1:C3 = none\nrange:A1:C3 = A2:C3", decisions(table));
    }

    @Test
    void twoTablesBecomeOne() {
        String text = """
                Victims of trafficking|2019|2020
                Women|12|15
                Names of the men|first|second
                Men|7|8
                """;
        InventedTable apart = InventedTable.of(text).victims();
        assertEquals(
                "header:A1:C2 = 1:1\nrange:A1:C2 = A1:C2\nheader:A3:C4 = 3:3\nrange:A3:C4 = A3:C4", decisions(apart));
        InventedTable one = apart.answer("range:A1:C2", "A1:C4");
        assertEquals("header:A1:C2 = 1:1\nrange:A1:C2 = A1:C4", decisions(one));
        assertEquals("""
                F _T _T 2019 = 12 B2
                F _T _T 2020 = 15 C2
                M _T _T 2019 = 7 B4
                M _T _T 2020 = 8 C4""", one.figures());
    }

    @Test
    void rowsThatAreCutOffAreATableIfTheyHaveAHeader() {
        String text = """
                Victims of trafficking|2019|2020
                Women|12|15
                Registered offences|2019|2020
                Trafficking in persons|4|5
                """;
        InventedTable one = InventedTable.of(text);
        assertEquals("header:A1:C4 = 1:1\nrange:A1:C4 = A1:C4", decisions(one));
        InventedTable two = one.answer("range:A1:C4", "A1:C2");
        assertEquals(
                "header:A1:C4 = 1:1\nrange:A1:C4 = A1:C2\nheader:A3:C4 = 3:3\nrange:A3:C4 = A3:C4", decisions(two));
        two.dataflows("A1:C2", "VICTIMS", "A3:C4", "OFFENCES")
                .answer("unit", "NUMBER")
                .answer("coverage", "national");
        assertEquals("""
                0204 2019 = 4 B4
                0204 2020 = 5 C4
                F _T _T 2019 = 12 B2
                F _T _T 2020 = 15 C2""", two.figures());
        assertEquals("", two.questions());
        assertEquals("label 4", two.leftOut());
    }

    @Test
    void theSameAnswerAsFoundChangesNothing() {
        InventedTable table = titled().answer("header:A2:C6", "2:3").answer("range:A2:C6", "A2:C6");
        assertEquals(titled().guess().decisions(), table.guess().decisions());
    }

    @Test
    void aWrongRangeIsAFaultAndTheTableStays() {
        assertEquals("range:A2:C6 no-range A1:C6", fault(titled().answer("range:A2:C6", "all")));
        assertEquals("range:A2:C6 reversed A1:C6", fault(titled().answer("range:A2:C6", "C6:A2")));
        assertEquals("range:A2:C6 reversed A1:C6", fault(titled().answer("range:A2:C6", "C2:A6")));
        assertEquals("range:A2:C6 outside A1:C6", fault(titled().answer("range:A2:C6", "A2:C7")));
        assertEquals("range:A2:C6 outside A1:C6", fault(titled().answer("range:A2:C6", "A2:D6")));
        assertEquals("header:A2:C6 = 2:3\nrange:A2:C6 = A2:C6", decisions(titled().answer("range:A2:C6", "A2:C7")));
    }

    @Test
    void aHeaderLiesInTheRangeAboveARow() {
        for (String lines : List.of("1:3", "3:2", "6:6", "7", "top", "0:3", "")) {
            assertEquals("header:A2:C6 header A1:C6", fault(titled().answer("header:A2:C6", lines)), lines);
        }
        assertEquals("header:A2:C6 header A1:C6", fault(titled().answer("range:A2:C6", "A4:C6")));
    }

    @Test
    void noCellBelongsToTwoTables() {
        String text = "Victims of trafficking|2019|2020\nWomen|12|15\nNames|first|second\nMen|7|8";
        InventedTable table =
                InventedTable.of(text).answer("range:A1:C2", "A1:C3").answer("range:A3:C4", "A2:C4");
        assertEquals("range:A3:C4 overlap A1:C4\nheader:A3:C4 header A1:C4".split("\n")[0], fault(table));
    }

    @Test
    void aRangeOfAnotherSheetIsOutside() {
        InventedTable table = InventedTable.of(
                "== A\nVictims of trafficking|2019\nWomen|12\n== B\nVictims of trafficking|2019\nMen|7");
        assertEquals("header:A!A1:B2 = 1:1", decisions(table).split("\n")[0]);
        assertEquals("", fault(table.answer("range:A!A1:B2", "A1:B2")));
        assertEquals("range:A!A1:B2 outside A!A1:B2", fault(table.answer("range:A!A1:B2", "B!A1:B2")));
    }
}
