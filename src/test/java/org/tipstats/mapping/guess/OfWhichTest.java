package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Girls who are counted among the women, and girls beside them. */
class OfWhichTest {

    private static String figures(String table) {
        return InventedTable.plainFigures("Victims of trafficking\n" + table);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Year|Women|of which girls|Men|of which boys\n2019|7|2|5|1",
                "Year|Women|- Of which: girls|Men|- Of which: boys\n2019|7|2|5|1",
                "|2019\nWomen|7\nof which girls|2\nMen|5\nof which boys|1",
                "|2019\nWomen|7\nof which:\ngirls|2\nMen|5\nof which:\nboys|1",
                "|2019\nWomen|7\nMen|5\nof which:\ngirls|2\nboys|1",
                "Year|Women|Men|of which girls|boys\n2019|7|5|2|1",
                "Year|Sex|Number\n2019|Women|7\n2019|of which girls|2\n2019|Men|5\n2019|of which boys|1",
                "Année|Femmes|dont filles|Hommes|dont garçons\n2019|7|2|5|1",
                "Año|Mujeres|de las cuales niñas|Hombres|de los cuales niños varones\n2019|7|2|5|1",
                "Año|Mujeres|de las cuales niñas|Hombres|de los cuales niños\n2019|7|2|5|1",
                "Год|Женщины|из них девочки|Мужчины|из них мальчики\n2019|7|2|5|1",
                "السنة|نساء|منهن فتيات|رجال|منهم فتيان\n2019|7|2|5|1",
                "年份|女性|其中女童|男性|其中男童\n2019|7|2|5|1",
                "Jahr|Frauen|davon Mädchen|Männer|davon Jungen\n2019|7|2|5|1"
            })
    void womenOfWhichSomeAreGirlsAreOfAllAges(String table) {
        assertEquals("F Y0T17 _T 2019 = 2\nF _T _T 2019 = 7\nM Y0T17 _T 2019 = 1\nM _T _T 2019 = 5", figures(table));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Year|Total|of which women|of which girls|of which men|of which boys\n2019|15|7|2|5|1",
                "|2019\nTotal|15\nof which women|7\ngirls|2\nmen|5\nboys|1",
                "|2019\nTotal|15\nof which:\nwomen|7\ngirls|2\nmen|5\nboys|1",
                "|2019\nTotal|15\nof which:\ngirls|2\nboys|1\nwomen|7\nmen|5",
                "Year|Total|of which girls|of which boys|Women|Men\n2019|15|2|1|7|5"
            })
    void womenAndGirlsOfATotalAreApart(String table) {
        assertEquals(
                "F Y0T17 _T 2019 = 2\nF Y_GE18 _T 2019 = 7\nM Y0T17 _T 2019 = 1\nM Y_GE18 _T 2019 = 5\n_T _T _T 2019 = 15",
                figures(table));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Year|Total|Women|Men|Children|of which girls|of which boys\n2019|15|7|5|3|2|1",
                "|2019\nTotal|15\nWomen|7\nMen|5\nChildren|3\nof which girls|2\nof which boys|1"
            })
    void girlsWhoAreSomeOfTheChildrenAreBesideTheWomen(String table) {
        assertEquals(
                "F Y0T17 _T 2019 = 2\nF Y_GE18 _T 2019 = 7\nM Y0T17 _T 2019 = 1\nM Y_GE18 _T 2019 = 5\n"
                        + "_T Y0T17 _T 2019 = 3\n_T _T _T 2019 = 15",
                figures(table));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Year|Women|of which girls|Men|Boys\n2019|7|2|5|1",
                "Año|Mujeres|de las cuales niñas|Hombres|Niños\n2019|7|2|5|1"
            })
    void oneSexMayHaveItsMinorsAmongItAndTheOtherBeside(String table) {
        assertEquals(
                "F Y0T17 _T 2019 = 2\nF _T _T 2019 = 7\nM Y0T17 _T 2019 = 1\nM Y_GE18 _T 2019 = 5", figures(table));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Year|Victims, of which women\n2019|4",
                "|2019\nVictims, of which women|4",
                "|2019\nTotal, of which women|4",
                "|2019\nVictimes, dont femmes|4",
                "|2019\nVíctimas, de las cuales mujeres|4",
                "|2019\nПотерпевшие, из них женщины|4",
                "|2019\n受害者，其中女性|4"
            })
    void victimsOfWhichWomenAreTheWomen(String table) {
        assertEquals("F _T _T 2019 = 4", figures(table));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Victims (including children)",
                "Victims excluding children",
                "Víctimas sin menores",
                "Victims (incl. women)",
                "Потерпевшие, в том числе дети"
            })
    void aTotalThatIncludesOrExcludesSomeIsAQuestion(String name) {
        InventedTable victims = InventedTable.of("Victims of trafficking\n|2019\nWomen|7\n" + name + "|9")
                .victims();
        assertEquals("ignore:A4:B4", victims.questions());
        assertEquals("F _T _T 2019 = 7 B3", victims.figures());
    }
}
