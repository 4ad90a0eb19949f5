package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms of exploitation in short above columns of figures. */
class FormLayoutTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Victims\nYear|Sexual|Labour|Other|Total\n2019|10|5|2|17",
                "Victimes\nAnnée|Sexuelle|Travail|Autre|Total\n2019|10|5|2|17",
                "Víctimas\nAño|Sexual|Laboral|Otro|Total\n2019|10|5|2|17",
                "Потерпевшие\nГод|Сексуальная|Трудовая|Иная|Всего\n2019|10|5|2|17",
                "الضحايا\nالسنة|جنسي|عمل|أخرى|المجموع\n2019|10|5|2|17",
                "受害者\n年份|性剥削|劳动|其他|合计\n2019|10|5|2|17",
                "Opfer\nJahr|Gesamt|Sexuell|Arbeit|Sonstige\n2019|17|10|5|2"
            })
    void shortFormsThatAddUpToTheirTotalAreForms(String table) {
        assertEquals(
                "_T _T LAB 2019 = 5\n_T _T OTH 2019 = 2\n_T _T SEX 2019 = 10\n_T _T _T 2019 = 17",
                InventedTable.plainFigures(table));
    }

    @Test
    void theSumsOfEachYearAreCompared() {
        assertEquals(
                "F _T LAB 2018 = 2\nF _T LAB 2019 = 1\nF _T SEX 2018 = 3\nF _T SEX 2019 = 4"
                        + "\nF _T _T 2018 = 5\nF _T _T 2019 = 5",
                InventedTable.plainFigures(
                        "Victims\n|2018|||2019||\nSex|Sexual|Labour|Total|Sexual|Labour|Total\nFemale|3|2|5|4|1|5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Victims\nYear|Sexual|Labour|Total\n2019|10|5|18",
                "Victims\nYear|Sexual|Labour|Total\n2018|10|5|15\n2019|10|5|14",
                "Victims\nYear|Sexual|Labour\n2019|10|5"
            })
    void shortFormsWithoutAFittingTotalAreAsked(String text) {
        InventedTable table = InventedTable.of(text).victims();
        assertEquals("word:EXPLOITATION:Labour\nword:EXPLOITATION:Sexual", table.questions());
        table.answer("word:EXPLOITATION:Labour", "LAB").answer("word:EXPLOITATION:Sexual", "SEX_PROST");
        assertEquals("", table.questions());
        assertEquals(true, table.figures().contains("_T _T SEX_PROST 2019 = 10 B"));
    }

    @Test
    void shortFormsAreLeftOutOfFiguresWithoutForms() {
        InventedTable table = InventedTable.of("Suspects\nYear|Sexual|Labour|Total\n2019|10|5|15")
                .counts("PERSONS")
                .param("STAGE", "SUSPECTED");
        assertEquals("", table.questions());
        assertEquals("SUSPECTED _T _T 2019 = 15 D3", table.figures());
    }
}
