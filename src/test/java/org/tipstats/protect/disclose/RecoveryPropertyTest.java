package org.tipstats.protect.disclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.count;
import static org.tipstats.compile.aggregate.SmallWorld.cube;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.Seeds;
import org.tipstats.compile.aggregate.ClubWorld;
import org.tipstats.compile.aggregate.SmallWorlds;
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.intruder.IntruderAudit;
import org.tipstats.protect.published.AuditOptions;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.DisclosureSettings;
import org.tipstats.vocabulary.schema.DisclosureSettings.DisclosureMethod;
import org.tipstats.vocabulary.schema.SampleStructures;

/**
 * Random worlds, published once and twice. The intruder's audit, which shares no code with the protection, recovers no
 * withheld or masked count of a release that was not blocked. A masked count that can only be zero is ignored: zeros
 * are public and describe no person.
 */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class RecoveryPropertyTest {

    private static final Dataflow PROTECTED_ZEROS = SampleStructures.withDisclosure(
            VICTIMS, new DisclosureSettings(DisclosureMethod.SUPPRESSION, 0, false, 0, 0, null, List.of(), false));

    /** The true counts of all releases, and those that differ from the release before. */
    private static final class Truths {

        private final Map<String, Long> counts = new HashMap<>();
        private final Map<String, Long> revised = new HashMap<>();

        void add(
                Dataflow dataflow,
                String release,
                Cube compiled,
                Map<String, Long> national,
                Map<String, Long> before) {
            for (Observation observation : compiled) {
                if (observation.value() != null) {
                    counts.put(
                            name(release, compiled.space().format(observation.key())),
                            observation.value().longValue());
                }
            }
            national.forEach((cell, value) -> {
                String name = name(release, compiled.space().format(count(dataflow, cell)));
                counts.put(name, value);
                if (!before.isEmpty() && !value.equals(before.get(cell))) {
                    revised.put(name, 1L);
                }
            });
        }

        private static String name(String release, String key) {
            return release + " " + key;
        }

        private static OptionalLong find(Map<String, Long> where, String release, String key) {
            Long found = where.get(name(release, key));
            return found == null ? OptionalLong.empty() : OptionalLong.of(found);
        }

        AuditOptions options(Dataflow dataflow) {
            return AuditOptions.DEFAULT
                    .withLowerBound(dataflow.disclosure().zerosPublic() ? 1 : 0)
                    .withTruth((release, table, key) -> find(counts, release, key))
                    .withRevised((release, table, key) -> find(revised, release, key));
        }
    }

    /**
     * Fails if the audit recovers a count.
     *
     * @param masked true to include the counts that providers masked
     */
    private static void assertNothingIsRecovered(SmallReleases releases, AuditOptions options, boolean masked) {
        AuditReport report = new IntruderAudit(options).audit(releases.vintages());
        assertEquals(List.of(), report.notProven());
        assertEquals(
                List.of(),
                report.recoverable().stream()
                        .filter(cell -> !cell.masked() || masked && cell.value().orElseThrow() != 0)
                        .map(RecoveryPropertyTest::tell)
                        .toList());
    }

    private static String tell(ExposedCell cell) {
        return cell + " = " + cell.value();
    }

    private static Cube people(Random random) {
        return cube(
                POPULATION,
                List.of("aa", "bb", "cc", "dd", "ee", "ice").stream()
                        .filter(area -> random.nextInt(4) > 0)
                        .flatMap(area -> List.of("all", "f", "m").stream()
                                .map(sex -> area + " " + sex + " all 2010 " + (1 + random.nextInt(90_000))))
                        .toList());
    }

    private static boolean attack(Random random, Dataflow dataflow, boolean revise) {
        RandomTables first = RandomTables.random(random);
        RandomTables second = first.revised(random);
        SmallReleases releases = new SmallReleases(AreaSettings.NONE, people(random), dataflow);
        Truths truths = new Truths();
        Cube one = releases.compile(dataflow, first.rows());
        Cube two = releases.compile(dataflow, second.rows());
        truths.add(dataflow, "r1", one, first.truth(), Map.of());
        truths.add(dataflow, "r2", two, second.truth(), first.truth());
        boolean publishable = releases.publish(Map.of("victims", one)).isPublishable()
                && (!revise || releases.publish(Map.of("victims", two)).isPublishable());
        if (publishable) {
            assertNothingIsRecovered(releases, truths.options(dataflow), true);
        }
        return publishable;
    }

    private static void check(int tries, Dataflow dataflow, boolean revise) {
        AtomicInteger published = new AtomicInteger();
        Seeds.check(tries, random -> published.addAndGet(attack(random, dataflow, revise) ? 1 : 0));
        assertTrue(published.get() > tries / 3, "published " + published + " of " + tries);
    }

    @Test
    void oneReleaseOfTablesWithAllTheirTotals() {
        check(2, VICTIMS, false);
    }

    @Test
    void twoReleasesOfTablesWithAllTheirTotals() {
        check(3, VICTIMS, true);
    }

    @Test
    void twoReleasesWhereZerosAreProtected() {
        check(2, PROTECTED_ZEROS, true);
    }

    @Test
    void twoReleasesWithAGroupThatCutsAcrossTheRegions() {
        check(3, ClubWorld.VICTIMS, true);
    }

    /** The masked counts of this world have no true value, so a recovered count and a guess look the same. */
    @Test
    void oneReleaseOfFiguresWithGapsAndContradictions() {
        AtomicInteger published = new AtomicInteger();
        Seeds.check(8, random -> {
            SmallWorlds world = SmallWorlds.random(random);
            SmallReleases releases = new SmallReleases(AreaSettings.NONE, cube(POPULATION, world.people()), VICTIMS);
            Cube compiled = world.compile();
            Truths truths = new Truths();
            truths.add(VICTIMS, "r1", compiled, Map.of(), Map.of());
            if (releases.publish(Map.of("victims", compiled)).isPublishable()) {
                assertNothingIsRecovered(releases, truths.options(VICTIMS), false);
                published.incrementAndGet();
            }
        });
        assertTrue(published.get() > 0, "published " + published);
    }
}
