package org.tipstats.publish.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.cube;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.vocabulary.cube.Cube;

/** The newest year of the world beside the year before. The people: aa 500, bb 300, cc 200. */
class NewestYearTest {

    private static final Cube PEOPLE = cube(
            POPULATION,
            "aa all all 2010 500",
            "bb all all 2010 300",
            "cc all all 2010 200",
            "aa all all 2011 500",
            "bb all all 2011 300",
            "cc all all 2011 200");

    private static List<Map<String, Object>> thin(String... rows) {
        return new VintageReview(VICTIMS)
                .thinNewestYears(new AggregateCalculator(VICTIMS, PEOPLE).calculate(cube(VICTIMS, rows)));
    }

    @Test
    void aYearWithLessThanHalfOfThePeopleIsNamed() {
        List<Map<String, Object>> found = thin("aa all all 2010 7", "bb all all 2010 7", "bb all all 2011 9");
        assertEquals(1, found.size());
        assertEquals(new BigDecimal("80.0"), found.get(0).get("old"));
        assertEquals(new BigDecimal("30.0"), found.get(0).get("new"));
        assertEquals(1, found.get(0).get("areas"));
        assertEquals("yearly.earth.all.all.heads.2011", found.get(0).get("key"));
    }

    @Test
    void halfOfThePeopleIsEnough() {
        assertEquals(List.of(), thin("aa all all 2010 7", "cc all all 2010 7", "bb f all 2010 1", "aa all all 2011 9"));
        assertEquals(
                List.of(), thin("aa all all 2010 7", "bb all all 2010 7", "cc all all 2010 7", "aa all all 2011 9"));
    }

    @Test
    void oneYearHasNothingToCompare() {
        assertEquals(List.of(), thin("cc all all 2011 9"));
    }
}
