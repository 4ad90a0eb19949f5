package org.tipstats.protect.disclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.compile.aggregate.ClubWorld.VICTIMS;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.SmallWorld;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.intruder.IntruderAudit;
import org.tipstats.protect.published.AuditOptions;
import org.tipstats.protect.published.PublishedVintage;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/** A group that cuts across the regions is a sum of its own. It must not give away what the regions keep. */
class GroupBesideRegionsProtectionTest {

    /** The count of aa is small. In its regions alone, that of bb hides it; but only aa is in the club. */
    private static final List<String> ROWS = List.of(
            "aa all all 2010 3",
            "bb all all 2010 20",
            "cc all all 2010 30",
            "dd all all 2010 40",
            "ee all all 2010 50");

    private final SmallReleases plain = new SmallReleases(SmallWorld.VICTIMS);
    private final SmallReleases grouped = new SmallReleases(VICTIMS);

    private static Set<String> withheld(ProtectedCube safe) {
        return safe.withheld().stream()
                .map(cell -> SmallReleases.cell(safe.cube(), cell.key()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private PublishedVintage vintage(Cube compiled, List<Observation> shown) {
        return grouped.vintage("r1", Map.of(VICTIMS.id(), Cube.of(compiled.space(), shown)));
    }

    private static String recovered(PublishedVintage... releases) {
        AuditReport report = new IntruderAudit(AuditOptions.DEFAULT).audit(List.of(releases));
        return report.recoverable().stream()
                .map(cell -> cell.area() + " = " + cell.value().orElseThrow())
                .collect(Collectors.joining(", "));
    }

    @Test
    void whatTheRegionsKeepTheGroupWouldGiveAway() {
        Set<String> hidden = withheld(plain.protect(SmallWorld.VICTIMS, ROWS.toArray(String[]::new))
                .cubes()
                .get(VICTIMS.id()));
        Cube compiled = grouped.compile(VICTIMS, ROWS);
        List<Observation> shown = new ArrayList<>();
        for (Observation figure : compiled) {
            boolean keep = !hidden.contains(SmallReleases.cell(compiled, figure.key()));
            shown.add(keep ? figure : Observation.absent(figure.key(), "hidden", "ours"));
        }
        assertEquals(Set.of("aa.all.all.2010", "bb.all.all.2010"), hidden);
        assertEquals("aa = 3, bb = 20", recovered(vintage(compiled, shown)));
        shown.removeIf(figure -> SmallReleases.cell(compiled, figure.key()).startsWith("club"));
        assertEquals("", recovered(vintage(compiled, shown)));
    }

    @Test
    void soOneFigureMoreIsWithheldAndNothingIsRecovered() {
        ProtectedRelease release = grouped.publish(VICTIMS, ROWS.toArray(String[]::new));
        Set<String> hidden = withheld(release.cubes().get(VICTIMS.id()));

        assertTrue(release.isPublishable(), release.blockers()::toString);
        assertTrue(hidden.contains("aa.all.all.2010") && hidden.size() > 2, hidden::toString);
        assertEquals("", recovered(grouped.vintages().toArray(PublishedVintage[]::new)));
    }

    /** The club has 3 victims. Unlike the total of a region, this total may be withheld. */
    @Test
    void aSmallTotalOfTheGroupIsWithheldAndBlocksNothing() {
        ProtectedRelease release = grouped.publish(
                VICTIMS,
                "aa all all 2010 3",
                "bb all all 2010 20",
                "cc all all 2010 0",
                "dd all all 2010 0",
                "ee all all 2010 50");

        assertTrue(release.isPublishable(), release.blockers()::toString);
        assertEquals("-", SmallReleases.value(release, VICTIMS, "club all all 2010"));
        assertEquals("73", SmallReleases.value(release, VICTIMS, "earth all all 2010"));
    }
}
