package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a table itself proves is not asked about, and what it only seems to say is. */
class NeedlessQuestionTest {

    private static final String REGIONS = "Victims of trafficking\nRegion|2018|2019|2020\n";

    @Test
    void ratesAreRefusedWhateverTheyCover() {
        for (String table : List.of(
                "Year|Value\n2018|0.4\n2019|0.5",
                "Jahr|Opfer von Menschenhandel|Quote\n2018|0,4|0,2\n2019|0,5|0,3",
                "Год|Показатель|Value\n2018|торговля людьми|0.4\n2019|торговля людьми|0.5")) {
            assertEquals("dataflow", questions(table), table);
            InventedTable victims = InventedTable.of(table).answer("dataflow", "VICTIMS");
            assertEquals("", victims.questions(), table);
            assertEquals("rate-not-count", victims.refusals(), table);
        }
        assertEquals("coverage\ndataflow\nunit", questions("Year|Value\n2018|4\n2019|5"));
        assertEquals("coverage\ndataflow\nunit", questions("Year|Value\n2018|0.4\n2019|5\n2020|7", "2018|0.4\n", ""));
    }

    @Test
    void theLetterMBesideACodeForUnknownIsACode() {
        assertEquals(
                "M _T _T 2019 = 4 C2\n_U _T _T 2019 = 5 C3",
                InventedTable.of("SEX|TIME_PERIOD|OBS_VALUE\nM|2019|4\n_U|2019|5")
                        .victims()
                        .figures());
    }

    @Test
    void countsBesideRatesHaveTheUnitOfTheirRows() {
        String table = "Year|%s|Value\n2018|%s|5\n2019|%s|6\n2018|%s|0.4\n2019|%s|0.5";
        for (String[] words : new String[][] {
            {"Units", "Number", "Per 100,000 inhabitants"},
            {"Einheit", "Anzahl", "je 100 000 Einwohner"},
            {"Unité", "Nombre", "pour 100 000 habitants"},
            {"Единица", "Число", "на 100 000 человек"}
        }) {
            String text = table.formatted(words[0], words[1], words[1], words[2], words[2]);
            assertEquals("coverage\ndataflow", questions(text), text);
            InventedTable victims = InventedTable.of(text).victims();
            assertEquals("_T _T _T 2018 = 5 C2\n_T _T _T 2019 = 6 C3", victims.figures(), text);
        }
        String english = table.formatted("Units", "Number", "Number", "Rate", "Rate");
        asksForUnit(english.replace("Number|5", "Persons|5.5"));
        asksForUnit(english.replace("Number", "Per 100,000 inhabitants"));
        asksForUnit(english.replace("Number|6", "|6"));
    }

    private static void asksForUnit(String table) {
        assertEquals(true, questions(table).contains("unit"), table);
    }

    @Test
    void aWordThatOnlyRatesHaveIsNotAskedAbout() {
        String table = "Year|SERIES|UNIT_MEASURE|Value\n2018|Detected victims of human trafficking (number)|%s|5\n"
                + "2018|Blue moon cases%s|%s|0.5";
        assertEquals("coverage", questions(table.formatted("Number", "", "Percent")));
        assertEquals("coverage", questions(table.formatted("Number", " (rate)", "Rate")));
        assertEquals(
                "coverage\nword:EXPLOITATION:Blue moon cases",
                questions(table.formatted("Number", "", "Number").replace("0.5", "6")));
    }

    @Test
    void onlyCountsOfRegionsAddUp() {
        for (String table : List.of(
                REGIONS + "Total|9|8|7\nNorth|4|5|1\nSouth|3|1|2\nEast|2|2|4",
                "Жертвы торговли людьми\nТерритория|2018|2019|2020\nВсего|9|8|7\nСевер|4|5|1\nЮг|3|1|2\nВосток|2|2|4",
                "Víctimas de trata\nProvincia|Año|Casos\n"
                        + "Total|2018|9\nAlba|2018|4\nBosque|2018|5\nTotal|2019|8\nAlba|2019|7\nBosque|2019|1\n"
                        + "Total|2020|3\nAlba|2020|1\nBosque|2020|2",
                "Число жертв торговли людьми на 100 000 человек\n|2018|2019|2020|2021\nЖертвы, всего|9|8|7|5\n"
                        + "Северная область|4|5|1\nЮжная область|3|-|2\nг. Восточный|2|3|4")) {
            assertEquals("coverage\ndataflow", questions(table), table);
        }
    }

