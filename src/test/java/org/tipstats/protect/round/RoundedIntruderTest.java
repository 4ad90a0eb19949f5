package org.tipstats.protect.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.protect.round.RoundedWorld.CITIZENS;
import static org.tipstats.protect.round.RoundedWorld.VICTIMS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.Seeds;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Tests what an intruder learns from all rounded figures: of linked dataflows, and of releases with different
 * breakdowns.
 */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class RoundedIntruderTest {

    private static final int WORLDS = 10;
    private static final int FEWER = 8;

    private static Map<String, Map<String, Long>> print(
            Map<String, Dataflow> dataflows, Map<String, Map<String, Long>> truth, List<EarlierRelease> earlier) {
        Map<String, Map<String, Long>> print = new TreeMap<>();
        new NationalRounding(dataflows.values())
                .round(RoundedWorld.cubes(dataflows, truth), earlier)
                .forEach((id, cube) -> print.put(id, RoundedWorld.values(cube.national())));
        return print;
    }

    /** Returns the printed figures of two successive truths. */
    private static List<Map<String, Map<String, Long>>> inTurn(
            Map<String, Dataflow> dataflows,
            Map<String, Map<String, Long>> first,
            Map<String, Map<String, Long>> then) {
        Map<String, Map<String, Long>> before = print(dataflows, first, List.of());
        Map<String, Cube> published = RoundedWorld.cubes(dataflows, before);
        EarlierRelease earlier = new EarlierRelease("earlier", RoundedWorld.cubes(dataflows, first), published);
        return List.of(before, print(dataflows, then, List.of(earlier)));
    }

    /**
     * Returns a random truth with the breakdowns that most areas report. In every other world, areas have few persons.
     */
    private static Map<String, Map<String, Long>> truth(Random random) {
        List<RoundedWorld.Person> persons = new ArrayList<>(RoundedWorld.persons(random));
        if (random.nextBoolean()) {
            persons.removeIf(person -> random.nextInt(4) > 0);
        }
        return RoundedWorld.rows(persons);
    }

    private static Map<String, Map<String, Long>> only(
            Map<String, Map<String, Long>> cells, BiPredicate<String, String> which) {
        Map<String, Map<String, Long>> some = new TreeMap<>();
        cells.forEach((id, counts) -> {
            Map<String, Long> left = new TreeMap<>(counts);
            left.keySet().removeIf(cell -> !which.test(id, cell));
            some.put(id, left);
        });
        return some;
    }

    /** Removes the ages, the forms, the citizenships or everything except the total, differently in each area. */
    private static Map<String, Map<String, Long>> lessDetailed(Map<String, Map<String, Long>> truth, Random random) {
        Map<String, Integer> missing = new TreeMap<>();
        RoundedWorld.AREAS.forEach(area -> missing.put(area, random.nextInt(4)));
        return only(truth, (id, cell) -> {
            String[] codes = cell.split("\\.");
            int gone = missing.get(codes[0]);
            return id.equals(CITIZENS)
                    ? gone == 1 || gone == 2
                    : (gone != 3 || codes[1].equals("_T"))
                            && (gone == 0 || gone == 2 || codes[2].equals("_T"))
                            && (gone == 0 || gone == 1 || codes[3].equals("_T"));
        });
    }

    /** Checks that the intruder must consider another count for each small cell. Returns the number of small cells. */
    private static int nothingIsSingledOut(
            Map<String, Dataflow> dataflows,
            Map<String, Map<String, Long>> truth,
            List<Map<String, Map<String, Long>>> prints) {
        int base = dataflows.get(VICTIMS).disclosure().roundingBase();
        int small = 0;
        for (String area : RoundedWorld.AREAS) {
            Intruder intruder = new Intruder(dataflows);
            prints.forEach(print -> intruder.read(only(print, (id, cell) -> cell.startsWith(area))));
            if (!intruder.conclude()) {
                continue;
            }
            for (Map.Entry<String, Map<String, Long>> cells :
                    only(truth, (id, cell) -> cell.startsWith(area)).entrySet()) {
                for (Map.Entry<String, Long> cell : cells.getValue().entrySet()) {
                    String name = Intruder.name(cells.getKey(), cell.getKey());
                    if (cell.getValue() < base) {
                        small++;
                        boolean known =
                                intruder.least(name) == cell.getValue() && intruder.most(name) == cell.getValue();
                        assertFalse(known, () -> name + " is " + cell.getValue());
                    }
                }
            }
        }
        return small;
    }

    @Test
    void aFinestCountLiesWhereTheDocumentationSays() {
        int[] seen = new int[3];
        Seeds.check(FEWER, random -> {
            Map<String, Dataflow> dataflows = RoundedWorld.dataflows(random.nextBoolean() ? 3 : 5);
            int base = dataflows.get(VICTIMS).disclosure().roundingBase();
            Map<String, Map<String, Long>> truth = truth(random);
            print(dataflows, truth, List.of())
                    .forEach((id, cells) -> cells.forEach((cell, printed) -> {
                        long count = truth.get(id).get(cell);
                        if (isFinest(dataflows, truth, id, cell)) {
                            seen[printed == 0 ? 0 : printed == base ? 1 : 2]++;
                            boolean holds = printed == 0
                                    ? count < base
                                    : printed == base
                                            ? count >= 1 && count <= 2L * base
                                            : Math.abs(count - printed) <= 2L * base;
                            assertTrue(holds, () -> cell + " is " + count + ", printed " + printed);
                        }
                    }));
        });
        assertTrue(seen[0] > 100 && seen[1] > 100 && seen[2] > 100);
    }

    private static boolean isFinest(
            Map<String, Dataflow> dataflows, Map<String, Map<String, Long>> truth, String id, String cell) {
        if (id.equals(CITIZENS) && cell.split("\\.")[1].equals("_T")) {
            return false;
        }
        for (int dimension = 1; dimension < cell.split("\\.").length; dimension++) {
            if (!RoundedWorld.parts(dataflows.get(id), cell, dimension, truth.get(id))
                    .isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /**
     * The rounded value of a count depends on the counts around it. So a reader of 0 or the base must consider all
     * small counts.
     */
    @Test
    void eachSmallCountBecomesNoughtHereAndTheBaseThere() {
        for (int base : new int[] {3, 5}) {
            int[][] became = new int[base][2];
            Map<String, Dataflow> dataflows = RoundedWorld.dataflows(base);
            Seeds.check(WORLDS, random -> {
                Map<String, Map<String, Long>> truth = truth(random);
                print(dataflows, truth, List.of())
                        .forEach((id, cells) -> cells.forEach((cell, printed) -> {
                            long count = truth.get(id).get(cell);
                            if (count < base && isFinest(dataflows, truth, id, cell)) {
                                became[(int) count][printed == 0 ? 0 : 1]++;
                            }
                        }));
            });
            for (int count = 1; count < base; count++) {
                int[] of = became[count];
                String told = count + " of base " + base + ": " + of[0] + " times 0, " + of[1] + " times the base";
                assertTrue(20 * Math.min(of[0], of[1]) > of[0] + of[1], told);
            }
        }
    }

    @Test
    void oneReleaseOfLinkedDataflowsSinglesNoSmallCountOut() {
        int[] small = new int[1];
        Seeds.check(FEWER, random -> {
            Map<String, Dataflow> dataflows = RoundedWorld.dataflows(random.nextBoolean() ? 3 : 5);
            Map<String, Map<String, Long>> truth = truth(random);
            small[0] += nothingIsSingledOut(dataflows, truth, List.of(print(dataflows, truth, List.of())));
        });
        assertTrue(small[0] > 500, () -> "only " + small[0]);
    }

    @Test
    void breakdownsThatComeLaterSingleNoSmallCountOut() {
        int[] small = new int[1];
        Seeds.check(WORLDS, random -> {
            Map<String, Dataflow> dataflows = RoundedWorld.dataflows(random.nextBoolean() ? 3 : 5);
            Map<String, Map<String, Long>> truth = truth(random);
            small[0] += nothingIsSingledOut(dataflows, truth, inTurn(dataflows, lessDetailed(truth, random), truth));
        });
        assertTrue(small[0] > 500, () -> "only " + small[0]);
    }

    @Test
    void breakdownsThatGoSingleNoSmallCountOut() {
        int[] small = new int[1];
        Seeds.check(WORLDS, random -> {
            Map<String, Dataflow> dataflows = RoundedWorld.dataflows(random.nextBoolean() ? 3 : 5);
            Map<String, Map<String, Long>> truth = truth(random);
            small[0] += nothingIsSingledOut(dataflows, truth, inTurn(dataflows, truth, lessDetailed(truth, random)));
        });
        assertTrue(small[0] > 500, () -> "only " + small[0]);
    }

    private static Map<String, Map<String, Long>> world(Map<String, Long> victims, Map<String, Long> citizens) {
        return Map.of(VICTIMS, victims, CITIZENS, citizens);
    }

    /** Otherwise 11 - 10 would reveal that one person was a woman. */
    @Test
    void aTotalStaysWhatItWasWhenItsPartsComeLater() {
        Map<String, Dataflow> dataflows = RoundedWorld.dataflows(3);
        Map<String, Long> parts = Map.of("AUT._T._T._T", 11L, "AUT.F._T._T", 1L, "AUT.M._T._T", 10L);
        Map<String, Long> then = inTurn(dataflows, world(Map.of("AUT._T._T._T", 11L), Map.of()), world(parts, Map.of()))
                .get(1)
                .get(VICTIMS);
        assertEquals(11, then.get("AUT._T._T._T"));
        assertEquals(11, then.get("AUT.F._T._T") + then.get("AUT.M._T._T"));
        assertEquals(0, then.get("AUT.F._T._T") % 3);
    }

    /** Otherwise 11 - 10 would reveal that one person was a woman, because nobody reports any other parts. */
    @Test
    void cellsOfTwoDimensionsStandForPartsThatNobodyGives() {
        Map<String, Dataflow> dataflows = RoundedWorld.dataflows(3);
        for (String woman : List.of("AUT.F._T.SEX", "AUT.F.Y0T17.SEX", "AUT.F.Y0T11.LAB_DOM")) {
            Map<String, Long> parts = Map.of("AUT._T._T._T", 11L, woman, 1L, "AUT.M._T.LAB", 10L);
            Map<String, Long> print =
                    print(dataflows, world(parts, Map.of()), List.of()).get(VICTIMS);
            assertEquals(print.get("AUT._T._T._T"), print.get(woman) + print.get("AUT.M._T.LAB"), woman);
        }
    }

    @Test
    void aTotalStaysWhatItWasWhenItsPartsGo() {
        Map<String, Dataflow> dataflows = RoundedWorld.dataflows(3);
        Map<String, Long> parts = Map.of("AUT._T._T._T", 11L, "AUT.F._T._T", 1L, "AUT.M._T._T", 10L);
        List<Map<String, Map<String, Long>>> prints =
                inTurn(dataflows, world(parts, Map.of()), world(Map.of("AUT._T._T._T", 11L), Map.of()));
        assertEquals(
                prints.get(0).get(VICTIMS).get("AUT._T._T._T"),
                prints.get(1).get(VICTIMS).get("AUT._T._T._T"));
    }

    @Test
    void aTotalStaysWhatItWasWhenALinkedDataflowComesFirstOrLater() {
        Map<String, Dataflow> dataflows = RoundedWorld.dataflows(3);
        Map<String, Long> citizens = Map.of("AUT._T._T", 11L, "AUT.COL._T", 1L, "AUT.BOL._T", 10L);
        Map<String, Map<String, Long>> total = world(Map.of("AUT._T._T._T", 11L), Map.of());
        Map<String, Map<String, Long>> later = inTurn(dataflows, total, world(Map.of("AUT._T._T._T", 11L), citizens))
                .get(1);
        assertEquals(11, later.get(VICTIMS).get("AUT._T._T._T"));
        assertEquals(11, later.get(CITIZENS).get("AUT._T._T"));
        List<Map<String, Map<String, Long>>> first = inTurn(dataflows, world(Map.of(), citizens), total);
        assertEquals(
                first.get(0).get(CITIZENS).get("AUT._T._T"),
                first.get(1).get(VICTIMS).get("AUT._T._T._T"));
    }
}
