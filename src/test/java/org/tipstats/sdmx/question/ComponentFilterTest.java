package org.tipstats.sdmx.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.sdmx.question.ComponentFilter.Values;

/** Tests which values component filters accept. */
class ComponentFilterTest {

    private static String kept(Values values, String expression, List<String> texts) {
        Predicate<String> filter = ComponentFilter.of("X", values, expression);
        return texts.stream().filter(filter).collect(Collectors.joining(" "));
    }

    /** The examples of the standard, over the values A, B, C and D. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A | A",
                "A,B | A B",
                "ge:B | B C D",
                "ge:B+le:C | B C",
                "A,B+C | A",
                "ge:A+le:B,ge:D+le:D | A B D",
                "ne:A,A | A B C D",
                "ne:A+B | B",
                "ne:A,ne:B | A B C D",
                "ne:A+ne:B | C D",
            })
    void commasMeanOrAndPlusesAnd(String expression, String kept) {
        assertEquals(kept, kept(Values.TEXTS, expression, List.of("A", "B", "C", "D")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lt:9 | 0 8.5",
                "ge:10 | 10 100",
                "10.0 | 10",
                "gt:8.5 | 9 10 100",
                "ge:1e1 | 10 100",
                "ge:9. | 9 10 100",
                "lt:.5 | 0",
                "sw:1 | 10 100",
                "ew:0 | 0 10 100"
            })
    void numbersAreComparedAsNumbers(String expression, String kept) {
        assertEquals(kept, kept(Values.NUMBERS, expression, List.of("0", "8.5", "9", "10", "100")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 | ''", "ne:1 | 001 019", "019 | 019", "lt:1 | 001 019"})
    void codesOfDigitsAreComparedAsTexts(String expression, String kept) {
        Predicate<String> filter = ComponentFilter.of("X", Values.TEXTS, expression);
        assertEquals(kept, Stream.of("001", "019").filter(filter).collect(Collectors.joining(" ")));
    }

    @Test
    void whatHasNoValueIsOnlyUnequal() {
        List<String> some = Stream.of("eq:A", "ge:A", "co:A", "ne:A", "nc:A")
                .filter(expression ->
                        ComponentFilter.of("X", Values.TEXTS, expression).test(null))
                .toList();
        assertEquals(List.of("ne:A", "nc:A"), some);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ge:2010-01+le:2011-12 | 2010 2011",
                "gt:2010 | 2011 2012",
                "lt:2011-06 | 2009 2010",
                "2010-A1 | 2010",
                "ne:2010 | 2009 2011 2012",
                "sw:201 | 2010 2011 2012",
            })
    void periodsAreComparedByTheirDays(String expression, String kept) {
        assertEquals(kept, kept(Values.PERIODS, expression, List.of("2009", "2010", "2011", "2012")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A,", "A+", "xx:A", "ge:"})
    void whatIsNotWrittenSoIsRefused(String expression) {
        assertThrows(ProblemException.class, () -> ComponentFilter.of("X", Values.TEXTS, expression));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lt:abc", "ne:NaN", "ge:1 000", "0x10", "."})
    void whatIsNoNumberIsRefusedWhereNumbersAreCompared(String expression) {
        assertThrows(ProblemException.class, () -> ComponentFilter.of("X", Values.NUMBERS, expression));
    }
}
