package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodNotAllowedTest {

    private static Given period(String cell) {
        return Given.rows("AUT,F,_T,_T," + cell + ",12,");
    }

    private static void refused(String cell, String suggestions) {
        assertEquals(
                List.of("period-not-allowed 2 TIME_PERIOD \"" + cell + "\" " + suggestions),
                period(cell).found());
    }

    @Test
    void yearsFromTheFirstToTheCurrentAreCollected() {
        for (String year : List.of("2000", "2016", "2026", " 2016 ")) {
            assertEquals(List.of(), period(year).found("period-not-allowed"), year);
        }
    }

    @Test
    void yearsOutsideAreNot() {
        refused("1999", "[]");
        refused("2027", "[]");
        assertEquals("2027 is in the future.", period("2027").says().get(0));
        assertEquals(
                "1999 is before 2000, the first year collected.",
                period("1999").says().get(0));
        assertEquals(
                "Write a year with four digits, from 2000 to 2026.",
                period("2027").says().get(1));
    }

    @Test
    void aLongerTextSuggestsItsOnlyYear() {
        refused("2016.0", "[2016]");
        refused("2016-01", "[2016]");
        refused("31/12/2016", "[2016]");
        refused("FY2016", "[2016]");
        refused("2016-01-01", "[2016]");
        refused("2016/17", "[2016]");
        refused("2016/2017", "[]");
        refused("20165", "[]");
        refused("in 1987", "[]");
    }

    @Test
    void otherTextsAreNoYear() {
        refused("16", "[]");
        refused("03/04", "[]");
        refused("42370", "[]");
        refused("", "[]");
        refused("\u0662\u0660\u0661\u0666", "[]");
    }
}
