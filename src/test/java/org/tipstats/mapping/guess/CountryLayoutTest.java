package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns of countries that are not the areas that report. */
class CountryLayoutTest {

    private static final String TWO = "NGA _T 2019 = 8\nROU _T 2019 = 12\n_T _T 2019 = 20";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Victims by country of citizenship\nCountry|2019\nRomania|12\nNigeria|8\nTotal|20",
                "Victims by nationality 2019\nCountry|Victims\nRomania|12\nNigeria|8\nTotal|20",
                "Victims by country of origin\nCountry|2019\nRomania|12\nNigeria|8\nTotal|20",
                "Victims of trafficking\nCountry|2019\nRomania|12\nNigeria|8\nTotal|20",
                "Victimes par nationalité\nPays|2019\nRoumanie|12\nNigéria|8\nTotal|20",
                "Víctimas según nacionalidad\nPaís|2019\nRumania|12\nNigeria|8\nTotal|20",
                "Потерпевшие по гражданству\nСтрана|2019\nРумыния|12\nНигерия|8\nВсего|20",
                "الضحايا حسب الجنسية\nالبلد|2019\nرومانيا|12\nنيجيريا|8\nالمجموع|20",
                "按国籍分列的受害者\n国家|2019\n罗马尼亚|12\n尼日利亚|8\n合计|20",
                "Opfer nach Staatsangehörigkeit\nLand|2019\nRumänien|12\nNigeria|8\nInsgesamt|20"
            })
    void countriesOfVictimsByCitizenshipAreTheirCitizenships(String text) {
        InventedTable table = InventedTable.of(text).counts("VICTIMS_CITIZENSHIP");
        assertEquals("", table.questions());
        assertEquals(TWO, table.withoutCells());
    }

    /** Below "citizens of the reporting country", each row is another country that reports. */
    @Test
    void aColumnWithTheOwnCountryIsAsked() {
        String rows = "\nCountry|2019\nAustria|5\nRomania|12\nNigeria|8";
        for (String title : new String[] {"Victims by citizenship", "Victims of trafficking"}) {
            InventedTable table = InventedTable.of(title + rows).counts("VICTIMS_CITIZENSHIP");
            assertEquals("column:A2", table.questions());
            assertEquals("", table.figures());
            assertEquals("_T _T 2019 = 5", table.answer("column:A2", "REF_AREA").withoutCells());
        }
        assertEquals(
                "AUT _T 2019 = 5\nNGA _T 2019 = 8\nROU _T 2019 = 12",
                InventedTable.of("Victims by citizenship" + rows)
                        .counts("VICTIMS_CITIZENSHIP")
                        .answer("column:A2", "CITIZENSHIP")
                        .withoutCells());
    }

    @Test
    void countriesOfExploitationAreAsked() {
        assertEquals(
                "column:A2",
                InventedTable.of("Victims by country of exploitation\nCountry|2019\nRomania|12\nNigeria|8")
                        .counts("VICTIMS_CITIZENSHIP")
                        .questions());
    }

    @Test
    void onlyTheTotalOfCitizenshipsIsAFigureOfVictims() {
        assertEquals(
                "_T _T _T 2019 = 20",
                InventedTable.plainFigures(
                        "Victims by country of citizenship\nCountry|2019\nRomania|12\nAustria|8\nTotal|20"));
        assertEquals(
                "_T _T _T 2019 = 8",
                InventedTable.plainFigures("Victims of trafficking\nCountry|2019\nRomania|12\nAustria|8\nNigeria|2"));
    }

    @Test
    void countriesOfRepatriatedVictimsAreThoseToWhichTheyReturn() {
        assertEquals(
                "NGA 2019 = 8\nROU 2019 = 12\n_T 2019 = 20",
                InventedTable.of("Victims\nCountry|2019\nRomania|12\nNigeria|8\nTotal|20")
                        .counts("VICTIMS_REPATRIATION")
                        .withoutCells());
        assertEquals(
                "column:A2",
                InventedTable.of("Victims\nCountry of origin|2019\nRomania|12\nNigeria|8\nTotal|20")
                        .counts("VICTIMS_REPATRIATION")
                        .questions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Victims by citizenship\nCountry of exploitation",
                "Victims by citizenship\nTransit country",
                "Victims by citizenship\nRecruited in",
                "Victims by citizenship\nIdentified in",
                "Victims of trafficking\nCountry of destination",
                "Victims of trafficking\nCountry of birth",
                "Victims by citizenship\nCountry of exploitation\n",
                "Victims by country of exploitation\n",
                "Victimes par nationalité\nPays d'exploitation",
                "Víctimas según nacionalidad\nPaís de residencia",
                "Жертвы по гражданству\nСтрана эксплуатации",
                "الضحايا حسب الجنسية\nبلد الاستغلال",
                "按国籍分列的受害者\n剥削国家",
                "Opfer nach Staatsangehörigkeit\nZielland"
            })
    void countriesInAnotherRelationAreNoCitizenshipsWithoutAnAnswer(String heading) {
        InventedTable table = InventedTable.of(heading + "|2019\nRomania|12\nNigeria|8\nTotal|20")
                .counts("VICTIMS_CITIZENSHIP");
        String column = "column:A" + (heading.split("\n", -1).length + (heading.endsWith("\n") ? 1 : 0));
        assertEquals(column, table.questions());
        assertEquals("", table.figures());
        assertEquals(TWO, table.answer(column, "CITIZENSHIP").withoutCells());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Country name", "ISO code", "Victims", "Nom du pays", "Название страны", "国家名称"})
    void aHeadingThatNamesNoRelationIsNotAsked(String heading) {
        InventedTable table = InventedTable.of(
                        "Victims by citizenship\n" + heading + "|2019\nRomania|12\nNigeria|8\nTotal|20")
                .counts("VICTIMS_CITIZENSHIP");
        assertEquals("", table.questions());
        assertEquals(TWO, table.withoutCells());
    }

    /** Romania 12 in Austria and 8 in Germany are 20; a total of the column that is left out is not added to its parts. */
    @Test
    void countriesOfExploitationBesideCitizenshipsAddUpIfTheirColumnIsLeftOut() {
        String rows =
                "Victims by citizenship\nCitizenship|Country of exploitation|2019\nRomania|Austria|12\nRomania|Germany|8";
        for (String text : new String[] {rows, rows + "\nRomania|Total|20"}) {
            InventedTable table = InventedTable.of(text).counts("VICTIMS_CITIZENSHIP");
            assertEquals("column:B2", table.questions());
            assertEquals("", table.figures());
            assertEquals("ROU _T 2019 = 20", table.answer("column:B2", "ignore").withoutCells());
        }
    }
}
