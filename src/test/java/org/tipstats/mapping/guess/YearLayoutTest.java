package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Years across the columns of a table, and fiscal years. */
class YearLayoutTest {

    @Test
    void fiscalYearsAreAskedAbout() {
        String table = "Victims of trafficking\nYear|Value\n2016/17|4\n2017/18|6";
        InventedTable victims = InventedTable.of(table).victims();
        assertEquals("", victims.figures());
        assertEquals("word:TIME_PERIOD:2016/17\nword:TIME_PERIOD:2017/18", victims.questions());
        victims.answer("word:TIME_PERIOD:2016/17", "2016").answer("word:TIME_PERIOD:2017/18", "2017");
        assertEquals("_T _T _T 2016 = 4 B3\n_T _T _T 2017 = 6 B4", victims.figures());
    }

    @Test
    void fiscalYearsInAHeaderAreAskedAbout() {
        String table = "Victims of trafficking|2016/17|2017-18\nWomen|4|6\nMen|1|2";
        InventedTable victims = InventedTable.of(table).victims();
        assertEquals("", victims.figures());
        assertEquals("word:TIME_PERIOD:2016/17\nword:TIME_PERIOD:2017-18", victims.questions());
        victims.answer("word:TIME_PERIOD:2016/17", "2016").answer("word:TIME_PERIOD:2017-18", "2017");
        assertEquals(
                "F _T _T 2016 = 4 B2\nF _T _T 2017 = 6 C2\nM _T _T 2016 = 1 B3\nM _T _T 2017 = 2 C3",
                victims.figures());
    }

    @Test
    void aSingleYearAfterAWordForFiscalIsAskedAbout() {
        for (String year : List.of("FY2019", "FY 2019", "Fiscal year 2019", "Exercice 2019", "Año fiscal 2019")) {
            InventedTable victims = InventedTable.of("Victims of trafficking|" + year + "\nWomen|4")
                    .victims();
            assertEquals("word:TIME_PERIOD:" + year, victims.questions());
            assertEquals("", victims.figures(), year);
            victims.answer("word:TIME_PERIOD:" + year, "2018");
            assertEquals("F _T _T 2018 = 4 B2", victims.figures(), year);
        }
    }

    @Test
    void fiscalYearsDownAColumnAreAskedAndGoIn() {
        InventedTable table = InventedTable.of("Victims\nYear|Victims\nFY2018|5\nExercice 2019|7")
                .victims();
        assertEquals("period\nword:TIME_PERIOD:Exercice 2019\nword:TIME_PERIOD:FY2018", table.questions());
        table.answer("word:TIME_PERIOD:Exercice 2019", "2019").answer("word:TIME_PERIOD:FY2018", "2018");
        assertEquals("", table.questions());
        assertEquals("_T _T _T 2018 = 5 B3\n_T _T _T 2019 = 7 B4", table.figures());
    }

    @Test
    void yearsThatRepeatForEachGroupOfColumnsAreNoFigures() {
        for (String first : List.of("Form|Women||Men|\n|", "|Women||Men|\nForm|")) {
            assertEquals(
                    "F _T SEX 2019 = 20\nF _T SEX 2020 = 18\nM _T SEX 2019 = 15\nM _T SEX 2020 = 12",
                    InventedTable.plainFigures(
                            "Victims\n" + first + "2019|2020|2019|2020\nSexual exploitation|20|18|15|12"));
        }
    }

    @Test
    void oneYearBelowEachHeadingIsNoFigure() {
        assertEquals(
                "F _T SEX 2019 = 20\nM _T SEX 2019 = 15",
                InventedTable.plainFigures("Victims\nForm|Women|Men\n|2019|2019\nSexual exploitation|20|15"));
    }

    @Test
    void yearsAcrossTheColumnsMayFall() {
        assertEquals(
                "F _T _T 2019 = 15\nF _T _T 2020 = 18\nF _T _T 2021 = 20",
                InventedTable.plainFigures("Victims\nSex|2021|2020|2019\nWomen|20|18|15"));
        assertEquals(
                "F _T _T 2019 = 18\nF _T _T 2020 = 20",
                InventedTable.plainFigures("Victims\nSex|2020|2019\nWomen|20|18"));
        assertEquals(
                "F _T _T 2019 = 18\nF _T _T 2020 = 20\nM _T _T 2019 = 12\nM _T _T 2020 = 15",
                InventedTable.plainFigures("Victims\n|Women||Men|\n|2020|2019|2020|2019\nTotal|20|18|15|12"));
    }

    @Test
    void twoYearsAloneAreTheHeaderOfTheFiguresBelowThem() {
        String women = "Victims women\n2018|2019\n10|12\n";
        assertEquals(
                "F _T _T 2018 = 10\nF _T _T 2019 = 12\nM _T _T 2018 = 3\nM _T _T 2019 = 4",
                InventedTable.plainFigures(women + "Victims men\n2018|2019\n3|4"));
        assertEquals(
                "_T _T _T 2018 = 2019\n_T _T _T 2019 = 150",
                InventedTable.plainFigures("Victims\n2018|2019\n2019|150"));
    }

    @Test
    void aMarkBesideAFiscalYearIsNoMeasure() {
        InventedTable victims = InventedTable.of("Victims of trafficking\n|2015/16|2016/17 p\nWomen|4|6\nMen|1|2")
                .victims();
        assertEquals("word:TIME_PERIOD:2015/16\nword:TIME_PERIOD:2016/17 p", victims.questions());
        victims.answer("word:TIME_PERIOD:2015/16", "2015").answer("word:TIME_PERIOD:2016/17 p", "2016");
        assertEquals(
                "F _T _T 2015 = 4 B3\nF _T _T 2016 = 6 C3\nM _T _T 2015 = 1 B4\nM _T _T 2016 = 2 C4",
                victims.figures());
    }

    /** The titles of an office that counts from July. */
    @Test
    void aFiscalYearInATitleIsAskedAbout() {
        for (String title :
                new String[] {"Victims of trafficking, fiscal year 2019", "Victimes de la traite, exercice 2019"}) {
            InventedTable table =
                    InventedTable.of(title + "\nSex|Victims\nWomen|5\nMen|2").victims();
            assertEquals("period", table.questions());
            assertEquals(
                    "F _T _T 2019 = 5\nM _T _T 2019 = 2",
                    table.answer("period", "2019").withoutCells());
        }
    }
}
