package org.tipstats.bench.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.protect.disclose.DisclosureControl;
import org.tipstats.protect.disclose.DisclosureControl.Exceptions;
import org.tipstats.protect.disclose.ProtectedRelease;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import org.tipstats.vocabulary.schema.SchemasWithGroup;

/** The attack adds up a group that cuts across the regions: COM and CPV in Africa, KIR and NRU in Oceania. */
class GroupAttackTest {

    private static final SchemaRegistry SCHEMAS = SchemasWithGroup.load();
    private static final Dataflow VICTIMS = SCHEMAS.dataflow("VICTIMS").orElseThrow();
    private static final Dataflow POPULATION = SCHEMAS.population().orElseThrow();
    private static final KeySpace SPACE = new KeySpace(VICTIMS.structure());

    /** Comoros has a small count. In its sub-region, the count of Kenya can hide it. */
    private static final Map<String, Integer> COUNTS =
            Map.of("COM", 3, "KEN", 70, "CPV", 20, "NGA", 90, "KIR", 30, "NRU", 40, "FJI", 50);

    private final Cube compiled = compiled();

    private static long key(String area) {
        return SPACE.parse("A." + area + "._T._T._T.NUMBER.2011").orElseThrow();
    }

    private static Cube compiled() {
        List<Observation> accepted = COUNTS.entrySet().stream()
                .map(count -> Observation.count(key(count.getKey()), count.getValue(), "A"))
                .toList();
        Cube nobody = Cube.empty(new KeySpace(POPULATION.structure()));
        return new AggregateCalculator(VICTIMS, nobody).calculate(Cube.of(SPACE, accepted));
    }

    private AttackReport attack(Cube shown) {
        Map<String, DownloadedTable> tables = Map.of(
                "VICTIMS", CubeTables.table("r1", VICTIMS, shown),
                "POPULATION", CubeTables.table("r1", POPULATION, Cube.empty(new KeySpace(POPULATION.structure()))));
        return new DownloadIntruder(List.of(tables), now -> (before, key) -> false, 300)
                .attack((release, structure, key) ->
                        OptionalLong.of(compiled.find(SPACE.parse(key).orElseThrow())
                                .orElseThrow()
                                .value()
                                .longValueExact()));
    }

    @Test
    void aFigureThatTheRegionsHideIsFoundFromTheGroup() {
        List<Observation> shown = new ArrayList<>();
        for (Observation figure : compiled) {
            boolean hidden = Set.of(key("COM"), key("KEN")).contains(figure.key());
            shown.add(hidden ? Observation.absent(figure.key(), "Q", "C") : figure);
        }
        assertEquals(2, attack(Cube.of(SPACE, shown)).recovered().size());

        shown.removeIf(figure -> figure.key() == key(SchemasWithGroup.ID));
        assertEquals(0, attack(Cube.of(SPACE, shown)).recovered().size());
    }

    @Test
    void nothingIsFoundInAProtectedRelease() {
        ProtectedRelease release = new DisclosureControl(
                        List.of(VICTIMS), AreaSettings.NONE, Exceptions.NONE, SearchMemory.NONE)
                .protect(Map.of("VICTIMS", compiled), List.of(), ProtectionProgress.SILENT);
        AttackReport report = attack(release.cubes().get("VICTIMS").cube());

        assertTrue(release.isPublishable(), release.blockers()::toString);
        assertTrue(report.withheld() > 2, report.text(0));
        assertEquals(0, report.recovered().size(), () -> report.text(20));
        assertEquals(List.of(), report.wrong());
    }
}
