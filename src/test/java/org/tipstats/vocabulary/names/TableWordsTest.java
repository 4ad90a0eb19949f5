package org.tipstats.vocabulary.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TableWordsTest {

    private static final TableWords WORDS = TableWords.all();

    @Test
    void aHeaderHasItsKind() {
        assertEquals(Set.of("year"), WORDS.kinds("Año"));
        assertEquals(Set.of("year"), WORDS.kinds(" JAHR: "));
        assertEquals(Set.of("month:3"), WORDS.kinds("März"));
        assertEquals(Set.of("month:12"), WORDS.kinds("dic."));
        assertEquals(Set.of("subtotal"), WORDS.kinds("Sub-total"));
        assertEquals(Set.of(), WORDS.kinds("Year of the victims"));
    }

    @Test
    void marksOfMissingFiguresStandAlone() {
        for (String mark :
                new String[] {"-", "–", "…", "..", "*", "n/a", "N.A.", "x", "c", "н/д", "k. A.", "Sin dato"}) {
            assertTrue(WORDS.kinds(mark).contains("missing"), mark);
        }
        assertEquals(Set.of(), WORDS.kinds(""));
        assertFalse(WORDS.mentions("missing", "0-17"));
        assertFalse(WORDS.mentions("missing", "Vitamin C"));
        assertTrue(WORDS.mentions("missing", "Data not available"));
    }

    @Test
    void ratesAreSeenInLongerTexts() {
        assertTrue(WORDS.mentions("rate", "Victims per 100,000 population"));
        assertTrue(WORDS.mentions("rate", "Víctimas por cada 100.000 habitantes"));
        assertTrue(WORDS.mentions("rate", "на 100 тыс. населения"));
        assertTrue(WORDS.mentions("rate", "Anteil (%)"));
        assertTrue(WORDS.mentions("rate", "受害者（%）"));
        assertTrue(WORDS.mentions("rate", "每10万人口受害者"));
        assertFalse(WORDS.mentions("rate", "Cooperatives"));
        assertFalse(WORDS.mentions("rate", "Number of victims"));
    }

    @Test
    void traffickingIsSeenInTitles() {
        assertTrue(WORDS.mentions("trafficking", "Detected victims of human trafficking (number) [16.2.2]"));
        assertTrue(WORDS.mentions("trafficking", "Выявленные жертвы торговли людьми (число)"));
        assertTrue(WORDS.mentions("trafficking", "人口贩运受害者"));
        assertFalse(WORDS.mentions("trafficking", "Road traffic accidents"));
        assertFalse(WORDS.mentions("trafficking", "Territory with cleared mines, square kilometres"));
    }

    @Test
    void wordsWithinLongerWordsOfTheListCountToo() {
        assertTrue(WORDS.mentions("victims", "Víctimas detectadas"));
        assertTrue(WORDS.mentions("total", "Total (All India)"));
        assertTrue(WORDS.mentions("national", "Total (All India)"));
    }
}
