package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in which a careless reader finds figures that are not there. */
class TrapTest {

    private static String victims(String table) {
        return InventedTable.of("Victims of trafficking\n" + table).victims().figures();
    }

    private static String refusals(String table) {
        return InventedTable.of("Victims of trafficking\n" + table).victims().refusals();
    }

    /** The word is also the French one for the number of a row. */
    @Test
    void aNumberOfCasesIsNoNumberOfARow() {
        InventedTable victims = InventedTable.of(
                        "Víctimas de trata 2017\nSexo|Número|%\nMujeres|71|88,8\nHombres|9|11,2")
                .victims();
        assertEquals("", victims.questions());
        assertEquals("F _T _T 2017 = 71 B3\nM _T _T 2017 = 9 B4", victims.figures());
    }

    @Test
    void aPercentSignInAHeadingIsNoMarkForAMissingFigure() {
        InventedTable victims = InventedTable.of("Víctimas de trata 2017\n|Número|%\nMujeres|71|88,8\nHombres|9|11,2")
                .victims();
        assertEquals("", victims.questions());
        assertEquals("F _T _T 2017 = 71 B3\nM _T _T 2017 = 9 B4", victims.figures());
    }

    /** Numbers of rows may have gaps where another column has the figures. */
    @ParameterizedTest
    @CsvSource({"Número,1,2,3", "No.,11,12,13", "Numero,1,2,5", "No.,101,205,309"})
    void aNumberOfARowIsNoNumberOfCases(String name, String first, String second, String third) {
        InventedTable victims = InventedTable.of("Víctimas de trata 2017\n" + name + "|Sexo|Casos\n" + first
                        + "|Mujeres|71\n" + second + "|Hombres|9\n" + third + "|Total|80")
                .victims();
        assertEquals("", victims.questions());
        assertEquals("F _T _T 2017 = 71 C3\nM _T _T 2017 = 9 C4\n_T _T _T 2017 = 80 C5", victims.figures());
    }

    @Test
    void numbersOfRowsAreNoFiguresWhereThereAreNoOthers() {
        assertEquals("", victims("Year|No.|Sex\n2017|11|Women\n2017|12|Men\n2017|13|Total"));
        assertEquals("", victims("No.|Year|Sex|Rate\n11|2017|Women|1.4\n15|2017|Men|0.2"));
    }

    /** Two counts may follow each other, and the years beside them are no counts. */
    @Test
    void aFewNumbersOfCasesMayFollowEachOther() {
        assertEquals("_T _T _T 2016 = 8 B3\n_T _T _T 2017 = 9 B4", victims("Año|Número|%\n2016|8|47,1\n2017|9|52,9"));
    }

    /** The heading is the whole sex, so a total under it is no total of adults. */
    @Test
    void womenAboveGirlsAreNotOnlyAdults() {
        InventedTable victims = InventedTable.of(
                        "Víctimas de trata\nAño|Mujeres|||Hombres||\n|Niñas|Adultas|Total|Niños|Adultos|Total\n2016|12|53|65|3|8|11")
                .victims();
        assertEquals("", victims.questions());
        assertEquals(
                "F Y0T17 _T 2016 = 12 B4\nF Y_GE18 _T 2016 = 53 C4\nF _T _T 2016 = 65 D4\nM Y0T17 _T 2016 = 3 E4\n"
                        + "M Y_GE18 _T 2016 = 8 F4\nM _T _T 2016 = 11 G4",
                victims.figures());
    }

