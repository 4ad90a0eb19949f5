package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Tables in which a careless reader finds figures that are not there. */
class RegionTrapTest {

    private static String victims(String table) {
        return InventedTable.of("Victims of trafficking\n" + table).victims().figures();
    }

    private static String refusals(String table) {
        return InventedTable.of("Victims of trafficking\n" + table).victims().refusals();
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
    void countriesWhoseSumHasDecimalsAreNoFault() {
        InventedTable rates =
                InventedTable.of("Victims\nArea|Sex|Value\nAustria|F|6.5\nVienna|F|1.5\nTyrol|F|2\nStyria|F|3\n"
                        + "Austria|M|10\nVienna|M|2\nTyrol|M|3\nStyria|M|5");
        assertEquals("coverage\ndataflow\nperiod\nunit", rates.questions());
    }
}