    @Test
    void regionsThatProveNothingLeaveTheUnitOpen() {
        String table = REGIONS + "Total|9|8|7\nNorth|4|5|1\nSouth|3|1|2\nEast|2|2|4";
        asksForUnit(table.replace("Total|9", "Total|10"));
        asksForUnit(table.replace("East|2|2|4", "East|2|2|4.0").replace("Total|9|8|7", "Total|9|8|7.5"));
        asksForUnit(table.replace("Total|9|8|7", "Total|9|9|9").replace("|5|1", "|6|3"));
        asksForUnit(REGIONS + "Total|100|100|100\nNorth|40|50|10\nSouth|30|25|80\nEast|30|25|10");
        asksForUnit(table.replace("trafficking", "trafficking (thousands)"));
        asksForUnit(table.replace("trafficking", "trafficking, Mio."));
        asksForUnit(table.replace("2018", "2018, тыс."));
        asksForUnit(
                "Victims\n|2018|2019|2020\nVictims, total|9|8|7\nNorth region|4|5|1\nSouth region|5|3|6\nOther|4|4|4");
    }

    @Test
    void aTotalWithTheNameOfTheCountryCoversIt() {
        String table = REGIONS + "North|4|5|1\nSouth|3|1|2\nEast|2|2|4\n%s|9|8|7";
        for (String name :
                List.of("Austria", "Total Austria", "Total (Austria)", "Österreich gesamt", "Autriche, total")) {
            InventedTable named = InventedTable.of(table.formatted(name));
            assertEquals("dataflow", named.questions(), name);
            named.answer("dataflow", "VICTIMS");
            assertEquals("", named.questions(), name);
            assertEquals("_T _T _T 2018 = 9 B6\n_T _T _T 2019 = 8 C6\n_T _T _T 2020 = 7 D6", named.figures(), name);
        }
        for (String name : List.of("Total", "Whole country", "Total Germany", "Total Tirol", "")) {
            assertEquals(true, questions(table.formatted(name)).contains("coverage"), name);
        }
    }

    @Test
    void aNameThatMayBeThatOfARegionIsAskedAbout() {
        String table = "Victims of trafficking\nDepartment|2018|2019\n%s|19|18\nPeten|6|7\nSolola|3|4\nZacapa|2|%s";
        InventedTable region =
                InventedTable.of(table.formatted("Guatemala", "2")).area("GTM").answer("dataflow", "VICTIMS");
        assertEquals("coverage\nunit", region.questions());
        assertEquals("", region.figures());
        InventedTable code =
                InventedTable.of(table.formatted("GTM", "2")).area("GTM").answer("dataflow", "VICTIMS");
        assertEquals("unit", code.questions());
    }

    @Test
    void eachCountAndEachTableMustNameItsArea() {
        String table = "Year|Area|Sex|Victims of trafficking (number)\n2018|Austria|F|5\n2018|Austria|M|6";
        assertEquals("dataflow", questions(table));
        assertEquals("coverage\ndataflow", questions(table + "\n2018||_T|11"));
        assertEquals(
                "coverage\ndataflow",
                questions("== 1\n" + table + "\n== 2\n"
                        + table.replace("Area", "Note").replace("Austria", "x")));
        assertEquals(
                "coverage\ndataflow",
                questions("Year|Area|Unit|Value\n2018|Austria|Rate|0.5\n2018|Tirol|Number|6\n2018|Wien|Number|7"));
    }

