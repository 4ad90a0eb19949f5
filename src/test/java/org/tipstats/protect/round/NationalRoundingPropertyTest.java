package org.tipstats.protect.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.protect.round.RoundedWorld.CITIZENS;
import static org.tipstats.protect.round.RoundedWorld.VICTIMS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.Seeds;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/** Properties of the national figures of any small world, checked cell by cell as a reader would. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class NationalRoundingPropertyTest {

    private static final int WORLDS = 12;

    private static Map<String, Map<String, Long>> round(
            Map<String, Dataflow> dataflows, Map<String, Cube> accepted, List<EarlierRelease> earlier) {
        Map<String, Map<String, Long>> values = new TreeMap<>();
        new NationalRounding(dataflows.values())
                .round(accepted, earlier)
                .forEach((id, cube) -> values.put(id, RoundedWorld.values(cube.national())));
        return values;
    }

    private static Map<String, Dataflow> dataflows(Random random) {
        return RoundedWorld.dataflows(random.nextBoolean() ? 3 : 5);
    }

    private static int base(Map<String, Dataflow> dataflows) {
        return dataflows.get(VICTIMS).disclosure().roundingBase();
    }

    /** Every line that is additive in truth is additive in print, and no remainder is a small count. */
    private static void isAdditive(Dataflow dataflow, Map<String, Long> truth, Map<String, Long> print) {
        int base = dataflow.disclosure().roundingBase();
        for (String cell : truth.keySet()) {
            for (int dimension = 1; dimension < cell.split("\\.").length; dimension++) {
                List<String> parts = RoundedWorld.parts(dataflow, cell, dimension, truth);
                long left =
                        truth.get(cell) - parts.stream().mapToLong(truth::get).sum();
                long shown =
                        print.get(cell) - parts.stream().mapToLong(print::get).sum();
                if (!parts.isEmpty() && left >= 0) {
                    boolean safe = left == 0 ? shown == 0 : shown == 0 || shown >= base;
                    assertTrue(safe, cell + " along " + dimension + " leaves " + shown + " instead of " + left);
                }
            }
        }
    }

    private static void isNotSmall(int base, Map<String, Long> print) {
        print.forEach((cell, value) -> assertTrue(value == 0 || value >= base, cell + " is " + value));
    }

    @Test
    void nothingIsSmallAndEverythingAddsUp() {
        Seeds.check(WORLDS, random -> {
            Map<String, Dataflow> dataflows = dataflows(random);
            Map<String, Map<String, Long>> truth = RoundedWorld.rows(RoundedWorld.persons(random));
            Map<String, Map<String, Long>> print = round(dataflows, RoundedWorld.cubes(dataflows, truth), List.of());
            truth.forEach((id, rows) -> {
                assertEquals(rows.keySet(), print.get(id).keySet());
                isNotSmall(base(dataflows), print.get(id));
                isAdditive(dataflows.get(id), rows, print.get(id));
            });
            RoundedWorld.AREAS.forEach(area -> assertEquals(
                    print.get(VICTIMS).get(area + "._T._T._T"),
                    print.get(CITIZENS).get(area + "._T._T")));
        });
    }

    /** Providers mask a third of the counts below 5. The rest of a total never reveals its masked parts. */
    @Test
    void maskedPartsCannotBeSubtracted() {
        int[] hidden = new int[1];
        Seeds.check(WORLDS, random -> {
            Dataflow victims = dataflows(random).get(VICTIMS);
            Map<String, Long> truth =
                    RoundedWorld.rows(RoundedWorld.persons(random)).get(VICTIMS);
            truth.replaceAll((cell, value) -> value < 5 && random.nextInt(3) == 0 ? -1 : value);
            List<String> rows = truth.entrySet().stream()
                    .map(row -> row.getKey() + " " + (row.getValue() < 0 ? "Q" : row.getValue()))
                    .toList();
            Map<String, Long> print = RoundedWorld.values(new NationalRounding(List.of(victims))
                    .round(Map.of(VICTIMS, RoundedWorld.cube(victims, rows)), List.of())
                    .get(VICTIMS)
                    .national());
            for (String cell : truth.keySet()) {
                for (int dimension = 1; truth.get(cell) >= 0 && dimension < 4; dimension++) {
                    List<String> parts = RoundedWorld.parts(victims, cell, dimension, truth);
                    long masked = parts.stream().filter(p -> truth.get(p) < 0).count();
                    long known = parts.stream()
                            .mapToLong(p -> Math.max(0, truth.get(p)))
                            .sum();
                    long shown = parts.stream()
                            .mapToLong(p -> Math.max(0, print.getOrDefault(p, -1L)))
                            .sum();
                    if (masked > 0 && truth.get(cell) - known >= 0 && truth.get(cell) - known <= 4 * masked) {
                        long left = print.get(cell) - shown;
                        hidden[0]++;
                        assertTrue(left >= 0 && left % 5 == 0, () -> cell + " leaves " + left);
                    }
                }
            }
        });
        assertTrue(hidden[0] > 100, () -> "only " + hidden[0]);
    }

    @Test
    void totalsDriftLittle() {
        long[] drift = new long[2];
        Seeds.check(WORLDS, random -> {
            Map<String, Dataflow> dataflows = dataflows(random);
            Map<String, Map<String, Long>> truth = RoundedWorld.rows(RoundedWorld.persons(random));
            Map<String, Map<String, Long>> print = round(dataflows, RoundedWorld.cubes(dataflows, truth), List.of());
            for (String area : RoundedWorld.AREAS) {
                String cell = area + "._T._T._T";
                long difference =
                        print.get(VICTIMS).get(cell) - truth.get(VICTIMS).get(cell);
                long most = 2L * base(dataflows);
                assertTrue(Math.abs(difference) <= most, () -> cell + " drifts by " + difference);
                drift[0] += difference;
                drift[1] += truth.get(VICTIMS).get(cell);
            }
        });
        assertTrue(Math.abs(drift[0]) * 100 < drift[1], () -> drift[0] + " of " + drift[1]);
    }

    @Test
    void regionsAndTheWorldAreNeverSmallEither() {
        Seeds.check(WORLDS, random -> {
            Map<String, Dataflow> dataflows = dataflows(random);
            Map<String, Cube> accepted = RoundedWorld.cubes(dataflows, RoundedWorld.rows(RoundedWorld.persons(random)));
            Dataflow victims = dataflows.get(VICTIMS);
            Cube rounded = new NationalRounding(dataflows.values())
                    .round(accepted, List.of())
                    .get(VICTIMS)
                    .national();
            Cube compiled = new AggregateCalculator(victims, Cube.empty(rounded.space())).calculate(rounded);
            assertTrue(compiled.size() > rounded.size());
            isNotSmall(base(dataflows), RoundedWorld.values(compiled));
        });
    }

    @Test
    void theOrderOfRowsAndDataflowsChangesNothing() {
        Seeds.check(4, random -> {
            Map<String, Dataflow> dataflows = dataflows(random);
            Map<String, Cube> accepted = RoundedWorld.cubes(dataflows, RoundedWorld.rows(RoundedWorld.persons(random)));
            Map<String, Cube> shuffled = new TreeMap<>(Collections.reverseOrder());
            accepted.forEach((id, cube) -> {
                List<Observation> rows = new ArrayList<>(cube.observations());
                Collections.shuffle(rows, random);
                shuffled.put(id, Cube.of(cube.space(), rows));
            });
            Map<String, Dataflow> reversed = new TreeMap<>(Collections.reverseOrder());
            reversed.putAll(dataflows);
            assertEquals(round(dataflows, accepted, List.of()), round(reversed, shuffled, List.of()));
        });
    }

    @Test
    void anUnchangedReleaseIsRoundedAsBefore() {
        Seeds.check(4, random -> {
            Map<String, Dataflow> dataflows = dataflows(random);
            Map<String, Cube> accepted = RoundedWorld.cubes(dataflows, RoundedWorld.rows(RoundedWorld.persons(random)));
            Map<String, Map<String, Long>> first = round(dataflows, accepted, List.of());
            EarlierRelease earlier = new EarlierRelease("earlier", accepted, RoundedWorld.cubes(dataflows, first));
            assertEquals(first, round(dataflows, accepted, List.of(earlier)));
        });
    }

    /** Returns true if no reported cell breaks this one down, in any dataflow that has it. */
    private static boolean isFinest(Dataflow dataflow, String cell, Map<String, Long> rows) {
        for (int dimension = 1; dimension < cell.split("\\.").length; dimension++) {
            if (!RoundedWorld.parts(dataflow, cell, dimension, rows).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Long> ofArea(Map<String, Long> rows, String area) {
        Map<String, Long> own = new TreeMap<>(rows);
        own.keySet().removeIf(cell -> !cell.startsWith(area));
        return own;
    }

    /**
     * One finest cell in five hundred may be decided anew. If all counts of an area are tiny, the old decisions may
     * allow no table that adds up. Areas without a revision keep their figures.
     */
    @Test
    void afterARevisionOfATwentiethWhatDidNotChangeStandsAndAllAddsUp() {
        int[] unchanged = new int[1];
        List<String> decidedAnew = new ArrayList<>();
        Seeds.check(WORLDS, random -> {
            Map<String, Dataflow> dataflows = dataflows(random);
            List<RoundedWorld.Person> persons = RoundedWorld.persons(random);
            Map<String, Map<String, Long>> before = RoundedWorld.rows(persons);
            persons.replaceAll(p -> random.nextInt(20) == 0 ? RoundedWorld.Person.any(random, p.area()) : p);
            Map<String, Map<String, Long>> now = RoundedWorld.rows(persons);
            Map<String, Cube> accepted = RoundedWorld.cubes(dataflows, before);
            Map<String, Map<String, Long>> first = round(dataflows, accepted, List.of());
            EarlierRelease earlier = new EarlierRelease("earlier", accepted, RoundedWorld.cubes(dataflows, first));
            Map<String, Map<String, Long>> second =
                    round(dataflows, RoundedWorld.cubes(dataflows, now), List.of(earlier));
            now.forEach((id, rows) -> {
                isNotSmall(base(dataflows), second.get(id));
                isAdditive(dataflows.get(id), rows, second.get(id));
                rows.forEach((cell, value) -> {
                    if (value.equals(before.get(id).get(cell)) && isFinest(dataflows.get(id), cell, rows)) {
                        unchanged[0]++;
                        if (!first.get(id).get(cell).equals(second.get(id).get(cell))) {
                            decidedAnew.add(cell);
                        }
                    }
                });
            });
            for (String area : RoundedWorld.AREAS) {
                if (now.keySet().stream()
                        .allMatch(id -> ofArea(now.get(id), area).equals(ofArea(before.get(id), area)))) {
                    now.keySet().forEach(id -> assertEquals(ofArea(first.get(id), area), ofArea(second.get(id), area)));
                }
            }
        });
        assertTrue(unchanged[0] > 500, () -> "only " + unchanged[0]);
        assertTrue(decidedAnew.size() * 500 <= unchanged[0], () -> decidedAnew + " of " + unchanged[0]);
    }
}
