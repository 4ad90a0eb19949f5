package org.tipstats.protect.disclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.cube;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.intruder.IntruderAudit;
import org.tipstats.protect.published.AuditOptions;
import org.tipstats.protect.published.PublishedVintage;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/** An unreported figure is the same unknown in all sums that lack it, and its reported parts replace it. */
class UnreportedCrossingsTest {

    /**
     * Men in fish are not reported, but 375 - 18 = 357 gives them. So women in fish are 389 - 357 = 32, and women in
     * coal are 34 - 32.
     */
    private static final List<String> MEN_IN_FISH_MISSING = List.of(
            "ice f all 2010 34",
            "ice f coal 2010 2",
            "ice f fish 2010 32",
            "ice m all 2010 375",
            "ice m coal 2010 18",
            "ice all fish 2010 389");

    /** Women in all forms are reported only by form. Still they reveal men: 60 - (20 + 37). */
    private static final List<String> WOMEN_BY_FORM_ONLY =
            List.of("ice all all 2010 60", "ice m all 2010 3", "ice f coal 2010 20", "ice f fish 2010 37");

    private static SmallReleases releases() {
        return new SmallReleases(AreaSettings.NONE, cube(POPULATION), VICTIMS);
    }

    private static String recovered(List<PublishedVintage> vintages) {
        AuditReport report = new IntruderAudit(AuditOptions.DEFAULT).audit(vintages);
        assertEquals(List.of(), report.notProven());
        return report.recoverable().stream()
                .map(cell -> cell.key().replace("yearly.", "").replace("heads.", "") + "="
                        + cell.value().orElseThrow())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Returns the figures recovered if only some cells are withheld. */
    private static String recovered(List<String> rows, String... withheld) {
        SmallReleases releases = releases();
        Cube compiled = releases.compile(VICTIMS, rows);
        List<String> keys = List.of(withheld);
        Map<String, Cube> shown = new HashMap<>();
        shown.put(
                "victims",
                Cube.of(
                        compiled.space(),
                        compiled.observations().stream()
                                .map(o -> keys.contains(SmallReleases.cell(compiled, o.key())) ? hidden(o) : o)
                                .toList()));
        return recovered(List.of(releases.vintage("r1", shown)));
    }

    private static Observation hidden(Observation observation) {
        return new Observation(observation.key(), null, "hidden", "ours", Map.of(), null);
    }

    @Test
    void aMissingCellOfTwoSumsGivesAThirdAway() {
        assertEquals(
                "ice.f.coal.2010=2, ice.f.fish.2010=32",
                recovered(MEN_IN_FISH_MISSING, "ice.f.coal.2010", "ice.f.fish.2010"));
    }

    @Test
    void whatIsToldOfAMissingTotalStandsForIt() {
        assertEquals("ice.m.all.2010=3", recovered(WOMEN_BY_FORM_ONLY, "ice.m.all.2010"));
    }

    @Test
    void protectionSeesBoth() {
        for (List<String> rows : List.of(MEN_IN_FISH_MISSING, WOMEN_BY_FORM_ONLY)) {
            SmallReleases releases = releases();
            ProtectedRelease release = releases.publish(VICTIMS, rows.toArray(String[]::new));
            assertEquals(List.of(), release.blockers());
            assertEquals("", recovered(releases.vintages()), SmallReleases.withheld(release, VICTIMS));
        }
    }

    @Test
    void theSameUnknownInTwoReleasesIsNoContradiction() {
        SmallReleases releases = releases();
        String[] rows = MEN_IN_FISH_MISSING.toArray(String[]::new);
        releases.publish(VICTIMS, rows);
        ProtectedRelease second = releases.publish(VICTIMS, rows);

        assertEquals(List.of(), second.blockers());
        assertEquals("", recovered(releases.vintages()));
    }
}
