package org.tipstats.protect.disclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.compile.aggregate.SmallWorld.ORIGINS;
import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.cube;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.SmallWorld;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.protect.figures.Reason;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.intruder.IntruderAudit;
import org.tipstats.protect.published.AuditOptions;
import org.tipstats.protect.published.PublishedVintage;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.DisclosureSettings;
import org.tipstats.vocabulary.schema.DisclosureSettings.DisclosureMethod;
import org.tipstats.vocabulary.schema.SampleStructures;

/**
 * Every stage of the protection is needed. With all of them, the intruder's audit, which shares no code with it,
 * recovers nothing; without one of them, it does.
 */
class StagesTest {

    private static final Cube PEOPLE = cube(
            POPULATION, "ice all all 2010 1000", "aa all all 2010 1000", "bb all all 2010 3000", "ice f all 2010 500");

    private static final String[] FIRST = {"ice all all 2010 50", "ice f all 2010 3", "ice m all 2010 47"};
    private static final String[] BY_ORIGIN = {"ice m all 2010 47", "ice m near 2010 20", "ice m far 2010 27"};

    private static SmallReleases releases(Dataflow... dataflows) {
        return new SmallReleases(AreaSettings.NONE, PEOPLE, dataflows);
    }

    /** Returns the recovered figures, for example {@code "r1 ice.f.all.2010=3"}. */
    private static String recovered(List<PublishedVintage> vintages) {
        AuditReport report = new IntruderAudit(AuditOptions.DEFAULT).audit(vintages);
        assertEquals(List.of(), report.notProven());
        return report.recoverable().stream()
                .filter(cell -> cell.key().contains("heads"))
                .map(cell -> cell.release() + " "
                        + cell.key().replace("yearly.", "").replace("heads.", "") + "="
                        + cell.value().orElseThrow())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Cube only(Cube cube, Predicate<Observation> which) {
        return Cube.of(cube.space(), cube.observations().stream().filter(which).toList());
    }

    /** Returns the published cube with the compiled observations restored that a stage would have withheld. */
    private static Cube restored(Cube published, Cube compiled, Predicate<Observation> which) {
        List<Observation> observations = new ArrayList<>();
        for (Observation observation : published) {
            Observation before = compiled.find(observation.key()).orElseThrow();
            observations.add(which.test(before) ? before : observation);
        }
        return Cube.of(published.space(), observations);
    }

    private static Map<String, Cube> shown(ProtectedRelease release) {
        Map<String, Cube> cubes = new HashMap<>();
        release.cubes().forEach((id, safe) -> cubes.put(id, safe.cube()));
        return cubes;
    }

    @Test
    void complements() {
        SmallReleases releases = releases(VICTIMS);
        Cube compiled = releases.compile(VICTIMS, List.of(FIRST));
        ProtectedRelease release = releases.publish(Map.of("victims", compiled));
        Map<Long, Reason> reasons = new TreeMap<>();
        release.cubes().get("victims").withheld().forEach(cell -> reasons.put(cell.key(), cell.reason()));
        Cube smallOnly =
                restored(shown(release).get("victims"), compiled, o -> reasons.get(o.key()) == Reason.COMPLEMENTARY);

        assertEquals("", recovered(releases.vintages()));
        assertEquals("r1 ice.f.all.2010=3", recovered(List.of(releases.vintage("r1", Map.of("victims", smallOnly)))));
    }

    @Test
    void bounds() {
        Dataflow three = SmallWorld.victims(3, "100000", "4");
        Dataflow boundless = SampleStructures.withDisclosure(
                three, new DisclosureSettings(DisclosureMethod.SUPPRESSION, 0, false, 0, 0, null, List.of(), false));
        String[] ones = {"ice all all 2010 3", "ice f all 2010 1", "ice m all 2010 1", "ice u all 2010 1"};
        SmallReleases releases = releases(three);
        releases.publish(three, ones);
        SmallReleases without = releases(boundless);
        without.publish(boundless, ones);

        assertEquals("", recovered(releases.vintages()));
        assertEquals("r1 ice.f.all.2010=1, r1 ice.m.all.2010=1, r1 ice.u.all.2010=1", recovered(without.vintages()));
    }

    @Test
    void linkedDataflows() {
        SmallReleases releases = releases(VICTIMS, ORIGINS);
        Cube byKind = releases.compile(VICTIMS, List.of(FIRST));
        Cube byOrigin = releases.compile(ORIGINS, List.of(BY_ORIGIN));
        Map<String, Cube> alone = new HashMap<>();
        alone.putAll(shown(releases(VICTIMS).protect(Map.of("victims", byKind))));
        alone.putAll(shown(releases(VICTIMS, ORIGINS).protect(Map.of("origins", byOrigin))));
        releases.publish(Map.of("victims", byKind, "origins", byOrigin));

        assertEquals("", recovered(releases.vintages()));
        assertTrue(recovered(List.of(releases.vintage("r1", alone))).contains("r1 ice.f.all.2010=3"));
    }

    @Test
    void earlierReleases() {
        String[] second = {"ice all all 2010 60", "ice f all 2010 3", "ice m all 2010 47", "ice u all 2010 10"};
        SmallReleases releases = releases(VICTIMS);
        releases.publish(VICTIMS, FIRST);
        releases.publish(VICTIMS, second);
        SmallReleases forgetful = releases(VICTIMS);
        forgetful.publish(VICTIMS, FIRST);
        List<PublishedVintage> vintages = new ArrayList<>(forgetful.vintages());
        vintages.add(forgetful.vintage("r2", shown(releases(VICTIMS).protect(VICTIMS, second))));

        assertEquals("", recovered(releases.vintages()));
        assertTrue(recovered(vintages).contains("r1 ice.f.all.2010=3"), recovered(vintages));
    }

    @Test
    void rates() {
        SmallReleases releases = releases(VICTIMS);
        Cube compiled = releases.compile(VICTIMS, List.of(FIRST));
        ProtectedRelease release = releases.publish(Map.of("victims", compiled));
        Cube withRates = restored(
                shown(release).get("victims"), compiled, o -> text(compiled, o).contains("share"));

        assertEquals("", recovered(releases.vintages()));
        // The rate of f, 3 in 500.
        assertTrue(recovered(List.of(releases.vintage("r1", Map.of("victims", withRates))))
                .contains("r1 ice.f.all.2010=3"));
    }

    @Test
    void groupsOfAreas() {
        SmallReleases releases = releases(VICTIMS);
        Cube compiled =
                releases.compile(VICTIMS, List.of("aa all all 2010 3", "bb all all 2010 47", "cc all all 2010 9"));
        Predicate<Observation> national = o -> o.coverage() == null;
        Cube alone = shown(releases(VICTIMS).protect(Map.of("victims", only(compiled, national))))
                .get("victims");
        List<Observation> both = new ArrayList<>(alone.observations());
        both.addAll(only(compiled, national.negate()).observations());
        releases.publish(Map.of("victims", compiled));

        assertEquals("", recovered(releases.vintages()));
        assertEquals(
                "r1 aa.all.all.2010=3",
                recovered(List.of(releases.vintage("r1", Map.of("victims", Cube.of(compiled.space(), both))))));
    }

    private static String text(Cube cube, Observation observation) {
        return cube.space().format(observation.key());
    }
}
