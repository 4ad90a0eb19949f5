package org.tipstats.validate.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.rule.Given;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SampleStructures;
import org.tipstats.vocabulary.schema.SchemaException;

/**
 * Tests the current data of other dataflows: it is requested once, only if a rule needs it, and found by the keys of
 * the file.
 */
class OtherDataTest {

    private final List<String> asked = new ArrayList<>();

    private Baseline noting(String heldBy, String key, long value) {
        return (dataflow, areas) -> {
            asked.add(dataflow.id() + " " + areas);
            long packed = new KeySpace(dataflow.structure()).parse(key).orElse(-1);
            return dataflow.id().equals(heldBy) ? List.of(Observation.count(packed, value, "A")) : List.of();
        };
    }

    private static Given with(Given given, Baseline baseline) {
        return new Given(given.bytes(), given.flow(), given.areas(), given.replace(), baseline);
    }

    @Test
    void eachDataflowIsAskedForOnceAndOnlyIfARuleComparesWithIt() {
        Given victims = Given.rows("AUT,_T,_T,_T,2016,12,A", "BEL,_T,_T,_T,2016,12,A");
        with(victims, noting("OFFENCES", "A.AUT.0204.NUMBER.2016", 0)).found();
        assertEquals(
                List.of(
                        "OFFENCES",
                        "POPULATION",
                        "VICTIMS",
                        "VICTIMS_CITIZENSHIP",
                        "VICTIMS_REPATRIATION",
                        "VICTIMS_SUPPORT"),
                asked.stream().map(one -> one.split(" ")[0]).sorted().toList());
        asked.clear();
        Given offences = Given.file("REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\nAUT,0204,2016,3\n")
                .to("OFFENCES");
        with(offences, noting("none", "", 0)).found();
        assertEquals(
                List.of("OFFENCES [AUT]", "VICTIMS [AUT]"),
                asked.stream().sorted().toList());
    }

    @Test
    void aKeyLeadsToTheTotalOfWhatTheFileDoesNotHave() {
        KeySpace own = new KeySpace(SampleStructures.support());
        Dataflow victims = SampleStructures.dataflow(SampleStructures.victims(), java.util.Map.of());
        KeySpace space = new KeySpace(victims.structure());
        long women = space.parse("AUT.F._T._T.NUMBER.2016").orElseThrow();
        OtherDataflows data = new OtherDataflows(
                id -> java.util.Optional.of(victims),
                (dataflow, areas) -> List.of(Observation.count(women, 7, "A")),
                Set.of("AUT"));
        OtherDataflowRows rows =
                new OtherDataflowRows("VICTIMS", data.of("VICTIMS").orElseThrow(), own);
        assertEquals(
                7,
                rows.rows()
                        .low(rows.find(own.parse("AUT.ASSISTANCE.F.NUMBER.2016").orElseThrow())));
        assertEquals(
                RowTable.NONE,
                rows.find(own.parse("AUT.ASSISTANCE._T.NUMBER.2016").orElseThrow()));
        assertEquals(
                List.of("SUPPORT"),
                rows.extraDimensions().stream().map(dimension -> dimension.id()).toList());
    }

    @Test
    void aDataflowWithoutATotalCannotBeComparedWith() {
        KeySpace own = new KeySpace(SampleStructures.victims());
        RowTable stages = SampleRows.of(SampleStructures.structure(
                        "DSD_STAGES",
                        SampleStructures.coded(
                                "STAGE",
                                Role.STAGE,
                                SampleStructures.list("CL_STAGE", SampleStructures.code("CONVICTED", null)),
                                false)))
                .table();
        SchemaException refused =
                assertThrows(SchemaException.class, () -> new OtherDataflowRows("STAGES", stages, own));
        assertTrue(refused.getMessage().contains("STAGE"));
    }

    @Test
    void aDataflowThatTheSchemasLackIsNoData() {
        assertTrue(OtherDataflows.NONE.of("VICTIMS").isEmpty());
    }
}
