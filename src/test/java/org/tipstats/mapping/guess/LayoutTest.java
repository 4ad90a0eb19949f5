package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.mapping.saved.MappingApplication;

/**
 * Tables in the layouts that offices publish: with the answers every figure comes back with its cells, without them none.
 * The families of layouts, and a test of each:
 *
 * <ol>
 *   <li>long, Open SDG: {@link #longTableWithBlanksForTotals}, {@link #longTableWithCountsAndRates}
 *   <li>long, series codes: {@link #seriesCodesNeedNoAnswerButTheCoverage}
 *   <li>a year and a value alone: {@link PeriodLayoutTest#yearAndValueAlone}, {@link PeriodLayoutTest#fiscalYearsAreAskedAbout}
 *   <li>measures as columns: {@link #severalMeasuresAreAskedAbout}, {@link #womenBesideGirlsAreAdults}
 *   <li>years across: {@link #yearsAcrossInLongerHeaders}
 *   <li>years across, blocks, three languages: {@link #blocksBySexUnderOneAnother},
 *       {@link FileLayoutTest#namesInThreeLanguagesAreOneName}
 *   <li>blocks under one another: {@link #tablesForEachYearUnderOneAnother}
 *   <li>two rows of headers: {@link #twoRowHeaderWithMergedCells}
 *   <li>crosstab: {@link FileLayoutTest#aCrosstabWithTwoNumbersInItsCellsIsRefused}
 *   <li>regions with totals: {@link RegionLayoutTest#aNationalRowIsTakenInsteadOfItsRegions}, {@link RegionLayoutTest#regionsAddUpToTheCountry}
 *   <li>months across: {@link PeriodLayoutTest#monthsAddUpAndTheirTotalIsNotAddedAgain}; other crimes beside: {@link
 *       TrapTest#otherCrimesAreLeftOut}
 *   <li>no header, parts in words: {@link #aTableWithoutAHeader}, {@link FileLayoutTest#aTextWithTabsAndNoHeader}
 *   <li>messages of another structure: {@link FileLayoutTest#aMessageOfAnotherStructureHasALineForEachFigure}; several
 *       dataflows: {@link #oneSheetForEachTable}
 *   <li>what must not go in: {@link FileLayoutTest#aTableOfAnotherSubjectIsRefused},
 *       {@link FileLayoutTest#anEmptyFormHasNoFigures}; lists of persons: {@code CaseLevelDataTest}
 * </ol>
 *
 * <p>Described by publishers: ODS, PC-Axis, JSON-stat and tabs in {@link FileLayoutTest}; quarters, a sheet for each year,
 * flags, footnotes, Arabic and Chinese headings, and questionnaires here. {@link GuessPropertyTest} has random tables.
 */
class LayoutTest {

    private static final String ALWAYS_ASKED = "coverage\ndataflow\nunit";

    @Test
    void longTableWithBlanksForTotals() {
        String table = "Year|Sex|Age|Units|Value\n2019||||30\n2019|Female|||20\n2019|Male|||10\n"
                + "2019|Female|Under 18|Number of human trafficking victims|7\n2019||0 to 17||12";
        InventedTable victims = InventedTable.of(table).victims();
        assertEquals("""
                F Y0T17 _T 2019 = 7 E5
                F _T _T 2019 = 20 E3
                M _T _T 2019 = 10 E4
                _T Y0T17 _T 2019 = 12 E6
                _T _T _T 2019 = 30 E2""", victims.figures());
        assertEquals("", victims.questions());
        assertEquals("", InventedTable.of(table).figures());
    }

    @Test
    void longTableWithCountsAndRates() {
        String table = "Year|Sex|Units|Value\n2019||Number of victims|30\n2019||Per 100,000 inhabitants|0.4\n"
                + "2019|Female|Number of victims|20\n2019|Female|Per 100,000 inhabitants|0.5";
        InventedTable victims = InventedTable.of(table).victims();
        assertEquals("F _T _T 2019 = 20 D4\n_T _T _T 2019 = 30 D2", victims.figures());
        assertEquals("label 4, rate 2", victims.leftOut());
    }

