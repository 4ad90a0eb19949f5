package org.tipstats.vocabulary.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Selects some years of a cube. */
class YearSelectionTest {

    private static final KeySpace SPACE = new KeySpace(SchemaRegistry.load(Path.of("schemas"))
            .dataflow("VICTIMS")
            .orElseThrow()
            .structure());

    private static Observation of(String key) {
        return Observation.count(SPACE.parse(key).orElseThrow(), 7, "A");
    }

    private static final Observation OLD = of("A.AUT._T._T._T.NUMBER.2015");
    private static final Observation NEW = of("A.155._T._T._T.NUMBER.2016");
    private static final Cube CUBE = Cube.of(SPACE, List.of(OLD, NEW));

    @Test
    void onlyTheirFiguresAreLeft() {
        assertEquals(List.of(NEW), new YearSelection(List.of("2016")).of(CUBE).observations());
        assertEquals(2, new YearSelection(List.of("2015", "2016")).of(CUBE).size());
        assertEquals(0, new YearSelection(List.of("2014")).of(CUBE).size());
    }

    @Test
    void eachYearWithFiguresIsSelectedOnceTheLargestFirst() {
        Cube later = Cube.of(SPACE, List.of(NEW));
        List<YearSelection> years =
                YearSelection.each(Stream.of(Map.of("two", CUBE), Map.of("one", later, "none", Cube.empty(SPACE))));
        assertEquals(
                List.of(List.of(NEW), List.of(OLD)),
                years.stream().map(year -> year.of(CUBE).observations()).toList());
    }

    @Test
    void noYearsAreAll() {
        assertSame(CUBE, new YearSelection(List.of()).of(CUBE));
    }
}
