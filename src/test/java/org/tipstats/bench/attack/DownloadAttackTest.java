package org.tipstats.bench.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.bench.world.SyntheticWorld;
import org.tipstats.bench.world.WorldPlan;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Publishes two releases of a synthetic world, the second one with revisions, and attacks them as an intruder who
 * downloads everything.
 */
@QuarkusTest
class DownloadAttackTest {

    private static final int MOST_PROGRAMS = 300;

    private static boolean sent;
    private static Download download;
    private static DownloadIntruder intruder;
    private static Truth truth;

    @Inject
    PublishedWorld published;

    @Inject
    SchemaRegistry schemas;

    @BeforeEach
    void publishTwoReleases() {
        if (sent) {
            assertNotNull(intruder, "The releases could not be published; see the first test.");
            return;
        }
        sent = true;
        // With this seed no total of a region or of the world is a small count. Such a count would block a release.
        WorldPlan plan = WorldPlan.of(18)
                .areas(10)
                .years(2015, 2015)
                .victims(60)
                .masking(0.2)
                .inconsistent(0.1);
        SyntheticWorld first = SyntheticWorld.of(plan, schemas);
        SyntheticWorld second = first.revised(0.2);
        published.population(first);
        published.publish("world-1", first.files());
        published.publish("world-2", second.filesSince(first));
        truth = new WorldTruth(Map.of("world-1", first, "world-2", second));
        download = new Download("http://localhost:" + RestAssured.port);
        intruder = DownloadIntruder.after(download, MOST_PROGRAMS);
    }

    @Test
    void noCountThatIsWithheldOrMaskedCanBeFoundFromBothReleases() {
        assertNothingIsFound(intruder);
    }

    @Test
    void norCanItByWhoKnowsWhichCountsWereRevised() {
        assertNothingIsFound(intruder.whoKnowsRevisions(truth));
    }

    private static void assertNothingIsFound(DownloadIntruder intruder) {
        AttackReport report = intruder.attack(truth);
        assertTrue(report.withheld() > 100 && report.masked() > 20, report.text(0));
        assertEquals(List.of(), report.unverifiable(), "the truth of every figure is known");
        assertEquals(0, report.recovered().size(), () -> report.text(20));
    }

    /**
     * An intruder who has all other downloads learns nothing from derived dataflows, so the attacks above can ignore
     * them.
     */
    @Test
    void derivedDataflowsAreFunctionsOfOtherDownloads() {
        Map<String, PublishedStructure> derived = new TreeMap<>();
        download.derived().forEach(structure -> derived.put(structure.dataflow(), structure));
        assertEquals(Set.of("MIRROR", "MIRROR_FLOWS"), derived.keySet());
        int hidden = 0;
        for (Map<String, DownloadedTable> tables : intruder.releases()) {
            DownloadedTable detected = tables.get("VICTIMS_CITIZENSHIP");
            RecomputedMirror mirror = new RecomputedMirror(
                    download.json("/api/v1/codelists/CL_AREA"), detected, tables.get("VICTIMS_REPATRIATION"));
            DownloadedTable pairs = download.table(detected.release(), derived.get("MIRROR"));
            DownloadedTable flows = download.table(detected.release(), derived.get("MIRROR_FLOWS"));
            assertEquals(RecomputedMirror.published(pairs), mirror.pairs());
            assertEquals(RecomputedMirror.published(flows), mirror.flows());
            hidden += (int) flows.cells().values().stream()
                    .filter(DownloadedCell::isWithheld)
                    .count();
        }
        assertTrue(hidden > 10, hidden + " sums over hidden parts");
    }

    @Test
    void withheldCellsLookAlikeInEveryReply() {
        assertEquals(List.of(), WithheldCellDifferences.in(download, intruder.releases()));
    }

    /**
     * The hash of a file confirms a right guess of its content. Files with few withheld cells would therefore not be
     * safe.
     */
    @Test
    void noFileIsGuessedFromItsHashInTheProvenance() {
        Map<String, Long> guessed = new TreeMap<>();
        for (String dataflow : SyntheticWorld.DATAFLOWS) {
            DownloadedTable table = intruder.releases().get(0).get(dataflow);
            guessed.putAll(new FileHashes(download, table).guessed());
        }
        assertEquals(Map.of(), guessed);
    }
}
