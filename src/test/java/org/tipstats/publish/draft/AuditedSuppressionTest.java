package org.tipstats.publish.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.protect.disclose.DisclosureControl;
import org.tipstats.protect.disclose.DisclosureControl.Exceptions;
import org.tipstats.protect.disclose.ProtectedRelease;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/** One year of the real table, in which figures of areas contradict each other, published more than once. */
class AuditedSuppressionTest {

    private static final Dataflow VICTIMS = SampleCubes.dataflow("VICTIMS");
    private static final Cube POPULATION = SampleCubes.population();

    private final VintageAudit audit = new VintageAudit(SampleCubes.SCHEMAS);
    private final AuditedSuppression suppression = new AuditedSuppression(
            new DisclosureControl(List.of(VICTIMS), AreaSettings.NONE, Exceptions.NONE, SearchMemory.NONE),
            new YearAudits(SampleCubes.SCHEMAS, audit, new MemoryReceipts(), "test"),
            "policy");
    private final List<EarlierRelease> published = new ArrayList<>();

    @Test
    void nothingIsFoundOutOfARealYear_norOfItsRevision() {
        publish("first", year());
        List<Observation> revised = year();
        revised.replaceAll(observation -> isLargeTotal(observation) ? larger(observation) : observation);
        publish("second", revised);

        assertEquals(
                List.of(), audit.audit(published, ProtectionProgress.SILENT).recoverable());
        assertTrue(audit.audit(published, ProtectionProgress.SILENT).isSafe());
    }

    @Test
    void progressCountsYears() {
        List<String> reports = new ArrayList<>();
        Cube cube =
                Cube.of(new KeySpace(VICTIMS.structure()), figures(key -> key.matches("A\\.(AUT|DEU)\\..*\\.201[12]")));

        suppression.protect(Map.of(VICTIMS.id(), cube), List.of(), new ProtectionProgress() {
            @Override
            public void parts(int done, int all) {
                reports.add("parts of a year");
            }

            @Override
            public void audited(int done, int all) {
                reports.add(done + " of " + all);
            }
        });

        assertEquals(List.of("0 of 2", "1 of 2", "2 of 2"), reports);
    }

    private void publish(String id, List<Observation> national) {
        Cube cube = Cube.of(new KeySpace(VICTIMS.structure()), national);
        Map<String, Cube> compiled =
                new TreeMap<>(Map.of(VICTIMS.id(), new AggregateCalculator(VICTIMS, POPULATION).calculate(cube)));
        ProtectedRelease safe = suppression
                .protect(compiled, published, ProtectionProgress.SILENT)
                .release();
        assertEquals(List.of(), safe.blockers());
        published.add(new EarlierRelease(
                id,
                compiled,
                Map.of(VICTIMS.id(), safe.cubes().get(VICTIMS.id()).cube())));
    }

    private static List<Observation> year() {
        return figures(key -> key.endsWith(".2011"));
    }

    private static List<Observation> figures(Predicate<String> isWanted) {
        Cube accepted = SampleCubes.accepted(VICTIMS.id());
        return new ArrayList<>(accepted.observations().stream()
                .filter(observation -> isWanted.test(accepted.space().format(observation.key())))
                .toList());
    }

    /**
     * Returns true for the figures of Austria and Germany in all forms and in sexual exploitation, over all other
     * breakdowns.
     */
    private static boolean isLargeTotal(Observation observation) {
        String key = new KeySpace(VICTIMS.structure()).format(observation.key());
        return observation.value() != null && key.matches("A\\.(AUT|DEU)\\._T\\._T\\.(_T|SEX)\\..*");
    }

    private static Observation larger(Observation observation) {
        return Observation.count(observation.key(), observation.value().longValueExact() + 3, observation.status());
    }
}
