package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Tables in which a careless reader finds figures that are not there. */
class TrapTest {

    private static String victims(String table) {
        return InventedTable.of("Victims of trafficking\n" + table).victims().figures();
    }

    private static String refusals(String table) {
        return InventedTable.of("Victims of trafficking\n" + table).victims().refusals();
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
    void aSumWithAMissingPartIsRefused() {
        String table = "Region|2018|2019\nNorth|5|n/a\nSouth|3|4";
        assertEquals("_T _T _T 2018 = 8 B3+B4", victims(table));
        assertEquals("sum-with-gap C3+C4", refusals(table));
    }

    @Test
    void aSumWithABlankPartIsRefused() {
        String table = "Region|2018|2019\nNorth|5|\nSouth|3|4\nEast|1|2";
        assertEquals("_T _T _T 2018 = 9 B3+B4+B5", victims(table));
        assertEquals("sum-with-gap C4+C5", refusals(table));
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
    void aRegionNamedLikeTheCountryIsNotTheCountry() {
        String table = "State|2018|2019\nMexico|9|8\nPuebla|6|7\nSonora|3|4\nOaxaca|2|2";
        String figures = InventedTable.of("Victims of trafficking\n" + table)
                .area("MEX")
                .victims()
                .figures();
        assertEquals("_T _T _T 2018 = 20 B3+B4+B5+B6\n_T _T _T 2019 = 21 C3+C4+C5+C6", figures);
    }

    @Test
    void aRegionNamedLikeAnotherCountryIsAskedAbout() {
        String table = "Victims of trafficking\nState|2018|2019\nFlorida|9|8\nGeorgia|6|7\nOhio|3|4\nTexas|2|2";
        InventedTable states = InventedTable.of(table).area("USA").victims();
        assertEquals("word:REF_AREA:Georgia", states.questions());
        assertEquals("", states.figures());
        assertEquals(
                "_T _T _T 2018 = 20 B3+B4+B5+B6\n_T _T _T 2019 = 21 C3+C4+C5+C6",
                states.answer("word:REF_AREA:Georgia", "USA").figures());
        assertEquals(
                "_T _T _T 2018 = 14 B3+B5+B6\n_T _T _T 2019 = 14 C3+C5+C6",
                states.answer("word:REF_AREA:Georgia", "GEO").figures());
        InventedTable whole =
                InventedTable.of(table + "\nUnited States|20|21").area("USA").victims();
        assertEquals("_T _T _T 2018 = 20 B7\n_T _T _T 2019 = 21 C7", whole.figures());
    }

    @Test
    void aRegionAloneIsNotTheCountry() {
        InventedTable part = InventedTable.of("Victims of trafficking\n|2019\nWomen|5")
                .victims()
                .answer("coverage", "part");
        assertEquals("not-national", part.refusals());
        assertEquals("", part.figures());
    }

    @Test
    void aSubtotalOfRegionsIsNotAddedAgain() {
        assertEquals(
                "_T _T _T 2019 = 12 B7",
                victims("Region|2019\nNorth|4\nSouth|3\nSubtotal mainland|7\nIslands|5\nAll country|12")
                        .replace("B8", "B7"));
    }

    @Test
    void aSubtotalOfRegionsIsNoRegion() {
        assertEquals(
                "_T _T _T 2019 = 13 B3+B4+B6",
                victims("Region|2019\nNorth|4\nSouth|3\nSubtotal mainland|7\nIslands|6"));
    }

    @Test
    void districtsAreNotAddedToTheirProvinces() {
        assertEquals(
                "_T _T _T 2018 = 12 B3+B6\n_T _T _T 2019 = 14 C3+C6",
                victims("Region|2018|2019\nNorth|7|8\nAleburg|3|5\nBohof|4|3\nSouth|5|6\nCamdorf|2|1\nDorau|3|5"));
        assertEquals(
                "_T _T _T 2018 = 12 B5+B8\n_T _T _T 2019 = 14 C5+C8",
                victims("Region|2018|2019\nAleburg|3|5\nBohof|4|3\nNorth|7|8\nCamdorf|2|1\nDorau|3|5\nSouth|5|6"));
        assertEquals(
                "_T _T _T 2018 = 12 B3+B4\n_T _T _T 2019 = 14 C3+C4\n_T _T _T 2020 = 6 D3+D4\n_T _T _T 2021 = 9 E3+E4",
                victims("Region|2018|2019|2020|2021\nNorth|7|8|2|4\nSouth|5|6|4|5\nAleburg|3|5|1|0\nBohof|4|3|1|4\n"
                        + "Camdorf|2|1|1|5\nDorau|3|5|3|0"));
    }

    @Test
    void aProvinceWithoutDistrictsIsAddedToTheOthers() {
        assertEquals(
                "_T _T _T 2018 = 18 B3+B6+B7\n_T _T _T 2019 = 21 C3+C6+C7\n_T _T _T 2020 = 9 D3+D6+D7\n"
                        + "_T _T _T 2021 = 5 E3+E6+E7",
                victims("Region|2018|2019|2020|2021\nNorth|7|8|1|2\nAleburg|3|5|1|0\nBohof|4|3|0|2\nCapital|6|7|3|1\n"
                        + "South|5|6|5|2\nCamdorf|2|1|4|2\nDorau|3|5|1|0"));
    }

    @Test
    void aCountryAboveProvincesAndDistrictsIsTakenAlone() {
        assertEquals(
                "_T _T _T 2018 = 12 B3\n_T _T _T 2019 = 14 C3\n_T _T _T 2020 = 4 D3\n_T _T _T 2021 = 4 E3",
                victims(
                        "Region|2018|2019|2020|2021\nConfederation|12|14|4|4\nNorth|7|8|1|2\nAleburg|3|5|1|0\nBohof|4|3|0|2\n"
                                + "South|5|6|3|2\nCamdorf|2|1|2|2\nDorau|3|5|1|0"));
    }

    @Test
    void levelsThatNobodyCanTellAreRefused() {
        String table = "Region|2019\nNorth|7\nAleburg|3\nBohof|4\nSouth|6\nCamdorf|2\nDorau|4";
        assertEquals("", victims(table));
        assertEquals("sum-with-gap B3+B4+B5+B6+B7+B8", refusals(table));
        InventedTable answered = InventedTable.of("Victims of trafficking\n" + table)
                .victims()
                .ignore("A4:B5")
                .ignore("A7:B8");
        assertEquals("_T _T _T 2019 = 13 B3+B6", answered.figures());
    }

    @Test
    void aRegionWithAsManyAsAllOthersIsNotTakenForTheCountry() {
        String last = "Region|2019\nNorth|1\nSouth|1\nEast|2";
        assertEquals("", victims(last));
        assertEquals("sum-with-gap B3+B4+B5", refusals(last));
        String between = "Region|2019\nNorth|1\nEast|2\nSouth|1";
        assertEquals("", victims(between));
        assertEquals("sum-with-gap B3+B4+B5", refusals(between));
        String equal = "Region|2018|2019|2020|2021\nNorth|1|1|1|1\nEast|2|2|2|2\nSouth|1|1|1|1";
        assertEquals("", victims(equal));
        String withTotal = "Region|2019\nNorth|1\nSouth|1\nEast|2\nTotal|4";
        assertEquals("_T _T _T 2019 = 4 B6", victims(withTotal));
    }

    @Test
    void theSubmitterSaysWhetherANameIsTheCountry() {
        String table = "Victims of trafficking\nRegion|2019\nNorth|1\nEast|2\nSouth|1";
        InventedTable asked = InventedTable.of(table).victims();
        assertEquals(
                "_T _T _T 2019 = 2 B4",
                asked.answer("word:REF_AREA:East", "AUT").figures());
        InventedTable whole = InventedTable.of(table).victims().ignore("A3:B3").ignore("A5:B5");
        assertEquals("_T _T _T 2019 = 2 B4", whole.figures());
        InventedTable parts = InventedTable.of(table).victims().ignore("A4:B4");
        assertEquals("_T _T _T 2019 = 2 B3+B5", parts.figures());
    }

    @Test
    void districtsInAColumnOfTheirOwnAreNotAddedToTheirProvinces() {
        assertEquals(
                "_T _T _T 2018 = 12 C3+C6\n_T _T _T 2019 = 14 D3+D6",
                victims(
                        "Province|District|2018|2019\nNorth||7|8\nNorth|Aleburg|3|5\nNorth|Bohof|4|3\nSouth||5|6\nSouth|Camdorf|2|1\n"
                                + "South|Dorau|3|5"));
    }

    @Test
    void districtsInALongTableAreNotAddedToTheirProvinces() {
        StringBuilder table = new StringBuilder("Year|Region|Sex|Units|Value");
        int[][] figures = {{7, 3, 4, 5, 2, 3}, {8, 5, 3, 6, 1, 5}};
        String[] regions = {"North", "Aleburg", "Bohof", "South", "Camdorf", "Dorau"};
        for (int year = 0; year < 2; year++) {
            for (int region = 0; region < 6; region++) {
                table.append("\n201" + (8 + year) + "|" + regions[region] + "|Female|Number|" + figures[year][region]);
                table.append("\n201" + (8 + year) + "|" + regions[region] + "|Female|Per 100,000 inhabitants|"
                        + (region + 1));
            }
        }
        assertEquals("F _T _T 2018 = 12 E3+E9\nF _T _T 2019 = 14 E15+E21", victims(table.toString()));
    }

    @Test
    void regionsThatAddUpByAccidentAreAllAdded() {
        assertEquals(
                "_T _T _T 2019 = 60 B10+B11+B12+B13+B3+B4+B5+B6+B7+B8+B9",
                victims(
                        "Region|2019\nNorth|3\nSouth|1\nEast|2\nWest|9\nAleburg|4\nBohof|7\nCamdorf|11\nDorau|6\nEllstadt|8\nFarnau|4\nGowitz|5"));
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
}
