package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImplausibleUnitTest {

    private static Given unit(String cell) {
        return Given.file(Given.HEADER + ",UNIT_MEASURE\nAUT,F,_T,_T,2016,12,,\"" + cell + "\"\n");
    }

    @Test
    void theUnitOfCountsMayBeGivenOrLeftEmpty() {
        assertEquals(List.of(), unit("NUMBER").found());
        assertEquals(List.of(), unit("").found());
    }

    @Test
    void aRateIsNoCount() {
        for (String cell : List.of("PER_100000_POP", "%", "per 100 000", "Rate", "percent", "taux", "100,000")) {
            assertEquals(
                    List.of("implausible-unit 2 UNIT_MEASURE \"" + cell + "\" [NUMBER]"),
                    unit(cell).found());
        }
        assertEquals(
                List.of(
                        "The unit \"%\" is for rates or shares, but counts are required.",
                        "Give the counts, with NUMBER in UNIT_MEASURE. Rates are computed from them."),
                unit("%").says());
    }

    @Test
    void anyOtherUnitIsAnUnknownCode() {
        assertEquals(
                List.of("unknown-code 2 UNIT_MEASURE \"PERSONS\" [NUMBER]"),
                unit("PERSONS").found());
        assertEquals(
                List.of("unknown-code 2 UNIT_MEASURE \"number\" [NUMBER]"),
                unit("number").found());
    }
}
