package org.tipstats.bench.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.bench.world.NationalFile;
import org.tipstats.bench.world.SyntheticWorld;
import org.tipstats.bench.world.WorldPlan;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Attacks worlds whose protection is known, without a service. */
@Execution(ExecutionMode.CONCURRENT)
class WorldAttackTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));
    private static final WorldPlan PLAN =
            WorldPlan.of(4).areas(5).years(2015, 2016).victims(60);

    /** Repatriation is left out: only for some providers is its total that of all victims. */
    private static final List<String> DATAFLOWS =
            List.of("VICTIMS", "VICTIMS_CITIZENSHIP", "PERSONS", "PERSONS_CITIZENSHIP", "POPULATION");

    /** Decides which compiled observations a release withholds. */
    private interface Protection {
        boolean withholds(Observation count, String key);
    }

    private static Map<String, DownloadedTable> release(String id, SyntheticWorld world, Protection protection) {
        Map<String, DownloadedTable> tables = new TreeMap<>();
        for (String dataflowId : DATAFLOWS) {
            Dataflow dataflow = SCHEMAS.dataflow(dataflowId).orElseThrow();
            boolean population = dataflowId.equals("POPULATION");
            Cube accepted = population ? world.population() : world.accepted(dataflowId);
            Cube compiled = new AggregateCalculator(dataflow, world.population()).calculate(accepted);
            Cube published = population ? compiled : protectedCube(compiled, protection);
            tables.put(dataflowId, CubeTables.table(id, dataflow, published));
        }
        return tables;
    }

    private static Cube protectedCube(Cube compiled, Protection protection) {
        List<Observation> published = new ArrayList<>();
        for (Observation observation : compiled) {
            String key = compiled.space().format(observation.key());
            Observation count = compiled.find(compiled.space()
                            .parse(key.replace("PER_100000_POP", "NUMBER"))
                            .orElseThrow())
                    .orElseThrow();
            boolean withheld = count.value() != null && protection.withholds(count, key);
            published.add(
                    withheld
                            ? new Observation(
                                    observation.key(),
                                    null,
                                    "Q",
                                    "C",
                                    Map.of(),
                                    observation.coverage() == null
                                            ? null
                                            : observation.coverage().withoutBounds())
                            : observation);
        }
        return Cube.of(compiled.space(), published);
    }

    private static boolean isSmall(Observation count) {
        return count.value().signum() > 0 && count.value().compareTo(BigDecimal.valueOf(5)) < 0;
    }

    private static AttackReport attack(WorldPlan plan, Protection protection) {
        SyntheticWorld first = SyntheticWorld.of(plan, SCHEMAS);
        SyntheticWorld second = first.revised(0.2);
        DownloadIntruder intruder = new DownloadIntruder(
                List.of(release("one", first, protection), release("two", second, protection)),
                new Origins(origins(first, second))::since,
                300);
        return intruder.attack(new WorldTruth(Map.of("one", first, "two", second)));
    }

    /**
     * Returns the provenance that the service would give: the file of the first release, or the newer file of the area
     * if there is one.
     */
    private static Origins.Provenance origins(SyntheticWorld first, SyntheticWorld second) {
        Set<String> newer = new TreeSet<>();
        for (NationalFile file : second.filesSince(first)) {
            Dataflow dataflow = SCHEMAS.dataflow(file.dataflow()).orElseThrow();
            int year = dataflow.requiredDimensions().size() - 1;
            file.csv()
                    .lines()
                    .skip(1)
                    .forEach(line -> newer.add(file.dataflow() + file.area() + line.split(",")[year]));
        }
        return (release, structure, key) -> {
            String place = structure.dataflow() + structure.code(key, "REF_AREA") + structure.code(key, "TIME_PERIOD");
            String file = release.equals("two") && newer.contains(place) ? "newer" : "first";
            ObjectNode provenance = JsonNodeFactory.instance.objectNode();
            provenance.putObject("source").put("submissionId", file).put("line", key);
            return provenance;
        };
    }

    @Test
    void withholdingSmallCountsAloneGivesManyAwayAndAllThatIsFoundIsTrue() {
        AttackReport report = attack(PLAN, (count, key) -> isSmall(count));
        assertTrue(report.recovered().size() > 300, report.text(0));
        assertEquals(List.of(), report.wrong(), report.text(0));
        assertEquals(List.of(), report.unverifiable());
    }

    @Test
    void whatProvidersMaskIsFoundToo() {
        AttackReport report = attack(PLAN.masking(1), (count, key) -> isSmall(count));
        assertTrue(report.masked() > 200 && report.recovered().size() > 50, report.text(0));
        assertEquals(List.of(), report.wrong(), report.text(0));
    }

    @Test
    void nothingIsFoundWhereEveryCountButZerosIsWithheld() {
        AttackReport report = attack(PLAN, (count, key) -> count.value().signum() > 0);
        assertEquals(List.of(), report.recovered(), report.text(5));
        assertEquals(List.of(), report.wrong(), report.text(5));
    }
}
