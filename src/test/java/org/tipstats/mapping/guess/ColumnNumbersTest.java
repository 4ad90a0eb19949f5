package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.mapping.guess.InventedTable.plainFigures;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows below a header that number the columns, and rows of figures that look like them. */
class ColumnNumbersTest {

    private static final String BY_SEX = "F _T _T 2018 = 5\nM _T _T 2018 = 2\n_T _T _T 2018 = 7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1|2|3|4",
                "(1)|(2)|(3)|(4)",
                "[1]|[2]|[3]|[4]",
                "1.|2.|3.|4.",
                "0|1|2|3",
                "A|B|C|D",
                "(a)|(b)|(c)|(d) = (b) + (c)",
                "1|2|3|4=2+3",
                "Col. 1|Col. 2|Col. 3|Col. 4",
                "Col.|(1)|(2)|(3)",
                "Графа|1|2|3",
                "栏次|1|2|3",
                "А|1|2|3",
                "١|٢|٣|٤"
            })
    void aRowThatNumbersTheColumnsHasNoFiguresAndNamesNoColumn(String numbers) {
        assertEquals(BY_SEX, plainFigures("Victims\nYear|Women|Men|Total\n" + numbers + "\n2018|5|2|7"));
    }

    @Test
    void twoColumnsAndLinesMayHaveNumbersToo() {
        assertEquals("F _T _T 2019 = 5\nM _T _T 2019 = 3", plainFigures("Victims\nSex|2019\n1|2\nWomen|5\nMen|3"));
        assertEquals(
                "F _T SEX 2019 = 5\nM _T SEX 2019 = 3",
                plainFigures("Жертвы\nФорма эксплуатации|Пол|2019\nа|б|1\n"
                        + "Сексуальная эксплуатация|Женщины|5\nСексуальная эксплуатация|Мужчины|3"));
        assertEquals(
                "F _T _T 2019 = 5\nM _T _T 2019 = 4\n_T _T _T 2019 = 9",
                plainFigures("Жертвы, 2019\nПоказатель|№ строки|Всего|Женщины|Мужчины\nА|Б|1|2|3\nЖертвы|1|9|5|4"));
    }

    @Test
    void aSubmitterWhoGivesTheRangeGetsTheSameFigures() {
        InventedTable table = InventedTable.of("Victims\nYear|Women|Men\nA|B|C\n2018|5|2\n2019|4|3")
                .victims()
                .answer("range:A2:C5", "A2:C4");
        assertEquals("F _T _T 2018 = 5\nM _T _T 2018 = 2", table.withoutCells());
    }

    @Test
    void figuresThatRiseFromOneAreRead() {
        assertEquals(
                "F _T _T 2018 = 1\nF _T _T 2019 = 2\nM _T _T 2018 = 3\nM _T _T 2019 = 4",
                plainFigures("Victims\nSex|2018|2019\nWomen|1|2\nMen|3|4"));
        assertEquals(
                "word:SEX:A\nword:SEX:B",
                InventedTable.of("Victims\nSex|2018|2019\nA|1|2\nB|3|4")
                        .victims()
                        .questions());
        assertEquals(
                "word:AGE:1\nword:AGE:3",
                InventedTable.of("Victims\nAge|2018\n1|2\n3|4").victims().questions());
    }
}
