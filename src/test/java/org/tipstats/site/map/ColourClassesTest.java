package org.tipstats.site.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests classes. The expected limits are computed by hand. */
class ColourClassesTest {

    private static List<BigDecimal> values(String... values) {
        return Arrays.stream(values).map(BigDecimal::new).toList();
    }

    /**
     * Of 1 to 100, the upper fifths begin at 21, 41, 61 and 81. The nearest round numbers, as ratios, are 20, 50,
     * 70 and 70.
     */
    @Test
    void limitsAreRoundAndPartTheValuesInFifths() {
        ColourClasses classes = ColourClasses.of(
                IntStream.rangeClosed(1, 100).mapToObj(BigDecimal::valueOf).toList());

        assertEquals(values("20", "50", "70"), classes.limits());
        assertEquals(4, classes.size());
        assertEquals(
                List.of(0, 1, 1, 2, 2, 3, 4),
                Stream.of("0", "0.01", "20", "20.0001", "50", "70", "900")
                        .map(BigDecimal::new)
                        .map(classes::of)
                        .toList());
    }

    @Test
    void zerosMakeNoClasses() {
        List<BigDecimal> some = values("0.11", "0.22", "0.5", "1.1", "3.2");
        List<BigDecimal> more = Stream.concat(some.stream(), values("0", "0.0000", "0").stream())
                .toList();

        assertEquals(values("0.2", "0.5", "1", "3"), ColourClasses.of(some).limits());
        assertEquals(ColourClasses.of(some), ColourClasses.of(more));
    }

    @Test
    void fewValuesHaveFewClasses() {
        assertEquals(1, ColourClasses.of(List.of()).size());
        assertEquals(1, ColourClasses.of(values("4.2", "4.2", "4.2")).size());
        assertEquals(0, ColourClasses.of(values("4.2")).of(BigDecimal.ZERO));
        assertEquals(1, ColourClasses.of(values("4.2")).of(BigDecimal.TEN));
    }

    @Test
    void fewClassesSpreadOverTheColours() {
        ColourClasses two = new ColourClasses(values("1"));
        ColourClasses five = new ColourClasses(values("1", "2", "3", "5"));

        assertEquals(
                List.of(0, 1, 5),
                IntStream.rangeClosed(0, 2).mapToObj(two::colour).toList());
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5),
                IntStream.rangeClosed(0, 5).mapToObj(five::colour).toList());
    }
}