    /** The same words under women in one table, and beside women in columns or rows of the next one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Año|Mujeres|Niñas|Hombres|Niños varones\n2017|40|7|5|2",
                "|2017\nMujeres|40\nNiñas|7\nHombres|5\nNiños varones|2",
                "Sexo|Año|Cantidad\nMujeres|2017|40\nNiñas|2017|7\nHombres|2017|5\nNiños varones|2017|2"
            })
    void womenBesideGirlsAreAdultsInTheNextTable(String next) {
        InventedTable victims = InventedTable.of("== A\nVíctimas de trata\nAño|Mujeres||Hombres|\n"
                        + "|Niñas|Adultas|Niños|Adultos\n2016|12|53|3|8\n== B\nVíctimas de trata\n" + next)
                .victims();
        assertEquals("", victims.questions());
        assertEquals(
                "F Y0T17 _T 2016 = 12\nF Y0T17 _T 2017 = 7\nF Y_GE18 _T 2016 = 53\nF Y_GE18 _T 2017 = 40\n"
                        + "M Y0T17 _T 2016 = 3\nM Y0T17 _T 2017 = 2\nM Y_GE18 _T 2016 = 8\nM Y_GE18 _T 2017 = 5",
                victims.withoutCells());
    }

    @Test
    void boysBesideGirlsInAColumnOfSexesAreBoys() {
        InventedTable boys = InventedTable.of("Víctimas de trata\nSexo|2016\nNiñas|12\nNiños|8")
                .victims();
        assertEquals("", boys.questions());
        assertEquals("F Y0T17 _T 2016 = 12 B3\nM Y0T17 _T 2016 = 8 B4", boys.figures());
        InventedTable children = InventedTable.of("Víctimas de trata\nSexo|2016\nMujeres|30\nHombres|9\nNiños|8")
                .victims();
        assertTrue(children.questions().contains("word:SEX:Niños"), children.questions());
    }

    /** Regression: V was read as vrouw in every language. In Spanish it is varón, and M is mujer. */
    @Test
    void aLetterThatMayBeEitherSexIsAsked() {
        InventedTable victims =
                InventedTable.of("Víctimas de trata\nSexo|2016\nV|12\nM|8").victims();
        assertTrue(victims.questions().contains("word:SEX:V"), victims.questions());
    }

    /** Headings that say nothing of adults, or repeat the words below them, leave women beside girls as they are. */
    @ParameterizedTest
    @ValueSource(strings = {"Total|||", "Both sexes|||", "Female||Male|", "Women||Men|"})
    void womenBesideGirlsAreAdultsUnderAHeading(String heading) {
        InventedTable victims = InventedTable.of(
                        "Victims of trafficking\nYear|" + heading + "\n|Women|Girls|Men|Boys\n2016|53|12|8|3")
                .victims();
        assertEquals("", victims.questions());
        assertEquals(
                "F Y0T17 _T 2016 = 12 C4\nF Y_GE18 _T 2016 = 53 B4\nM Y0T17 _T 2016 = 3 E4\nM Y_GE18 _T 2016 = 8 D4",
                victims.figures());
    }

    @Test
    void rowsOfRatesAndPopulationAreNoFigures() {
        assertEquals(
                "_T _T _T 2019 = 7 B3",
                victims("|2019\nTotal victims|7\nRate per 100,000 population|3\nPopulation|650000\nShare of women|40"));
        assertEquals("_T _T _T 2019 = 7 B3", victims("|2019\nTotal|7\nRates per 100,000\nTotal|3"));
    }

    @Test
    void casesAreNotVictims() {
        String table = "|2019\nCases registered|50\nVictims, women|10\nVictims, men|20";
        assertEquals("F _T _T 2019 = 10 B4\nM _T _T 2019 = 20 B5", victims(table));
    }

    @Test
    void anUnknownRowIsNotTheTotal() {
        assertEquals(
                "F _T _T 2019 = 5 B3\nM _T _T 2019 = 3 B4\n_U _T _T 2019 = 1 B5",
                victims("|2019\nWomen|5\nMen|3\nUnknown|1"));
        assertEquals("", victims("|2019\nUnknown|1\nabc|4"));
    }

    @Test
    void totalsThatAreRepeatedCountOnce() {
        assertEquals("F _T _T 2019 = 5 B3\n_T _T _T 2019 = 8 B4", victims("|2019\nWomen|5\nTotal|8\nTotal victims|8"));
    }

