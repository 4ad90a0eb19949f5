package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Flags, letters and footnotes beside figures. See {@link LayoutTest} for the families of layouts. */
class FlagLayoutTest {

    @Test
    void flagsOfEurostatAreReadAsStatuses() {
        InventedTable table = InventedTable.of(
                        "Victims of trafficking\nfreq|unit|sex|geo\\TIME_PERIOD|2018|2019|2020\n"
                                + "A|NR|F|AT|12 p|: c|1 234 b\nA|NR|M|AT|3|0 n|:\nA|NR|T|AT|15 ep|: z|7 c\nA|NR|F|DE|90|91 p|: u\nA|NR|F|EU27_2020|500|510|:")
                .victims();
        assertEquals("", table.questions());
        assertEquals("""
                F _T _T 2018 = 12P E3
                F _T _T 2019 = Q F3
                F _T _T 2020 = 1234B G3
                M _T _T 2018 = 3 E4
                M _T _T 2019 = 0N F4
                M _T _T 2020 = O G4
                _T _T _T 2018 = 15E E5
                _T _T _T 2019 = M F5
                _T _T _T 2020 = 7 G5""", table.figures());
        assertEquals("C", attribute(table, "F3", "CONF_STATUS"));
        assertEquals("C", attribute(table, "G5", "CONF_STATUS"));
        assertEquals("Flags in the source: p.", attribute(table, "E5", "COMMENT"));
        assertEquals(null, attribute(table, "E3", "COMMENT"));
        assertEquals("label 3, other-area 4", table.leftOut());
    }

    @Test
    void lettersBehindFiguresAreAskedAboutWhereNothingShowsThatTheyAreFlags() {
        InventedTable table = InventedTable.of("Victims of trafficking\n|2018|2019\nWomen|12|9 p\nMen|3|4\nTotal|15|13")
                .victims();
        assertEquals("word:OBS_STATUS:p", table.questions());
        assertEquals(5, table.figures().lines().count());
        table.answer("word:OBS_STATUS:p", "P");
        assertEquals(true, table.figures().contains("F _T _T 2019 = 9P C3"), table.figures());
    }

    @Test
    void aFlagBehindAYearHoldsForItsColumn() {
        InventedTable table = InventedTable.of(
                        "Victims of trafficking\n|2018|2019 p\nWomen|:|9\nMen|3|: u\nTotal|15|13 b")
                .victims();
        assertEquals("""
                F _T _T 2018 = O B3
                F _T _T 2019 = 9P C3
                M _T _T 2018 = 3 B4
                M _T _T 2019 = O C4
                _T _T _T 2018 = 15 B5
                _T _T _T 2019 = 13B C5""", table.figures());
    }

    @Test
    void aSumOfFlaggedFiguresKeepsTheirFlag() {
        InventedTable table = InventedTable.of(
                        "Victims of trafficking\nRegion|2018|2019\nNorth|1|:\nSouth|3 p|4\nEast|2|2 e")
                .victims();
        assertEquals("_T _T _T 2018 = 6P B3+B4+B5", table.figures());
        assertEquals("sum-with-gap C3+C4+C5", table.refusals());
    }

    @Test
    void lettersOfArticlesAndPagesAreNoFlags() {
        String articles = "Human trafficking|Article|2018\nWomen|127 b|5\nMen|127 c|3";
        assertEquals(
                "",
                InventedTable.of(articles)
                        .victims()
                        .ignore("B2:B3")
                        .questions()
                        .replaceAll("(?m)^[^w].*$", "")
                        .strip());
        assertEquals(false, InventedTable.of(articles).victims().questions().contains("OBS_STATUS"));
        String pages = "Victims of trafficking|Pages|2018\nWomen|12 p|5\nMen|9 p|3";
        assertEquals(false, InventedTable.of(pages).victims().questions().contains("OBS_STATUS"));
    }

    @Test
    void footnoteMarksAreNoDigits() {
        String table = "Victims of trafficking|2018|2019\nWomen|12\u00B9|13*\nMen|4|5\u00B2";
        assertEquals(
                "F _T _T 2018 = 12 B2\nF _T _T 2019 = 13 C2\nM _T _T 2018 = 4 B3\nM _T _T 2019 = 5 C3",
                InventedTable.of(table).victims().figures());
    }

    @Test
    void columnsOfAttributesGoWithTheFiguresOfTheirRow() {
        InventedTable table = InventedTable.of("Victims of trafficking\nYear|Sex|Value|COMMENT|CONF_STATUS\n"
                        + "2021|Women|12||F\n2021|Men|7|provisional|C\n2021||19||")
                .victims();
        assertEquals("F _T _T 2021 = 12 C3\nM _T _T 2021 = 7 C4\n_T _T _T 2021 = 19 C5", table.figures());
        assertEquals("provisional", attribute(table, "C4", "COMMENT"));
        assertEquals("C", attribute(table, "C4", "CONF_STATUS"));
        assertEquals(null, attribute(table, "C3", "CONF_STATUS"));
        InventedTable unknown = InventedTable.of(
                        "Victims of trafficking\nYear|Sex|Value|CONF_STATUS\n2021|Women|12|Mozart")
                .victims();
        assertEquals("word:CONF_STATUS:Mozart", unknown.questions());
        InventedTable named = InventedTable.of(
                        "Victims of trafficking\nYear|Sex|Value|VICTIM_STATUS\n2021|Women|12|inconnu")
                .victims();
        assertEquals("_U", attribute(named, "C3", "VICTIM_STATUS"));
    }

    private static String attribute(InventedTable table, String cell, String attribute) {
        return table.guess().observations().stream()
                .filter(observation -> observation.cells().equals(List.of(cell)))
                .findFirst()
                .orElseThrow()
                .attributes()
                .get(attribute);
    }
}
