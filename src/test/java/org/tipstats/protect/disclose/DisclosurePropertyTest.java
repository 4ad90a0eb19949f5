package org.tipstats.protect.disclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.compile.aggregate.SmallWorld.AREAS;
import static org.tipstats.compile.aggregate.SmallWorld.GROUPS;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.count;
import static org.tipstats.compile.aggregate.SmallWorld.rate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.Seeds;
import org.tipstats.compile.aggregate.SmallWorlds;
import org.tipstats.protect.disclose.ProtectedCube.WithheldCell;
import org.tipstats.protect.figures.Reason;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/** Properties of every protected cube, checked without the code that decides which figures are small. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class DisclosurePropertyTest {

    private static final Map<String, List<String>> AREAS_OF = Map.of(
            "earth", AREAS,
            "north", List.of("aa", "bb", "cc"),
            "upper", List.of("aa", "bb", "cc"),
            "inner", List.of("aa", "bb"),
            "south", List.of("dd", "ee"));

    private static final List<String> PLACES =
            Stream.of(AREAS, GROUPS, List.of("ice")).flatMap(List::stream).toList();

    @Test
    void whatIsPublishedShowsNoCountFromOneToFour() {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        Seeds.check(50, random -> {
            SmallWorlds world = SmallWorlds.random(random);
            Cube compiled = world.compile();
            ProtectedCube result = protect(compiled);
            assertNoSmallCount(result.cube());
            assertNoSmallCountBehindRates(world, compiled, result.cube());
            assertOnlyWhatIsListedDiffers(compiled, result);
            result.withheld().forEach(cell -> reasons.add(cell.reason()));
        });
        assertEquals(EnumSet.of(Reason.SMALL, Reason.COMPLEMENTARY, Reason.RATE), reasons);
    }

    private static void assertNoSmallCount(Cube published) {
        for (String area : PLACES) {
            for (String cell : SmallWorlds.cells()) {
                published
                        .find(count(VICTIMS, area + " " + cell))
                        .map(Observation::value)
                        .ifPresent(value -> assertTrue(value.intValueExact() == 0 || value.intValueExact() >= 5));
            }
        }
    }

    /** Checks that no published rate times its population is a small count. */
    private static void assertNoSmallCountBehindRates(SmallWorlds world, Cube compiled, Cube published) {
        Map<String, Long> people = new HashMap<>();
        world.people()
                .forEach(row -> people.put(
                        row.substring(0, row.lastIndexOf(' ')),
                        Long.parseLong(row.substring(row.lastIndexOf(' ') + 1))));
        for (String cell : SmallWorlds.cells()) {
            for (String area : PLACES) {
                long persons = AREAS_OF.getOrDefault(area, List.of(area)).stream()
                        .filter(member -> reports(compiled, member + " " + cell))
                        .mapToLong(member -> people.getOrDefault(population(member, cell), 0L))
                        .sum();
                published
                        .find(rate(VICTIMS, area + " " + cell))
                        .map(Observation::value)
                        .map(rate -> numerator(rate, persons))
                        .ifPresent(count -> assertTrue(count == 0 || count >= 5, area + " " + cell + ": " + count));
            }
        }
    }

    /** Checks that a withheld figure has neither value nor bounds nor notes, and that all others are as compiled. */
    private static void assertOnlyWhatIsListedDiffers(Cube compiled, ProtectedCube result) {
        HashSet<Long> withheld =
                new HashSet<>(result.withheld().stream().map(WithheldCell::key).toList());
        assertEquals(compiled.size(), result.cube().size());
        for (Observation observation : result.cube()) {
            if (!withheld.contains(observation.key())) {
                assertEquals(compiled.find(observation.key()).orElseThrow(), observation);
            } else {
                assertNull(observation.value());
                assertEquals("hidden/ours", observation.status() + "/" + observation.confidentiality());
                assertEquals(Map.of(), observation.attributes());
                if (observation.coverage() != null) {
                    assertNull(observation.coverage().lower());
                    assertNull(observation.coverage().upper());
                }
            }
        }
    }

    /**
     * If figures contradict each other, the figures already withheld leave more room, so that more can be protected.
     */
    @Test
    void protectingTwiceChangesNothingMoreWhereFiguresDoNotContradictEachOther() {
        int[] worlds = new int[2];
        Seeds.check(30, random -> {
            Cube compiled = SmallWorlds.random(random).compile();
            Cube once = protect(compiled).cube();
            Cube twice = protect(once).cube();
            List<String> contradicting = contradicting(compiled);
            worlds[contradicting.isEmpty() ? 0 : 1]++;

            assertEquals(once.size(), twice.size());
            for (Observation shown : twice.observations()) {
                Observation before = once.find(shown.key()).orElseThrow();
                assertTrue(shown.value() == null || shown.equals(before), shown + " was " + before);
                String[] code = compiled.space().format(shown.key()).split("\\.");
                boolean mayDiffer = AREAS.contains(code[1])
                        ? contradicting.contains(code[1] + " " + code[5])
                        : contradicting.stream().anyMatch(place -> place.endsWith(code[5]));
                assertTrue(mayDiffer || shown.equals(before), shown + " was " + before);
            }
        });
        assertTrue(worlds[0] > 2 && worlds[1] > 2, "both kinds of worlds occur: " + worlds[0] + ", " + worlds[1]);
    }

    /** Returns the areas with their years in which a part exceeds its whole. */
    private static List<String> contradicting(Cube compiled) {
        return compiled.observations().stream()
                .filter(part -> part.value() != null)
                .map(part -> compiled.space().format(part.key()).split("\\."))
                .filter(code -> AREAS.contains(code[1]) && code[4].equals("heads"))
                .filter(code ->
                        isAbove(compiled, code, 2) || isAbove(compiled, code, 3) || isAbove(compiled, code, 2, 3))
                .map(code -> code[1] + " " + code[5])
                .distinct()
                .toList();
    }

    private static boolean isAbove(Cube compiled, String[] part, int... dimensions) {
        String[] whole = part.clone();
        for (int dimension : dimensions) {
            whole[dimension] = "all";
        }
        BigDecimal value = value(compiled, part);
        BigDecimal total = value(compiled, whole);
        return total != null && value.compareTo(total) > 0;
    }

    private static BigDecimal value(Cube cube, String[] code) {
        return cube.find(cube.space().parse(String.join(".", code)).orElseThrow())
                .map(Observation::value)
                .orElse(null);
    }

    private static ProtectedCube protect(Cube compiled) {
        return Protection.of(VICTIMS, compiled);
    }

    private static boolean reports(Cube compiled, String cell) {
        return compiled.find(count(VICTIMS, cell))
                .filter(o -> o.value() != null || o.status().equals("hidden"))
                .isPresent();
    }

    /** Returns the key of the population for a cell: kinds are ignored, and age is always the total. */
    private static String population(String area, String cell) {
        String[] code = cell.split(" ");
        return area + " " + code[0] + " all " + code[2];
    }

    private static long numerator(BigDecimal rate, long persons) {
        return rate.multiply(BigDecimal.valueOf(persons))
                .divide(BigDecimal.valueOf(100_000), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