    @Test
    void differentFiguresOfOneKeyAreRefused() {
        String table = "|2019\nWomen|5\nMen|3\n\nVictims who were assisted\n|2019\nWomen|4\nMen|3";
        assertEquals(true, refusals("|2019\nWomen|5\nWomen|4").contains("duplicate-key B3+B4"));
        assertEquals("", victims("|2019\nWomen|5\nWomen|4"));
        assertEquals(
                true,
                InventedTable.of("Victims of trafficking\n" + table)
                        .victims()
                        .answer("title:Victims who were assisted", "all")
                        .refusals()
                        .contains("duplicate-key"));
    }

    @Test
    void twoWordsForOneSexAreNotAddedUp() {
        assertEquals("", victims("Year|Sex|Value\n2019|Female|7\n2019|Women|5"));
        assertEquals("duplicate-key C3+C4", refusals("Year|Sex|Value\n2019|Female|7\n2019|Women|5"));
    }

    @Test
    void aDashIsAskedAbout() {
        InventedTable table = InventedTable.of("Victims of trafficking\n|2018|2019\nWomen|5|-\nMen|3|4")
                .victims();
        assertEquals("marker:-", table.questions());
        assertEquals("F _T _T 2018 = 5 B3\nM _T _T 2018 = 3 B4\nM _T _T 2019 = 4 C4", table.figures());
        assertEquals(true, table.answer("marker:-", "zero").figures().contains("F _T _T 2019 = 0 C3"));
        assertEquals(true, table.answer("marker:-", "missing").figures().contains("F _T _T 2019 = O C3"));
        assertEquals(true, table.answer("marker:-", "suppressed").figures().contains("F _T _T 2019 = Q C3"));
    }

    @Test
    void aSmallCountThatIsHiddenIsAMark() {
        InventedTable table = InventedTable.of("Victims of trafficking\n|2018|2019\nWomen|5|<5\nMen|3|4")
                .victims();
        assertEquals("marker:<5", table.questions());
        assertEquals(true, table.answer("marker:<5", "suppressed").figures().contains("F _T _T 2019 = Q C3"));
    }

    @Test
    void severalNumbersInACellAreRefused() {
        String table = "|2018|2019\nWomen|12 (3)|5\nMen|5/7|4";
        assertEquals("several-numbers-in-cell B3+B4", refusals(table));
        assertEquals("F _T _T 2019 = 5 C3\nM _T _T 2019 = 4 C4", victims(table));
    }

    @Test
    void aBlankIsNeverZero() {
        assertEquals("F _T _T 2018 = 5 B3\nM _T _T 2019 = 4 C4", victims("|2018|2019\nWomen|5|\nMen||4"));
    }

    @Test
    void agesThatDoNotMeetAreNotAddedUp() {
        assertEquals("_T Y0T11 _T 2019 = 2 B3", victims("Age|2019\n0-11|2\n12-14|3"));
        assertEquals(
                "_T Y18T24 _T 2019 = 5 B4\n_T Y_GE18 _T 2019 = 11 B4+B5", victims("Age|2019\n18-20|2\n18-24|5\n25+|6"));
    }

    @Test
    void theCodeAndTheNameOfAUnitAreOneUnit() {
        InventedTable table = InventedTable.of(
                        "Victims of trafficking\nYear|Sex|UNIT_MEASURE|Unit|Value\n2019|Women|NUMBER|Number|5")
                .victims();
        assertEquals("", table.questions());
        assertEquals("F _T _T 2019 = 5 E3", table.figures());
    }

    @Test
    void theYearOfPublicationIsNotTheYearOfTheFigures() {
        InventedTable table = InventedTable.of(
                        "Victims of trafficking\nPublished in March 2024\nSex|Number\nWomen|5\nMen|3")
                .victims();
        assertEquals("period", table.questions());
        assertEquals("", table.figures());
    }

