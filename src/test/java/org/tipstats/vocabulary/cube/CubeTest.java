package org.tipstats.vocabulary.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;
import org.tipstats.vocabulary.schema.SampleStructures;

class CubeTest {

    private static final KeySpace SPACE = new KeySpace(SampleStructures.victims());

    private static Observation count(long key, long value) {
        return Observation.count(key, value, "A");
    }

    @Test
    void observationsAreFoundByKeyAndComeInItsOrder() {
        Seeds.check(300, random -> {
            TreeSet<Long> keys = new TreeSet<>();
            int size = random.nextInt(30);
            while (keys.size() < size) {
                keys.add((long) random.nextInt(60));
            }
            List<Observation> given = new java.util.ArrayList<>(
                    keys.stream().map(key -> count(key, key + 1000)).toList());
            java.util.Collections.shuffle(given, random);
            Cube cube = Cube.of(SPACE, given);
            assertEquals(size, cube.size());
            assertEquals(
                    List.copyOf(keys),
                    cube.observations().stream().map(Observation::key).toList());
            for (long key = 0; key < 60; key++) {
                assertEquals(
                        keys.contains(key) ? Optional.of(count(key, key + 1000)) : Optional.empty(), cube.find(key));
            }
        });
    }

    @Test
    void aKeyTwiceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Cube.of(SPACE, List.of(count(7, 1), count(7, 1))));
    }

    @Test
    void aFigureIsTheSameByValueAndStatus() {
        Observation twelve = count(1, 12);
        assertTrue(
                twelve.sameFigure(new Observation(1, new BigDecimal("12.0"), "A", "F", Map.of("COMMENT", "x"), null)));
        assertFalse(twelve.sameFigure(count(1, 13)));
        assertFalse(twelve.sameFigure(Observation.count(1, 12, "U")));
        assertFalse(twelve.sameFigure(Observation.absent(1, "A", null)));
        assertFalse(Observation.absent(1, "L", null).sameFigure(twelve));
        assertFalse(Observation.absent(1, "L", null).sameFigure(Observation.absent(1, "Q", null)));
        assertTrue(Observation.absent(1, "Q", "A").sameFigure(Observation.absent(1, "Q", "C")));
    }

    @Test
    void digestsOfFiguresContainThisTextOfTheirCoverage() {
        Observation.Coverage coverage = new Observation.Coverage(BigDecimal.ONE, new BigDecimal("2.50"), 3, 2, 1, null);
        assertEquals(
                "Coverage[lower=1, upper=2.50, areas=3, reporting=2, masked=1, population=null]", coverage.toString());
    }
}