    @Test
    void seriesCodesNeedNoAnswerButTheCoverage() {
        String table = "SERIES|SEX|AGE|TIME_PERIOD|OBS_VALUE\nVC_HTF_DETV|_T|_T|2019|30\nVC_HTF_DETVSX|F|Y0T17|2019|7";
        InventedTable series = InventedTable.of(table);
        assertEquals("", series.figures());
        assertEquals("coverage\nunit", series.questions());
        series.answer("unit", "NUMBER").answer("coverage", "national");
        assertEquals("F Y0T17 SEX 2019 = 7 E3\n_T _T _T 2019 = 30 E2", series.figures());
    }

    @Test
    void sexesAcross() {
        String table = "Trafficking victims\nYear|Women|Men|Unknown|Total\n2018|5|2|1|8\n2019|6|3|0|9";
        assertEquals("""
                F _T _T 2018 = 5 B3
                F _T _T 2019 = 6 B4
                M _T _T 2018 = 2 C3
                M _T _T 2019 = 3 C4
                _T _T _T 2018 = 8 E3
                _T _T _T 2019 = 9 E4
                _U _T _T 2018 = 1 D3
                _U _T _T 2019 = 0 D4""", InventedTable.of(table).victims().figures());
    }

    @Test
    void womenBesideGirlsAreAdults() {
        String table = "Trafficking victims\nYear|Women|Men|Girls|Boys|Total\n2018|5|2|1|3|11";
        assertEquals("""
                F Y0T17 _T 2018 = 1 D3
                F Y_GE18 _T 2018 = 5 B3
                M Y0T17 _T 2018 = 3 E3
                M Y_GE18 _T 2018 = 2 C3
                _T _T _T 2018 = 11 F3""", InventedTable.of(table).victims().figures());
    }

    @Test
    void partsBesideWhatIsCountedAreNoOtherMeasure() {
        String rows = "\n2018|19|12|4|0.3";
        String parts = "F _T _T 2018 = 12 C2\n_T Y0T17 _T 2018 = 4 D2\n_T _T _T 2018 = 19 B2";
        for (String whole : List.of("Victims", "Detected victims*", "Total victims", "Number of victims")) {
            String header = "Year|" + whole + "|Women|of whom children|Rate per 100 000";
            InventedTable victims = InventedTable.of(header + rows).victims();
            assertEquals("", victims.questions(), whole);
            assertEquals(parts, victims.figures(), whole);
        }
        for (String header : List.of(
                "Cases|Women|Children",
                "Cases of victims|Women|Children",
                "Victims 15+|Women|Children",
                "受害者案件|Women|Children",
                "قضايا الضحايا|Women|Children",
                "Victims|Cases|Women",
                "Victims|Total|Women")) {
            String table = "Trafficking in persons\nYear|" + header + rows.replace("|0.3", "");
            assertEquals("measure", InventedTable.of(table).victims().questions(), header);
        }
    }

    @Test
    void columnsThatNameNoMeasureCanBeChosenByTheirNames() {
        InventedTable victims = InventedTable.of("Trafficking\nYear|Cases|Women|Men\n2018|19|12|4")
                .victims();
        assertEquals(
                List.of("Cases", "Women, Men"),
                victims.guess().questions().get(0).alternatives());
        victims.answer("measure", "Women, Men");
        assertEquals("F _T _T 2018 = 12 C3\nM _T _T 2018 = 4 D3", victims.figures());
        assertEquals("label 1, other-measure 1", victims.leftOut());
        assertEquals("", victims.refusals());
        String next = "Trafficking\nYear|Cases|Men|Women\n2019|20|5|13";
        Guess applied = MappingApplication.of(
                        victims.mapping(), InventedTable.of(next).grid(), InventedTable.SCHEMAS, Answers.NONE)
                .guess();
        assertEquals("F _T _T 2019 = 13 D3\nM _T _T 2019 = 5 C3", InventedTable.figures(applied));
    }

    @Test
    void columnsOfSeveralYearsThatNameNoMeasureAreNamedWithoutTheirYears() {
        InventedTable victims = InventedTable.of("Trafficking\nArea|Cases 2018|Women 2018|Women 2019\nTotal|19|12|4")
                .victims();
        assertEquals(
                List.of("Cases", "Women"), victims.guess().questions().get(0).alternatives());
    }

