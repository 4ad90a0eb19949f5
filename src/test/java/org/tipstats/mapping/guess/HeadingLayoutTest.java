package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Totals and parts below headings and titles that say of whom they are. */
class HeadingLayoutTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Victims\nWomen|2019\nTotal|10\nGirls|3",
                "Women victims\nSex|2019\nTotal|10\nGirls|3",
                "Women and girls victims\nSex|2019\nTotal|10\nGirls|3",
                "Víctimas\nMujeres|2019\nTotal|10\nNiñas|3",
                "Victimes\nFemmes|2019\nTotal|10\nFilles|3",
                "Потерпевшие\nЖенщины|2019\nВсего|10\nДевочки|3",
                "الضحايا\nالنساء|2019\nالمجموع|10\nالفتيات|3",
                "受害者\n妇女|2019\n合计|10\n女童|3"
            })
    void theTotalOfGirlsBelowWomenIsOfWomenOfAllAges(String table) {
        assertEquals("F Y0T17 _T 2019 = 3\nF _T _T 2019 = 10", InventedTable.plainFigures(table));
    }

    @Test
    void aTotalIsOfWhatItsTitleOrItsColumnNames() {
        assertEquals(
                "M Y0T17 _T 2019 = 2\nM Y_GE18 _T 2019 = 6\nM _T _T 2019 = 8",
                InventedTable.plainFigures("Victims\nMen|2019\nTotal|8\nMen|6\nBoys|2"));
        assertEquals(
                "_T Y0T17 _T 2019 = 13",
                InventedTable.plainFigures("Child victims\nAge|2019\n0-14|10\n15-17|3\nTotal|13"));
        assertEquals(
                "F Y0T17 _T 2019 = 7\nM Y0T17 _T 2019 = 3",
                InventedTable.plainFigures("Victims 2019\nAge|Girls|Boys\n0-9|3|2\n10-17|4|1\nTotal|7|3"));
        assertEquals(
                "_T _T SEX 2019 = 13\n_T _T SEX_PORN 2019 = 3\n_T _T SEX_PROST 2019 = 10",
                InventedTable.plainFigures(
                        "Victims of sexual exploitation\nForm|2019\nProstitution|10\nPornography|3\nTotal|13"));
        assertEquals(
                "F _T _T 2019 = 6\nM _T _T 2019 = 4\n_T _T _T 2019 = 10",
                InventedTable.of("Violence against women: victims\nSex|2019\nTotal|10\nFemale|6\nMale|4")
                        .victims()
                        .answer("title:Violence against women: victims", "all")
                        .withoutCells());
        assertEquals(
                "duplicate-key B3+B5",
                InventedTable.of(
                                "Victims of forced labour\nForm|2019\nForced labour|3\nDomestic servitude|10\nTotal|13")
                        .victims()
                        .refusals());
    }

    @Test
    void agesFinerThanThoseOfTheListAreLeftOutBesideTheirTotal() {
        assertEquals(
                "_T Y0T17 _T 2019 = 13\n_T Y_GE18 _T 2019 = 20\n_T _T _T 2019 = 33",
                InventedTable.plainFigures("Victims\nAge|2019\n0-14|10\n15-17|3\nUnder 18|13\n18+|20\nTotal|33"));
    }

    @Test
    void womenOfAnAgeBelowEighteenAreGirls() {
        assertEquals("F Y0T17 _T 2019 = 20", InventedTable.plainFigures("Victims\n|2019\nWomen of under 18 years|20"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Women and children",
                "Women / children",
                "Women with children",
                "Femmes et enfants",
                "Mujeres y niños",
                "Mulheres e crianças",
                "Женщины и дети",
                "妇女儿童",
                "Frauen und Kinder"
            })
    void womenAndChildrenAreNoGirls(String name) {
        InventedTable table = InventedTable.of("Victims\n|2019\nTotal|30\n" + name + "|20\nMen|10")
                .victims();
        assertEquals("ignore:A4:B4", table.questions());
        assertEquals("M _T _T 2019 = 10 B5\n_T _T _T 2019 = 30 B3", table.figures());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|2019\nVictims|10\nSuspects|\nWomen|5\nMen|2",
                "|2019\nVictims|10\nSuspects|7\nWomen|5\nMen|2",
                "|2019\nVictims|10\nSuspects|8\nof which women|5",
                "|2019\nVictims|10\nVictims assisted|8\nof which women|5",
                "Table 1. Victims|\n|2019\nTotal|10\n||\nTable 2. Convicted persons|\n|2019\nWomen|4\nMen|4",
                "Cuadro 1. Víctimas|\n|2019\nTotal|10\n||\nCuadro 2. Personas condenadas|\n|2019\nMujeres|4"
            })
    void peopleBelowAnotherSubjectAreNoVictims(String table) {
        assertEquals("_T _T _T 2019 = 10", InventedTable.plainFigures(table));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|2019\nSuspects|\nWomen|1\nVictims|\nTotal|10",
                "Cases of trafficking|\n|2019\nTotal|4\n||\nCases of trafficking|\n|2019\nVictims|10",
                "Cases of trafficking|\nYear|Victims\n2019|10",
                "Cases of trafficking|\nYear|Victims in these cases\n2019|10",
                "|2019\nCases|\nNumber of victims in cases|10",
                "|Victims 2019\nCases of trafficking|\nTotal|10"
            })
    void victimsBelowAnotherSubjectAreVictims(String table) {
        assertEquals("_T _T _T 2019 = 10", InventedTable.plainFigures(table));
    }

    @ParameterizedTest
    @CsvSource({
        "Víctimas, Año|H|M|Total, 2019|5|12|17",
        "Víctimas, Sexo|2019, H|5;M|12;Total|17",
        "Víctimas, Año|Sexo|Número, 2019|H|5;2019|M|12;2019|Total|17",
        "Victimes, Année|H|F|Total, 2019|5|12|17",
        "Victims, Year|F|M|Total, 2019|12|5|17",
        "Opfer, Jahr|m|w|Gesamt, 2019|5|12|17"
    })
    void aLetterMeansASexByTheLetterBesideIt(String title, String header, String rows) {
        assertEquals(
                "F _T _T 2019 = 12\nM _T _T 2019 = 5\n_T _T _T 2019 = 17",
                InventedTable.plainFigures(title + "\n" + header + "\n" + rows.replace(';', '\n')));
    }

    @Test
    void theLetterMAloneIsAsked() {
        String table = "Víctimas\nAño|Sexo|Número\n2019|M|12\n2019|Total|17";
        assertEquals("word:SEX:M", InventedTable.of(table).victims().questions());
        assertEquals(
                "word:SEX:M\nword:SEX:V",
                InventedTable.of(table + "\n2019|V|5").victims().questions());
    }
}
