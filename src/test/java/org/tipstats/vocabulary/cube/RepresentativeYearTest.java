package org.tipstats.vocabulary.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.cube.Observation.Coverage;

class RepresentativeYearTest {

    private static Observation figure(int reporting) {
        Coverage coverage = new Coverage(BigDecimal.ONE, BigDecimal.ONE, 248, reporting, 0, null);
        return new Observation(0, BigDecimal.ONE, "A", null, Map.of(), coverage);
    }

    private static OptionalInt of(Observation... figures) {
        return RepresentativeYear.of(Arrays.asList(figures));
    }

    @Test
    void theNewestYearTellsUnlessFarFewerAreasStandBehindIt() {
        assertEquals(OptionalInt.of(1), of(figure(131), figure(101)));
        assertEquals(OptionalInt.of(1), of(figure(131), figure(101), figure(1)), "one area is not the world");
        assertEquals(OptionalInt.of(1), of(figure(8), figure(4)), "half as many areas are enough");
        assertEquals(OptionalInt.of(0), of(figure(9), figure(4)));
        assertEquals(OptionalInt.of(0), of(figure(9), null));
    }

    @Test
    void anAreasOwnFiguresStandForThemselves() {
        Observation own = new Observation(0, BigDecimal.TEN, "A", null, Map.of(), null);

        assertEquals(OptionalInt.of(2), of(own, null, own, null));
        assertEquals(OptionalInt.empty(), of(null, null));
    }
}