    @Test
    void totalsOfSeveralYearsAreLeftOut() {
        assertEquals(
                "F _T _T 2018 = 5 B3\nF _T _T 2019 = 6 C3",
                victims("|2018|2019|2018-2019|Total 2010-2019\nWomen|5|6|11|40").replaceAll("(?m)^.*D3$", ""));
        assertEquals("_T _T _T 2018 = 5 B3\n_T _T _T 2019 = 6 B4", victims("Year|Number\n2018|5\n2019|6\nTotal|11"));
    }

    @Test
    void monthsInRowsAreNoYears() {
        assertEquals("", victims("Year|Month|Number\n2019|January|5"));
        assertEquals("", victims("Month|Number\nJanuary 2019|5\nFebruary 2019|6"));
    }

    @Test
    void figuresThatLookLikeYearsAreNoHeader() {
        assertEquals(
                "F _T _T 2018 = 1960 B4\nF _T _T 2019 = 1984 C4\nF _T _T 2020 = 2011 D4\nM _T _T 2018 = 5 B3\n"
                        + "M _T _T 2019 = 3 C3\nM _T _T 2020 = 2 D3",
                victims("|2018|2019|2020\nMen|5|3|2\nWomen|1960|1984|2011"));
    }

    @Test
    void decimalsAreRates() {
        assertEquals("rate-not-count", refusals("Year|Value\n2018|0.4\n2019|0.5"));
        assertEquals("", victims("Year|Value\n2018|0.4\n2019|0.5"));
    }

    @Test
    void otherCrimesAreLeftOut() {
        String table = "Offence|2018|2019\nMurder|40|50\nHuman trafficking|4|6\nTheft|800|900";
        InventedTable offences = InventedTable.of(table).counts("OFFENCES");
        assertEquals(
                "0204 2018 = 4 B3\n0204 2019 = 6 C3",
                offences.ignore("A2:C2").ignore("A4:C4").figures());
        assertEquals(false, InventedTable.of(table).counts("OFFENCES").figures().contains("40"));
    }

    @Test
    void mergedLabelsInALongTableAreNoTotals() {
        assertEquals(
                "F Y0T17 _T 2019 = 1 D4\nF Y_GE18 _T 2019 = 5 D3\nM Y0T17 _T 2019 = 3 D6\nM Y_GE18 _T 2019 = 2 D5",
                victims("Year|Sex|Age|Number\n2019|Women|Adults|5\n||Minors|1\n|Men|Adults|2\n||Minors|3"));
    }

    @Test
    void yearsAsTitlesOfRows() {
        assertEquals(
                "F _T _T 2018 = 5 B4\nF _T _T 2019 = 6 B7\nM _T _T 2018 = 3 B5\nM _T _T 2019 = 4 B8",
                victims("Sex|Number\n2018\nWomen|5\nMen|3\n2019\nWomen|6\nMen|4"));
    }

    @Test
    void aBlankIsNoTotalWhereTotalsHaveAName() {
        assertEquals(
                "F _T _T 2019 = 5 C3\n_T _T _T 2019 = 8 C5",
                victims("Year|Sex|Number\n2019|Women|5\n2019||3\n2019|Total|8"));
    }

    @Test
    void anUnknownColumnThatDividesRowsIsNotIgnored() {
        assertEquals("", victims("Year|Sex|abc|Number\n2019|Women|def|5\n2019|Women|ghi|5\n2019|Men|def|4"));
    }

    /** The corner of a table says whose figures these are. */
    @Test
    void aSexAboveFormsOrYearsCountsForTheFigures() {
        assertEquals("F _T SEX 2019 = 9 B3\nF _T SEX 2020 = 8 C3", victims("Women|2019|2020\nSexual exploitation|9|8"));
        assertEquals(
                "M _T LAB 2019 = 8 C3\nM _T SEX 2019 = 9 B3",
                victims("Men|Sexual exploitation|Forced labour\n2019|9|8"));
        assertEquals("F _T _T 2019 = 9 B3\nM _T _T 2019 = 8 B4", victims("Women and men|2019\nWomen|9\nMen|8"));
    }
}