    @Test
    void confidentialFiguresAreSuppressedAndNotMissing() {
        for (String mark :
                List.of("(c)", "confidential", "保密", "vertraulich", "конфиденциально", "secreto estadístico")) {
            InventedTable victims = InventedTable.of("Year|Women|Men\n2018|19|" + mark + "\n2019|7|n/a\n2020|5|4")
                    .victims();
            assertEquals("", victims.questions(), mark);
            assertEquals(
                    "F _T _T 2018 = 19 B2\nF _T _T 2019 = 7 B3\nF _T _T 2020 = 5 B4\nM _T _T 2018 = Q C2\nM _T _T 2019 = O C3\nM _T _T 2020 = 4 C4",
                    victims.figures(),
                    mark);
        }
    }

    @Test
    void severalMeasuresAreAskedAbout() {
        String table = "Trafficking\nYear|Cases registered|Victims identified|Rate per 100,000\n2018|5|20|0.3";
        InventedTable victims = InventedTable.of(table).victims();
        assertEquals("", victims.figures());
        assertEquals("measure", victims.questions());
        victims.answer("measure", "Victims identified");
        assertEquals("_T _T _T 2018 = 20 C3", victims.figures());
        assertEquals("label 1, other-measure 1, rate 1", victims.leftOut());
    }

    @Test
    void yearsAcrossInLongerHeaders() {
        String table =
                "Human trafficking|Cases Reported - 2018 - (Col. 3)|Cases Reported - 2019 - (Col. 4)\nTotal|12|15";
        assertEquals(
                "0204 2018 = 12 B2\n0204 2019 = 15 C2",
                InventedTable.of(table)
                        .counts("OFFENCES")
                        .answer("measure", "Cases Reported")
                        .figures());
    }

    @Test
    void blocksBySexUnderOneAnother() {
        String table = "Victims of trafficking\n|2018|2019\nWomen\nAdults|5|6\nMinors|1|2\nMen\nAdults|3|4\nMinors|2|0";
        assertEquals("""
                F Y0T17 _T 2018 = 1 B5
                F Y0T17 _T 2019 = 2 C5
                F Y_GE18 _T 2018 = 5 B4
                F Y_GE18 _T 2019 = 6 C4
                M Y0T17 _T 2018 = 2 B8
                M Y0T17 _T 2019 = 0 C8
                M Y_GE18 _T 2018 = 3 B7
                M Y_GE18 _T 2019 = 4 C7""", InventedTable.of(table).victims().figures());
    }

    @Test
    void aGrandTotalAfterTheLastBlockIsNotATotalOfTheBlock() {
        String table =
                "Victims of trafficking\n|2018|2019\nWomen\nAdults|5|6\nMinors|1|2\nMen\nAdults|3|4\nMinors|2|0\nTotal|11|12";
        String figures = InventedTable.of(table).victims().figures();
        assertEquals(10, figures.lines().count(), figures);
        assertEquals(true, figures.contains("_T _T _T 2018 = 11 B9"), figures);
    }

    @Test
    void tablesForEachYearUnderOneAnother() {
        String table = "Victims of trafficking, 2018\nSex|Number\nWomen|5\nMen|3\n\nVictims of trafficking, 2019\n"
                + "Sex|Number\nWomen|6\nMen|4";
        assertEquals("""
                F _T _T 2018 = 5 B3
                F _T _T 2019 = 6 B8
                M _T _T 2018 = 3 B4
                M _T _T 2019 = 4 B9""", InventedTable.of(table).victims().figures());
    }

    @Test
    void twoRowHeaderWithMergedCells() {
        String table =
                "Victims of trafficking\nYear|2018||2019|\n|Women|Men|Women|Men\nSexual exploitation|5|2|6|1\nForced labour|1|4|2|3";
        String expected = """
                F _T LAB 2018 = 1 B5
                F _T LAB 2019 = 2 D5
                F _T SEX 2018 = 5 B4
                F _T SEX 2019 = 6 D4
                M _T LAB 2018 = 4 C5
                M _T LAB 2019 = 3 E5
                M _T SEX 2018 = 2 C4
                M _T SEX 2019 = 1 E4""";
        assertEquals(expected, InventedTable.of(table).victims().figures());
        assertEquals(
                expected, InventedTable.of(table, "B2:C2", "D2:E2").victims().figures());
    }

