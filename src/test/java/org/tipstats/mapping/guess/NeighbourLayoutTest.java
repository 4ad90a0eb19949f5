package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that stand beside each other on one sheet. */
class NeighbourLayoutTest {

    private static final String LEFT = "F _T _T 2019 = 12\nF _T _T 2020 = 10\nM _T _T 2019 = 7\nM _T _T 2020 = 6\n";
    private static final String RIGHT =
            "_T _T LAB 2019 = 10\n_T _T LAB 2020 = 8\n_T _T SEX 2019 = 9\n_T _T SEX 2020 = 8";

    private static InventedTable victims(String table) {
        return InventedTable.of("Victims of trafficking\n" + table).victims();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Year|Women|Men||Form|2019|2020\n2019|12|7||Sexual exploitation|9|8\n2020|10|6||Forced labour|10|8",
                "Year|Women|Men|||2019|2020\n2019|12|7||Sexual exploitation|9|8\n2020|10|6||Forced labour|10|8",
                "Year|Women|Men||No.|Form|2019|2020\n2019|12|7||1|Sexual exploitation|9|8\n2020|10|6||2|Forced labour|10|8",
                "Form|2019|2020||Year|Women|Men\nSexual exploitation|9|8||2019|12|7\nForced labour|10|8||2020|10|6",
                "By sex||||By form\nYear|Women|Men||Form|2019|2020\n2019|12|7||Sexual exploitation|9|8\n"
                        + "2020|10|6||Forced labour|10|8",
                "Year|Women|Men||Form|2019|2020\n1|2|3||4|5|6\n2019|12|7||Sexual exploitation|9|8\n"
                        + "2020|10|6||Forced labour|10|8",
                "Year|Women|Men\n2019|12|7||Form|2019|2020\n2020|10|6||Sexual exploitation|9|8\n||||Forced labour|10|8"
            })
    void theNamesOfATableSayNothingAboutTheFiguresOfTheOneBesideIt(String both) {
        InventedTable table = victims(both);
        assertEquals("", table.questions());
        assertEquals("", table.refusals());
        assertEquals(LEFT + RIGHT, table.withoutCells());
    }

    @Test
    void eachOfTwoTablesHasATitleOfItsOwn() {
        assertEquals(
                "F _T SEX 2019 = 9 B4\nF _T SEX 2020 = 8 C4\nM _T SEX 2019 = 1 F4\nM _T SEX 2020 = 2 G4",
                victims(
                                "Women||||Men\nForm|2019|2020||Form|2019|2020\nSexual exploitation|9|8||Sexual exploitation|1|2")
                        .figures());
    }

    @Test
    void aBlankColumnWithinATableDoesNotEndIt() {
        assertEquals(
                "F _T _T 2019 = 1960 C3\nM _T _T 2019 = 1984 E3\n_T _T _T 2019 = 3944 F3",
                victims("Year||Women||Men|Total|||Remarks\n2019||1960||1984|3944|||checked")
                        .figures());
    }

    /** The names after the blank column do not name the rows. */
    @ParameterizedTest
    @ValueSource(strings = {"Remark", "Source", "Status"})
    void aColumnOfRemarksBeforeATotalBeginsNoTable(String name) {
        InventedTable table =
                victims("Year|Women|Men||" + name + "|Total\n2019|12|7||estimated|19\n2020|10|6||provisional|16");
        assertEquals("", table.questions());
        assertEquals(LEFT + "_T _T _T 2019 = 19\n_T _T _T 2020 = 16", table.withoutCells());
    }

    @Test
    void aNumberThatNobodyUnderstandsIsNoLabelOfTheTableBesideIt() {
        InventedTable table =
                victims("Year|Women|Men\n2019|12|7\n2020|10|#REF!||Form|2019|2020\n2021|9|5||Forced labour|10|8");
        assertEquals("figure-not-used C4", table.refusals());
    }

    /** Without a blank column between them nobody knows where the first table ends. */
    @Test
    void rowsOfOtherYearsThanTheColumnsAreTwoTables() {
        InventedTable table =
                victims("Year|Women|Form|2019|2020\n2019|12|Sexual exploitation|9|8\n2020|10|Forced labour|10|8");
        assertEquals("", table.figures());
        assertEquals("figure-not-used B3+D3+E3+B4+D4+E4", table.refusals());
        assertEquals(
                "F _T _T 2019 = 12 B3\nF _T _T 2020 = 10 B4",
                table.answer("range:A2:E4", "A2:B4").figures());
        assertEquals("label 2, outside 6", table.leftOut());
    }

    @Test
    void anAnswerMovesOneOfTwoTablesAndAMappingKeepsBoth() {
        InventedTable table = victims(
                        "By sex||||By form\nYear|Women|Men||Form|2019|2020\n2019|12|7||Sexual exploitation|9|8\n"
                                + "2020|10|6||Forced labour|10|8")
                .answer("range:A3:C5", "A3:C4");
        assertEquals("F _T _T 2019 = 12\nM _T _T 2019 = 7\n" + RIGHT, table.withoutCells());
        assertEquals("", table.refusals());
        assertEquals(2, table.mapping().tables().size());
    }
}
