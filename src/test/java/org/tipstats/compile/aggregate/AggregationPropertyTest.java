package org.tipstats.compile.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.count;
import static org.tipstats.compile.aggregate.SmallWorld.rate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;

/** Checks properties of aggregates for random reports. */
class AggregationPropertyTest {

    @Test
    void anAggregateIsTheSumOfItsParts() {
        Seeds.check(300, random -> {
            SmallWorlds world = SmallWorlds.random(random);
            Cube compiled = world.compile();
            for (String cell : SmallWorlds.cells()) {
                Figures earth = new Figures(compiled, "earth " + cell);
                Figures north = new Figures(compiled, "north " + cell);
                Figures south = new Figures(compiled, "south " + cell);

                assertEquals(north.lower.add(south.lower), earth.lower);
                assertEquals(north.upper.add(south.upper), earth.upper);
                assertEquals(north.reporting + south.reporting, earth.reporting);
                assertEquals(north.masked + south.masked, earth.masked);
            }
        });
    }

    @Test
    void oneMoreReportingAreaNeverLowersTheNumberOfReportingAreas() {
        Seeds.check(300, random -> {
            SmallWorlds world = SmallWorlds.random(random);
            int further = random.nextInt(41);
            List<String> fewer = new ArrayList<>(world.rows());
            if (fewer.isEmpty()) {
                return;
            }
            fewer.remove(further % fewer.size());
            Cube before = world.compile(fewer);
            Cube after = world.compile();
            for (String cell : SmallWorlds.cells()) {
                for (String group : SmallWorld.GROUPS) {
                    assertTrue(new Figures(after, group + " " + cell).reporting
                            >= new Figures(before, group + " " + cell).reporting);
                }
            }
        });
    }

    @Test
    void theBoundsHoldTheTruthWhateverTheMaskedValues() {
        Seeds.check(300, random -> {
            SmallWorlds world = SmallWorlds.random(random);
            List<String> truth = world.rows().stream()
                    .map(row -> row.replace("masked", String.valueOf(random.nextInt(5))))
                    .toList();
            Cube compiled = world.compile();
            for (Observation known : world.compile(truth)) {
                Coverage bounds = compiled.find(known.key()).orElseThrow().coverage();
                if (bounds != null) {
                    assertTrue(bounds.lower().compareTo(known.value()) <= 0);
                    assertTrue(bounds.upper().compareTo(known.value()) >= 0);
                }
            }
        });
    }

    @Test
    void theBoundsAreReachedWhereTheMaskedValuesAreSmallestAndLargest() {
        Seeds.check(300, random -> {
            SmallWorlds world = SmallWorlds.random(random);
            Cube compiled = world.compile();
            Cube smallest = world.compile(
                    world.rows().stream().map(row -> row.replace("masked", "0")).toList());
            Cube largest = world.compile(
                    world.rows().stream().map(row -> row.replace("masked", "4")).toList());
            for (Observation observation : compiled) {
                if (observation.coverage() != null) {
                    long key = observation.key();
                    assertEquals(
                            smallest.find(key).orElseThrow().value(),
                            observation.coverage().lower());
                    assertEquals(
                            largest.find(key).orElseThrow().value(),
                            observation.coverage().upper());
                }
            }
        });
    }

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        Seeds.check(300, random -> {
            SmallWorlds world = SmallWorlds.random(random);
            List<String> rows = new ArrayList<>(world.rows());
            Collections.shuffle(rows, random);

            assertEquals(world.compile().observations(), world.compile(rows).observations());
        });
    }

    @Test
    void aRateLiesBetweenTheSmallestAndTheLargestOfItsAreas() {
        Seeds.check(300, random -> {
            SmallWorlds world = SmallWorlds.random(random);
            List<String> unmasked =
                    world.rows().stream().filter(row -> !row.endsWith("masked")).toList();
            Cube compiled = world.compile(unmasked);
            for (String cell : SmallWorlds.cells()) {
                List<BigDecimal> rates = SmallWorld.AREAS.stream()
                        .flatMap(area -> compiled.find(rate(VICTIMS, area + " " + cell)).stream())
                        .map(Observation::value)
                        .sorted()
                        .toList();
                Optional<Observation> earth = compiled.find(rate(VICTIMS, "earth " + cell));
                assertEquals(rates.isEmpty(), earth.isEmpty());
                earth.ifPresent(of -> {
                    assertTrue(rates.get(0).compareTo(of.value()) <= 0);
                    assertTrue(rates.get(rates.size() - 1).compareTo(of.value()) >= 0);
                });
            }
        });
    }

    /** The count of a group; all numbers are 0 if the group has none. */
    private static final class Figures {
        private final BigDecimal lower;
        private final BigDecimal upper;
        private final int reporting;
        private final int masked;

        private Figures(Cube cube, String cell) {
            Optional<Coverage> coverage = cube.find(count(VICTIMS, cell)).map(Observation::coverage);
            this.lower = coverage.map(Coverage::lower).orElse(BigDecimal.ZERO);
            this.upper = coverage.map(Coverage::upper).orElse(BigDecimal.ZERO);
            this.reporting = coverage.map(Coverage::reporting).orElse(0);
            this.masked = coverage.map(Coverage::masked).orElse(0);
        }
    }
}