    @Test
    void mergedLabelsHoldForTheRowsBelow() {
        String table = "Victims of trafficking|Age|2019\nWomen|Adults|5\n|Minors|1\nMen|Adults|2\n|Minors|3";
        String expected = """
                F Y0T17 _T 2019 = 1 C3
                F Y_GE18 _T 2019 = 5 C2
                M Y0T17 _T 2019 = 3 C5
                M Y_GE18 _T 2019 = 2 C4""";
        assertEquals(expected, InventedTable.of(table).victims().figures());
        assertEquals(
                expected, InventedTable.of(table, "A2:A3", "A4:A5").victims().figures());
    }

    @Test
    void aTableWithoutAHeader() {
        String table = "Victims of trafficking, total|12\nWomen|9\nMen|3";
        InventedTable victims = InventedTable.of(table).victims();
        assertEquals("period", victims.questions());
        assertEquals("", victims.figures());
        victims.answer("period", "2020");
        assertEquals("F _T _T 2020 = 9 B2\nM _T _T 2020 = 3 B3\n_T _T _T 2020 = 12 B1", victims.figures());
    }

    @Test
    void oneSheetForEachYear() {
        String table =
                "== 2018\nVictims of trafficking|Number\nWomen|5\nMen|3\n== 2019\nVictims of trafficking|Number\nWomen|6\nMen|4";
        InventedTable victims = InventedTable.of(table).victims();
        assertEquals("", victims.questions());
        assertEquals("""
                F _T _T 2018 = 5 2018!B2
                F _T _T 2019 = 6 2019!B2
                M _T _T 2018 = 3 2018!B3
                M _T _T 2019 = 4 2019!B3""", victims.figures());
    }

    @Test
    void oneSheetForEachTable() {
        String table =
                "== Victims\nVictims of trafficking|2018|2019\nWomen|5|6\nMen|3|4\n== Courts\nConvicted persons|2018|2019\nTotal|2|1";
        InventedTable both = InventedTable.of(table)
                .dataflows("Victims!B2:C3", "VICTIMS", "Courts!B2:C2", "PERSONS")
                .answer("unit", "NUMBER")
                .answer("coverage", "national");
        assertEquals("""
                CONVICTED _T _T 2018 = 2 Courts!B2
                CONVICTED _T _T 2019 = 1 Courts!C2
                F _T _T 2018 = 5 Victims!B2
                F _T _T 2019 = 6 Victims!C2
                M _T _T 2018 = 3 Victims!B3
                M _T _T 2019 = 4 Victims!C3""", both.figures());
    }

    @Test
    void arabicAndChineseHeadings() {
        String arabic = "ضحايا الاتجار بالأشخاص\nالسنة|إناث|ذكور|المجموع\n٢٠١٩|٥|٣|٨";
        String expected = "F _T _T 2019 = 5 B3\nM _T _T 2019 = 3 C3\n_T _T _T 2019 = 8 D3";
        assertEquals(expected, InventedTable.of(arabic).victims().figures());
        String chinese = "人口贩运受害者\n年份|女性|男性|合计\n2019年|5|3|8";
        assertEquals(expected, InventedTable.of(chinese).victims().figures());
    }

    @Test
    void aFilledInQuestionnaire() {
        String table =
                "Questionnaire 2019\nTrafficking in persons|\nA. Victims detected, by sex and age|\n1|Women|5\n2|Men|3\n3|Girls|2\n4|Boys|0\n5|Total|10";
        InventedTable victims = InventedTable.of(table).victims().answer("period", "2019");
        assertEquals("""
                F Y0T17 _T 2019 = 2 C6
                F Y_GE18 _T 2019 = 5 C4
                M Y0T17 _T 2019 = 0 C7
                M Y_GE18 _T 2019 = 3 C5
                _T _T _T 2019 = 10 C8""", victims.figures());
    }
}