    @Test
    void regionsAreAddedUpOnlyByAnAnswer() {
        String table = "Year|Area|Sex|Victims of trafficking (number)\n2018|Austria|F|5\n2018|Austria|M|6\n"
                + "2019|Tirol|F|1\n2019|Wien|F|2";
        InventedTable named = InventedTable.of(table).answer("dataflow", "VICTIMS");
        assertEquals("F _T _T 2018 = 5 D2\nM _T _T 2018 = 6 D3", named.figures());
        InventedTable ignored =
                InventedTable.of(table).answer("dataflow", "VICTIMS").ignore("A2:D3");
        assertEquals("coverage", ignored.questions());
        assertEquals(
                "F _T _T 2019 = 3 D4+D5", ignored.answer("coverage", "national").figures());
    }

    @Test
    void numbersOfColumnsMakeNoMeasures() {
        for (String header : List.of(
                "Province (1)|Cas enregistrés 2018 (2)|Cas enregistrés 2019 (3)",
                "Estado (Col. 2)|Casos - 2018 - (Col. 3)|Casos - 2019 - (Col. 4)",
                "Land [1]|Fälle 2018 [2]|Fälle 2019 [3]")) {
            String table = header + "\nNord|4|5\nSud|3|1\nTotal|7|6";
            assertEquals(false, questions(table).contains("measure"), header);
            assertEquals(
                    "0204 2018 = 7 B4\n0204 2019 = 6 C4",
                    InventedTable.of(table).counts("OFFENCES").figures(),
                    header);
        }
        for (String header : List.of(
                "State (1)|Cases 2018 (2)|Cases solved 2019 (3)",
                "State (1)|Cases 2018 (3)|Cases 2019 (2)",
                "State (1)|Cases 2018 (2)|Cases 2018 (3)",
                "State|Cases 2018 (2)|Cases 2019 (3)")) {
            assertEquals(true, questions(header + "\nNorth|4|5\nSouth|3|1").contains("measure"), header);
        }
    }

    @Test
    void anAnswerStillChoosesOneOfTheNumberedColumns() {
        String table = "State (1)|Cases 2018 (2)|Cases 2019 (3)\nNorth|4|5\nSouth|3|1\nTotal|7|6";
        assertEquals(
                "0204 2019 = 6 C4",
                InventedTable.of(table)
                        .counts("OFFENCES")
                        .answer("measure", "C1")
                        .figures());
    }

    @Test
    void sharesOfAYearShowTheYearOfTheirCounts() {
        int[] counts = {131, 122, 113, 104, 95, 86, 77, 68, 59, 45, 100};
        for (String header : List.of(
                "State|Human trafficking cases|Percentage share of state (2016)",
                "Land|Fälle von Menschenhandel|Anteil in Prozent 2016",
                "Región|Casos de trata|Porcentaje 2016")) {
            assertEquals("2016", year(table(header, counts, counts)), header);
        }
        String header = "State|Human trafficking cases|Percentage share (2016)";
        int[] others = {31, 222, 13, 204, 95, 86, 77, 68, 59, 45, 100};
        assertEquals(null, year(table(header, counts, others)));
        assertEquals(null, year(table(header, counts, counts).replace("|100", "|99")));
        assertEquals(null, year(table(header.replace(" (2016)", ""), counts, counts)));
        assertEquals(null, year(table(header.replace("Human", "2015 to 2017 human"), counts, counts)));
    }

    private static String table(String header, int[] counts, int[] shared) {
        StringBuilder text = new StringBuilder(header);
        for (int i = 0; i < counts.length; i++) {
            text.append("\nArea ").append((char) ('A' + i)).append('|').append(counts[i]);
            text.append('|').append(shared[i] / 10).append('.').append(shared[i] % 10);
        }
        return text.append("\nTotal|1000|100").toString();
    }

    private static String year(String table) {
        return InventedTable.of(table).counts("OFFENCES").guess().decisions().stream()
                .filter(each -> each.id().equals("period") && !each.isOpen())
                .map(Decision::value)
                .findFirst()
                .orElse(null);
    }

    private static String questions(String table) {
        return InventedTable.of(table).questions();
    }

    private static String questions(String table, String replaced, String by) {
        return questions(table.replace(replaced, by));
    }
}
