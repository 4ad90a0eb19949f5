package org.tipstats.disseminate.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.vocabulary.schema.SampleStructures.code;
import static org.tipstats.vocabulary.schema.SampleStructures.coded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.compile.mirror.PublishedCounts;
import org.tipstats.disseminate.comparison.FlowSummary.Flow;
import org.tipstats.disseminate.comparison.PublishedFlows.Direction;
import org.tipstats.disseminate.comparison.PublishedFlows.Level;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SampleStructures;

/** Flows of the world and of regions are sums of published national figures, and nothing else. */
class PublishedFlowsTest {

    private static final CodeList PEOPLE = SampleStructures.list(
            "CL_CITIZENSHIP",
            code("_T", null, "TOTAL", "true"),
            code("AUT", "_T"),
            code("BEL", "_T"),
            code("DNK", "_T"),
            code("BOL", "_T"),
            code("COL", "_T"),
            code("NAT", "_T", "MEANING", "NATIONALS"),
            code("FOR", "_T", "MEANING", "FOREIGNERS"),
            code("_U", "_T", "UNKNOWN", "true"));

    private static final DataStructure CITIZENSHIP = SampleStructures.structure(
            "DSD_CITIZENSHIP",
            coded("CITIZENSHIP", Role.CITIZENSHIP, PEOPLE, false),
            coded("SEX", Role.SEX, SampleStructures.SEXES, false));

    private static final DataStructure REPATRIATION =
            SampleStructures.structure("DSD_REPATRIATION", coded("COUNTERPART_AREA", Role.COUNTERPART, PEOPLE, false));

    /** The counts of a year, a total of a region that must not be used, and a figure of another year. */
    private static final PublishedFlows DETECTED = flows(
            CITIZENSHIP,
            Role.CITIZENSHIP,
            Direction.DETECTED,
            "AUT._T._T.NUMBER.2010 99",
            "AUT.AUT._T.NUMBER.2010 7",
            "AUT.NAT._T.NUMBER.2010 7",
            "AUT.COL._T.NUMBER.2010 40",
            "AUT.COL.F.NUMBER.2010 30",
            "AUT.BOL._T.NUMBER.2010 QC",
            "AUT._U._T.NUMBER.2010 6",
            "AUT.FOR._T.NUMBER.2010 QA",
            "BEL.COL._T.NUMBER.2010 5",
            "BEL.DNK._T.NUMBER.2010 0",
            "BEL.AUT._T.NUMBER.2010 QC",
            "DNK.NAT._T.NUMBER.2010 20",
            "BOL.COL._T.NUMBER.2010 9",
            "150.COL._T.NUMBER.2010 45",
            "DNK.NAT._T.NUMBER.2012 8");

    private static PublishedFlows flows(DataStructure structure, Role other, Direction direction, String... rows) {
        KeySpace space = new KeySpace(structure);
        List<Observation> figures = new ArrayList<>();
        for (String row : rows) {
            long key = space.parse(row.split(" ")[0]).orElseThrow();
            String value = row.split(" ")[1];
            figures.add(
                    value.startsWith("Q")
                            ? Observation.absent(key, value.substring(0, 1), value.substring(1))
                            : Observation.count(key, Long.parseLong(value), "A"));
        }
        return new PublishedFlows(
                new PublishedCounts(SampleStructures.dataflow(structure, Map.of()), other, Cube.of(space, figures)),
                direction);
    }

    private static Code area(String id) {
        return SampleStructures.AREAS.find(id).orElseThrow();
    }

    private static String show(Flow flow) {
        return flow.from().id() + " " + flow.to().id() + " " + flow.persons() + ", domestic " + flow.domestic()
                + ", withheld " + flow.withheld();
    }

    private static List<String> show(FlowSummary summary) {
        return summary.flows().stream().map(PublishedFlowsTest::show).toList();
    }

    private static String ids(List<Code> areas) {
        return String.join(" ", areas.stream().map(Code::id).toList());
    }

