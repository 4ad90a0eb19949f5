package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Years and shorter periods in the layouts of offices. See {@link LayoutTest} for the families of layouts. */
class PeriodLayoutTest {

    @Test
    void yearAndValueAlone() {
        InventedTable offences = InventedTable.of("Human trafficking\nYear|Value\n2018|4\n2019|6")
                .counts("OFFENCES");
        assertEquals("0204 2018 = 4 B3\n0204 2019 = 6 B4", offences.figures());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017*",
                "2017 *",
                "2017\u00B9",
                "2017 (p)",
                "2017p",
                "2017 1)",
                "2017 (1)",
                "2017 p/",
                "2017 (*)",
                "2017 (provisional)",
                "2017 provisoire",
                "2017 (dato provisional)",
                "2017 (предварительные данные)",
                "2017 (أولية)",
                "2017(初步)"
            })
    void aMarkBesideAYearIsNoMeasure(String marked) {
        InventedTable victims = InventedTable.of("Victims of trafficking\n|2016|" + marked + "\nWomen|4|6\nMen|1|2")
                .victims();
        assertEquals("", victims.questions());
        assertEquals(
                "F _T _T 2016 = 4 B3\nF _T _T 2017 = 6 C3\nM _T _T 2016 = 1 B4\nM _T _T 2017 = 2 C4",
                victims.figures());
    }

    @Test
    void aWordBeforeAYearMayBeAMeasure() {
        InventedTable victims = InventedTable.of("Victims of trafficking\n|P 2016|R 2016\nWomen|4|6\nMen|1|2")
                .victims();
        assertEquals("measure", victims.questions());
        assertEquals(
                "F _T _T 2016 = 6 C3\nM _T _T 2016 = 2 C4",
                victims.answer("measure", "R").figures());
    }

    @Test
    void yearsInAHeadingMayHaveArabicDigits() {
        InventedTable victims = InventedTable.of("ضحايا الاتجار بالأشخاص\nالسنة|٢٠١٦|٢٠١٧|٢٠١٨*\nإناث|٦٥|٧١|٨٠")
                .victims();
        assertEquals("", victims.questions());
        assertEquals("F _T _T 2016 = 65 B3\nF _T _T 2017 = 71 C3\nF _T _T 2018 = 80 D3", victims.figures());
    }

    @Test
    void allYearsMayHaveMarks() {
        InventedTable victims = InventedTable.of("Victims of trafficking\nSex|2015*|2016*|2017\u00B9\nWomen|4|6|8")
                .victims();
        assertEquals("", victims.questions());
        assertEquals("F _T _T 2015 = 4 B3\nF _T _T 2016 = 6 C3\nF _T _T 2017 = 8 D3", victims.figures());
    }

    /** A single month of a report: the first of its months. */
    @Test
    void aSingleNumberedYearIsNoYear() {
        assertEquals(
                "",
                InventedTable.of("Victims\nMonth|Victims\n1. 2018|4").victims().figures());
    }

    @Test
    void monthsAddUpAndTheirTotalIsNotAddedAgain() {
        String months = "January|February|March|April|May|June|July|August|September|October|November|December";
        String table = "Victims of trafficking\nYear|" + months + "|Total\n2019|1|2|3|4|5|6|7|8|9|10|11|12|78";
        assertEquals("_T _T _T 2019 = 78 N3", InventedTable.of(table).victims().figures());
        String without = "Victims of trafficking\nYear|" + months + "\n2019|1|2|3|4|5|6|7|8|9|10|11|12";
        assertEquals(
                "_T _T _T 2019 = 78 B3+C3+D3+E3+F3+G3+H3+I3+J3+K3+L3+M3",
                InventedTable.of(without).victims().figures());
    }

    @Test
    void anUnfinishedYearNeedsItsCoverage() {
        String table = "Victims of trafficking\nYear|January|February|March\n2019|1|2|3";
        InventedTable victims = InventedTable.of(table).victims();
        assertEquals("", victims.figures());
        assertEquals("sum-with-gap B3+C3+D3", victims.refusals());
        victims.param("TIME_COVERAGE", "2019-01/2019-03");
        assertEquals("_T _T _T 2019 = 6 B3+C3+D3", victims.figures());
    }

    @Test
    void quartersAddUp() {
        String table = "Victims of trafficking\n|2019 Q1|2019 Q2|2019 Q3|2019 Q4\nWomen|1|2|3|4\nMen|0|1|0|1";
        assertEquals(
                "F _T _T 2019 = 10 B3+C3+D3+E3\nM _T _T 2019 = 2 B4+C4+D4+E4",
                InventedTable.of(table).victims().figures());
    }

    /** Eight months and the four quarters that contain them are twelve parts, but no year. */
    @Test
    void monthsAndQuartersDoNotAddUpTogether() {
        InventedTable victims = InventedTable.of(
                        "Victims of trafficking\nYear|January|February|March|April|May|June|July"
                                + "|August|Q1|Q2|Q3|Q4\n2019|1|1|1|1|1|1|1|1|3|3|3|3")
                .victims();
        assertEquals("", victims.figures());
        assertEquals("sum-with-gap B3+C3+D3+E3+F3+G3+H3+I3+J3+K3+L3+M3", victims.refusals());
    }

    @Test
    void aHalfOfAYearIsNoYear() {
        String table = "Victims of trafficking|January-June 2019\nWomen|1\nMen|2";
        assertEquals("", InventedTable.of(table).victims().figures());
    }

    @Test
    void aDateInAHeadingIsAMonthOrADay() {
        String months =
                "01/2019|02/2019|03/2019|04/2019|05/2019|06/2019|07/2019|08/2019|09/2019|10/2019|11/2019|12/2019";
        assertEquals(
                "F _T _T 2019 = 12 B3+C3+D3+E3+F3+G3+H3+I3+J3+K3+L3+M3",
                InventedTable.of("Victims\n|" + months + "\nWomen" + "|1".repeat(12))
                        .victims()
                        .figures());
        for (String part : List.of(
                "03/2018|03/2019",
                "30.06.2018|30.06.2019",
                "2018-06-30|2019-06-30",
                "2018/03|2019/03",
                "30.06.2019|31.12.2019")) {
            assertEquals(
                    "",
                    InventedTable.of("Victims\n|" + part + "\nWomen|5|3")
                            .victims()
                            .figures(),
                    part);
        }
        for (String years : List.of("31.12.2018|31.12.2019", "2018-01-01|2019-01-01")) {
            assertEquals(
                    "F _T _T 2018 = 5 B3\nF _T _T 2019 = 3 C3",
                    InventedTable.of("Victims\n|" + years + "\nWomen|5|3")
                            .victims()
                            .figures(),
                    years);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|2019|2020*\nTotal|10|4\n* until June",
                "|2019|2020*\nTotal|10|4\n\n* January to June",
                "|2019|2020 1)\nTotal|10|4\n\n1) first half",
                "* jusqu'en juin\n|2019|2020*\nTotal|10|4",
                "|2019|2020*\nTotal|10|4\n* Revised data, January to March",
                "|2019|2020*\nTotal|10|4\n* Revised data of the first half",
                "Year|Total\n2019|10\n2020*|4\n* до июня",
                "年份|合计\n2019|10\n2020*|4\n* 截至6月"
            })
    void aYearWhoseNoteNamesAPartOfItIsLeftOut(String table) {
        InventedTable victims =
                InventedTable.of("Victims of trafficking\n" + table).victims();
        assertEquals("_T _T _T 2019 = 10", victims.figures().replaceAll(" \\S+$", ""));
        assertTrue(victims.guess().ledger().leftOut().containsKey("part-of-year"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* revised in June",
                "* Revised in March and June",
                "* Mis à jour en mars et en juin",
                "* provisional",
                "** until June",
                "until June",
                "* until 31 December",
                "* Provisional data, 1 January to 31 December"
            })
    void otherNotesLeaveTheYearAsItIs(String note) {
        assertEquals(
                "_T _T _T 2019 = 10 B3\n_T _T _T 2020 = 4 C3",
                InventedTable.of("Victims of trafficking\n|2019|2020*\nTotal|10|4\n" + note)
                        .victims()
                        .figures());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|Victims\nWomen|\n2019|12\n2020|14\nMen|\n2019|5\n2020|3",
                "Year|Victims\nWomen|\n2019|12\n2020|14\nMen|\n2019|5\n2020|3",
                "Victims|\n2019|\nWomen|12\nMen|5\n2020|\nWomen|14\nMen|3"
            })
    void namesBetweenYearsOrYearsBetweenNamesAreOfTheRowsBelow(String table) {
        assertEquals(
                "F _T _T 2019 = 12\nF _T _T 2020 = 14\nM _T _T 2019 = 5\nM _T _T 2020 = 3",
                InventedTable.plainFigures(table));
    }

    @Test
    void theYearOfATotalIsThatOfItsParts() {
        assertEquals(
                "F _T _T 2019 = 12\nF _T _T 2020 = 14\nM _T _T 2019 = 5\nM _T _T 2020 = 3"
                        + "\n_T _T _T 2019 = 17\n_T _T _T 2020 = 17",
                InventedTable.plainFigures("|Victims\n2019|17\nWomen|12\nMen|5\n2020|17\nWomen|14\nMen|3"));
    }

    @Test
    void yearsDownTheFirstColumnMayHaveNumbersOrTheirLastDay() {
        for (String years : List.of(
                "2018|2019",
                "1. 2018|2. 2019",
                "1) 2018|2) 2019",
                "2018-12-31|2019-12-31",
                "31.12.2018|31.12.2019",
                "31 December 2018|31 December 2019",
                "31 декабря 2018|31 декабря 2019")) {
            String[] year = years.split("\\|");
            String rows = year[0] + "|14\n" + year[1] + "|15";
            String expected = "_T _T _T 2018 = 14\n_T _T _T 2019 = 15";
            assertEquals(expected, InventedTable.plainFigures("Victims\n" + rows), years);
            assertEquals(expected, InventedTable.plainFigures("Victims\nDate|Number\n" + rows), years);
        }
    }

    @Test
    void monthsAndOtherDaysAreNoYears() {
        for (String months : List.of(
                "1. 2018|2. 2018",
                "2. 2018|3. 2019",
                "1.2018|2.2019",
                "2018-12-31|2019-06-30",
                "2018-12-31|2019-01-01")) {
            String[] month = months.split("\\|");
            InventedTable table = InventedTable.of("Victims\nDate|Number\n" + month[0] + "|14\n" + month[1] + "|15")
                    .victims();
            assertEquals("", table.figures(), months);
        }
    }
}
