package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Women and men beside minors of both sexes: the sums show whether they are adults. */
class AdultSumsTest {

    private static InventedTable victims(String table) {
        return InventedTable.of("Victims of trafficking\n" + table).victims();
    }

    private static String figures(InventedTable table) {
        assertEquals("", table.questions());
        assertEquals("", table.refusals());
        return table.figures().replaceAll("(?m) \\S+$", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Year|Total|Women|Men|Minors\n2019|10|4|3|3",
                "Year|Victims|Women|Men|Under 18\n2019|10|4|3|3",
                "Year|Total|Female|Male|Minors\n2019|10|4|3|3",
                "Año|Total|Mujeres|Hombres|Niños\n2019|10|4|3|3",
                "Année|Total|Femmes|Hommes|Mineurs\n2019|10|4|3|3",
                "Jahr|Insgesamt|Frauen|Männer|Minderjährige\n2019|10|4|3|3",
                "Год|Всего|Женщины|Мужчины|Несовершеннолетние\n2019|10|4|3|3",
                "السنة|المجموع|نساء|رجال|أطفال\n2019|10|4|3|3",
                "年份|合计|女性|男性|未成年人\n2019|10|4|3|3"
            })
    void theyAreAdultsIfOnlyAllThreeReachTheTotal(String table) {
        assertEquals(
                "F Y_GE18 _T 2019 = 4\nM Y_GE18 _T 2019 = 3\n_T Y0T17 _T 2019 = 3\n_T _T _T 2019 = 10",
                figures(victims(table)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Year|Total|Women|Men|Minors\n2019|10|6|4|3",
                "Year|Total|Women|Men|of which minors\n2019|10|6|4|3",
                "Year|Total|Female|Male|Minors\n2019|10|6|4|3",
                "|2019\nTotal|10\nBy sex|\nWomen|6\nMen|4\nBy age|\nMinors|3"
            })
    void theyAreOfAllAgesIfTheyReachTheTotalAlone(String table) {
        assertEquals(
                "F _T _T 2019 = 6\nM _T _T 2019 = 4\n_T Y0T17 _T 2019 = 3\n_T _T _T 2019 = 10",
                figures(victims(table)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Year|Total|Women|Men|Minors\n2019|11|4|3|3",
                "Year|Total|Women|Men|Minors\n2019|10|4|3|3\n2020|12|4|3|3",
                "Year|Total|Women|Men|Minors\n2019|10|4|3|3\n2020|7|4|3|3",
                "Year|Women|Men|Minors\n2019|4|3|3"
            })
    void theyAreAskedAboutIfSumsDoNotShowIt(String table) {
        assertEquals("ages", victims(table).questions());
        assertEquals("", victims(table).figures());
        assertEquals(true, figures(victims(table).answer("ages", "adults")).contains("F Y_GE18 _T 2019 = 4"));
        assertEquals(true, figures(victims(table).answer("ages", "all")).contains("F _T _T 2019 = 4"));
    }

    /** Females are of any age, unless the sums show that minors are apart. */
    @Test
    void femalesAreNoQuestion() {
        assertEquals(
                "F _T _T 2019 = 4\nM _T _T 2019 = 3\n_T Y0T17 _T 2019 = 3",
                figures(victims("Year|Female|Male|Minors\n2019|4|3|3")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Year|Total|Women|Minors\n2019|10|6|4",
                "Year|Total|Women|Men|Minors\n2019|10|..|7|3",
            })
    void aSumWithoutOneOfTheThreeShowsNothing(String table) {
        assertEquals(
                false, figures(victims(table).answer("marker:..", "missing")).contains("Y_GE18"));
        assertEquals(
                true, figures(victims(table).answer("marker:..", "missing")).contains("_T Y0T17 _T 2019"));
    }

    @Test
    void withoutAnyMinorsAdultsAreAll() {
        assertEquals(
                "F _T _T 2019 = 4\nM _T _T 2019 = 3\n_T Y0T17 _T 2019 = 0\n_T _T _T 2019 = 7",
                figures(victims("Year|Total|Women|Men|Minors\n2019|7|4|3|0")));
    }
}
