package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Regions and countries in the rows of a table. See {@link LayoutTest} for the families of layouts. */
class RegionLayoutTest {

    @Test
    void aNationalRowIsTakenInsteadOfItsRegions() {
        String table = "Human trafficking|State|2018|2019\n1|North|4|5\n2|South|3|1\n|TOTAL (ALL STATES)|7|6";
        InventedTable offences = InventedTable.of(table).counts("OFFENCES");
        assertEquals("0204 2018 = 7 C4\n0204 2019 = 6 D4", offences.figures());
    }

    @Test
    void regionsAddUpToTheCountry() {
        String table = "Victims of trafficking|2018|2019\nRegion|2018|2019\nNorth|4|5\nSouth|3|1\nEast|2|2";
        InventedTable victims = InventedTable.of("Victims of trafficking\n" + table.substring(table.indexOf('\n') + 1))
                .victims();
        assertEquals("_T _T _T 2018 = 9 B3+B4+B5\n_T _T _T 2019 = 8 C3+C4+C5", victims.figures());
    }

    @Test
    void anUnmarkedNationalRowIsNotAddedToItsRegions() {
        String table =
                "Victims of trafficking\nRegion|2018|2019|2020\nConfederation|9|8|7\nNorth|4|5|1\nSouth|3|1|2\nEast|2|2|4";
        assertEquals(
                "_T _T _T 2018 = 9 B3\n_T _T _T 2019 = 8 C3\n_T _T _T 2020 = 7 D3",
                InventedTable.of(table).victims().figures());
    }

    @Test
    void aTableOfCountriesHasNoRegionsToAddUp() {
        String table =
                "Victims of trafficking\nCountry|2018|2019\nGermany|90|91\nFrance|40|45\nItaly|30|35\nEurope|500|510\nTotal|900|910";
        assertEquals("", InventedTable.of(table).victims().figures());
        assertEquals(
                "_T _T _T 2018 = 90 B3\n_T _T _T 2019 = 91 C3",
                InventedTable.of(table).area("DEU").victims().figures());
        assertEquals(
                "",
                InventedTable.of(table.replace("Country", "geo\\time").replace("France|40|45\nItaly|30|35\n", ""))
                        .victims()
                        .figures());
    }

    @Test
    void regionsUnderACornerAddUp() {
        String table = "Victims of trafficking\nRegion\\Year|2018|2019\nNorth|4|5\nSouth|3|1\nEast|2|2";
        assertEquals(
                "_T _T _T 2018 = 9 B3+B4+B5\n_T _T _T 2019 = 8 C3+C4+C5",
                InventedTable.of(table).victims().figures());
    }
}
