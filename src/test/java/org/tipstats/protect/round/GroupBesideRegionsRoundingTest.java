package org.tipstats.protect.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.compile.aggregate.ClubWorld;
import org.tipstats.compile.aggregate.SmallWorld;
import org.tipstats.protect.round.NationalRounding.RoundedCube;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.DisclosureSettings;
import org.tipstats.vocabulary.schema.DisclosureSettings.DisclosureMethod;
import org.tipstats.vocabulary.schema.SampleStructures;

/** A group that cuts across the regions has the sum of the rounded counts of its areas. */
class GroupBesideRegionsRoundingTest {

    private static final int BASE = 3;
    private static final Dataflow VICTIMS = SampleStructures.withDisclosure(
            ClubWorld.VICTIMS,
            new DisclosureSettings(DisclosureMethod.ROUNDING, BASE, true, 0, 0, null, List.of(), false));

    private static long value(Cube cube, String area, String cell) {
        return cube.find(SmallWorld.count(VICTIMS, area + " " + cell))
                .map(Observation::value)
                .orElseThrow()
                .longValueExact();
    }

    @Test
    void roundedCountsAddUpToTheGroup() {
        Seeds.check(50, random -> {
            List<String> rows = ClubWorld.MEMBERS.stream()
                    .map(area -> area + " all all 2010 " + random.nextInt(12))
                    .toList();
            RoundedCube rounded = new NationalRounding(List.of(VICTIMS))
                    .round(Map.of(VICTIMS.id(), SmallWorld.cube(VICTIMS, rows)), List.of())
                    .get(VICTIMS.id());
            Cube people = SmallWorld.cube(SmallWorld.POPULATION);
            Cube shown = rounded.publish(new AggregateCalculator(VICTIMS, people).calculate(rounded.national()));

            long sum = ClubWorld.MEMBERS.stream()
                    .mapToLong(area -> value(shown, area, "all all 2010"))
                    .sum();
            long exact = rows.stream()
                    .mapToLong(row -> Long.parseLong(row.substring(row.lastIndexOf(' ') + 1)))
                    .sum();
            assertEquals(sum, value(shown, "club", "all all 2010"));
            assertTrue(Math.abs(sum - exact) < BASE, rows + " became " + sum);
        });
    }
}