    @Test
    void flowsBetweenCountriesAreThePublishedFigures() {
        FlowSummary europe = DETECTED.of(area("150"), "2010", Level.COUNTRY);

        assertEquals(
                List.of(
                        "COL AUT 40, domestic 0, withheld 0",
                        "DNK DNK 20, domestic 20, withheld 0",
                        "AUT AUT 7, domestic 7, withheld 0",
                        "COL BEL 5, domestic 0, withheld 0",
                        "AUT BEL null, domestic 0, withheld 1",
                        "BOL AUT null, domestic 0, withheld 1"),
                show(europe));
        assertEquals(
                "AUT.COL._T.NUMBER.2010",
                new KeySpace(CITIZENSHIP).format(europe.flows().get(0).figure().key()));
        assertEquals("72", europe.persons().toPlainString());
        assertEquals("32", europe.personsAfter(1).toPlainString());
        assertEquals(4, europe.shown().size());
    }

    @Test
    void flowsBetweenRegionsAreSumsWithoutWithheldFigures() {
        FlowSummary world = DETECTED.of(area("001"), "2010", Level.groupsWithin(area("001")));

        assertEquals(
                List.of(
                        "019 150 45, domestic 0, withheld 1",
                        "150 150 27, domestic 27, withheld 1",
                        "019 019 9, domestic 0, withheld 0"),
                show(world));
        assertEquals("81", world.persons().toPlainString());
        assertEquals("6", world.unplaced().toPlainString());
        assertEquals(3, world.withheld());
        assertEquals("AUT BEL DNK BOL", ids(world.reporting()));
        assertEquals("CHE EST COL", ids(world.silent()));
    }

    /** The Americas of the small world have no sub-regions: their areas stand for themselves. */
    @Test
    void areasWithoutSuchAGroupStandForThemselves() {
        FlowSummary west = DETECTED.of(area("155"), "2010", Level.groupsWithin(area("155")));

        assertEquals(
                List.of(
                        "COL 155 45, domestic 0, withheld 0",
                        "155 155 7, domestic 7, withheld 1",
                        "BOL 155 null, domestic 0, withheld 1"),
                show(west));
    }

    @Test
    void returnsLeadAwayFromTheAreaThatReportsThem() {
        PublishedFlows returned = flows(
                REPATRIATION,
                Role.COUNTERPART,
                Direction.RETURNED,
                "AUT.COL.NUMBER.2010 12",
                "BEL.COL.NUMBER.2010 6",
                "COL.NAT.NUMBER.2010 17");
        FlowSummary world = returned.of(area("001"), "2010", Level.REGION);

        assertEquals(List.of("150 019 18, domestic 0, withheld 0"), show(world));
        assertEquals("17", world.received().toPlainString());
        assertEquals("AUT BEL COL", ids(world.reporting()));
    }

    @Test
    void placesWithFiguresAreKnownWithTheirYears() {
        assertTrue(DETECTED.has(area("001")));
        assertTrue(DETECTED.has(area("DNK")));
        assertFalse(DETECTED.has(area("EST")));
        assertFalse(DETECTED.has(area("COL")));
        assertEquals("{10, 12}", DETECTED.years(area("154")).toString());
        assertEquals("{10}", DETECTED.years(area("019")).toString());
        assertEquals(List.of(), DETECTED.of(area("EST"), "2010", Level.COUNTRY).flows());
    }

    /** A script in another language added up the files of the public table by the regions of the M49 table. */
    @Test
    void theRealTableAddsUp() {
        PublishedFlows real = new PublishedFlows(
                new PublishedCounts(
                        SampleCubes.dataflow("VICTIMS_CITIZENSHIP"),
                        Role.CITIZENSHIP,
                        SampleCubes.accepted("VICTIMS_CITIZENSHIP")),
                Direction.DETECTED);
        CodeList areas = real.dataflow().structure().area().codes();
        FlowSummary world = real.of(areas.find("001").orElseThrow(), "2014", Level.REGION);

        assertEquals(
                List.of(
                        "019 019 3757, domestic 2429, withheld 38",
                        "150 150 2997, domestic 1334, withheld 89",
                        "142 142 2716, domestic 1855, withheld 22",
                        "002 002 1048, domestic 991, withheld 13",
                        "142 019 601, domestic 0, withheld 21"),
                show(world).subList(0, 5));
        assertEquals("12183", world.persons().toPlainString());
        assertEquals("205", world.unplaced().toPlainString());
        assertEquals(391, world.withheld());
        assertEquals(80, world.reporting().size());
    }
}
