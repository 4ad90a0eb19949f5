package org.tipstats.disseminate.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.disseminate.coverage.CoverageService.RegionCoverage;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SampleStructures;

/** Tests the statuses reported, masked, declared, late and never, and the shares of regions. */
class CountedCoverageTest {

    private static final Dataflow VICTIMS = SampleStructures.dataflow(SampleStructures.victims(), Map.of());
    private static final DataStructure PERSONS = SampleStructures.structure(
            "DSD_POPULATION",
            VICTIMS.structure().dimension("SEX").orElseThrow(),
            VICTIMS.structure().dimension("AGE").orElseThrow());

    /**
     * @param rows key and value, for example {@code AUT.F._T._T.NUMBER.2010 12}; instead of a value Q, QA or QC, or the
     * status of a missing value
     */
    private static Cube cube(DataStructure structure, String... rows) {
        KeySpace space = new KeySpace(structure);
        List<Observation> figures = new ArrayList<>();
        for (String row : rows) {
            long key = space.parse(row.split(" ")[0]).orElseThrow();
            String value = row.split(" ")[1];
            figures.add(
                    value.matches("[0-9]+")
                            ? Observation.count(key, Long.parseLong(value), "A")
                            : Observation.absent(
                                    key, value.substring(0, 1), value.length() == 1 ? null : value.substring(1)));
        }
        return Cube.of(space, figures);
    }

    private static DataflowCoverage coverage(String... rows) {
        return DataflowCoverage.of(VICTIMS, cube(VICTIMS.structure(), rows));
    }

    private static String statuses(DataflowCoverage coverage, String area, int from, int to) {
        int place = SampleStructures.AREAS.positionOf(area);
        List<String> words = IntStream.rangeClosed(from - 2000, to - 2000)
                .mapToObj(year -> coverage.status(place, year).word())
                .toList();
        return String.join(" ", words);
    }

    @Test
    void aValueOfAnyKindIsReportedAndSoIsAWithheldOne() {
        DataflowCoverage coverage = coverage(
                "AUT.F._T._T.NUMBER.2010 12",
                "AUT.F._T._T.NUMBER.2011 0",
                "AUT.F._T._T.NUMBER.2012 QC",
                "AUT.F._T._T.NUMBER.2013 QA",
                "AUT.M._T._T.NUMBER.2013 QC");
        assertEquals("reported reported reported reported", statuses(coverage, "AUT", 2010, 2013));
    }

    @Test
    void anAreaIsMaskedWhereItsProviderMaskedAllOfItsFigures() {
        DataflowCoverage coverage =
                coverage("AUT.F._T._T.NUMBER.2010 QA", "AUT.M._T._T.NUMBER.2010 Q", "AUT._T._T._T.NUMBER.2010 O");
        assertEquals("masked", statuses(coverage, "AUT", 2010, 2010));
    }

    @Test
    void whatIsMissingIsLateOnceTheAreaHasReportedAndNeverBefore() {
        DataflowCoverage coverage = coverage(
                "AUT.F._T._T.NUMBER.2009 O",
                "AUT.F._T._T.NUMBER.2010 12",
                "AUT.F._T._T.NUMBER.2011 O",
                "AUT.F._T._T.NUMBER.2013 12");
        assertEquals("never reported late late reported late", statuses(coverage, "AUT", 2009, 2014));
        assertEquals("never never", statuses(coverage, "BEL", 2013, 2014));
    }

    /** A declaration is neither silence nor a zero, and a figure of the same year goes before it. */
    @Test
    void anAreaDeclaresThatFiguresDoNotExistOrThatTheQuestionDoesNotApply() {
        DataflowCoverage coverage = coverage(
                "AUT._T._T._T.NUMBER.2009 L",
                "AUT._T._T._T.NUMBER.2010 M",
                "AUT._T._T._T.NUMBER.2011 L",
                "AUT.F._T._T.NUMBER.2011 0",
                "AUT._T._T._T.NUMBER.2013 L");
        assertEquals("declared declared reported late declared", statuses(coverage, "AUT", 2009, 2013));
        assertEquals(11, coverage.firstYear());
        assertEquals(11, coverage.lastYear());
    }

    @Test
    void sumsOfRegionsAreNoReportsOfAreas() {
        DataflowCoverage coverage = coverage("155._T._T._T.NUMBER.2010 12", "AUT._T._T._T.NUMBER.2011 12");
        assertEquals(2011, 2000 + coverage.firstYear());
        assertEquals(2011, 2000 + coverage.lastYear());
        assertEquals(-1, coverage().lastYear());
        assertEquals(DataflowCoverage.NO_YEAR, coverage().firstYear());
    }

    @Test
    void theSharesOfARegionAreThoseOfItsAreasAndOfItsKnownPopulation() {
        DataflowCoverage coverage = coverage(
                "AUT.F._T._T.NUMBER.2010 12",
                "BEL.F._T._T.NUMBER.2010 QA",
                "CHE.F._T._T.NUMBER.2009 12",
                "EST.F._T._T.NUMBER.2010 QC");
        PopulationTable persons = PopulationTable.of(cube(
                PERSONS,
                "AUT._T._T.NUMBER.2010 8000",
                "AUT.F._T.NUMBER.2010 4000",
                "BEL._T._T.NUMBER.2010 11000",
                "CHE._T._T.NUMBER.2010 7500",
                "DNK._T._T.NUMBER.2010 5500",
                "155._T._T.NUMBER.2010 26500"));
        RegionShares shares = new RegionShares(coverage, persons);
        // 19,000 of 26,500 people live in the two areas that report; in all of Europe 19,000 of 32,000.
        assertEquals(
                new RegionCoverage(
                        "VICTIMS", "155", "2010", 3, 1, 1, 0, 1, 0, new BigDecimal("66.7"), new BigDecimal("71.7")),
                shares.of(SampleStructures.AREAS.find("155").orElseThrow(), 10));
        assertEquals(
                new RegionCoverage(
                        "VICTIMS", "150", "2010", 5, 2, 1, 0, 1, 1, new BigDecimal("60.0"), new BigDecimal("59.4")),
                shares.of(SampleStructures.AREAS.find("150").orElseThrow(), 10));
        assertEquals(
                new RegionCoverage("VICTIMS", "019", "2010", 2, 0, 0, 0, 0, 2, new BigDecimal("0.0"), null),
                shares.of(SampleStructures.AREAS.find("019").orElseThrow(), 10));
    }

    @Test
    void aTotalThatRepeatsAFigureOfAnotherDataflowIsReportedTwice() {
        Dataflow support = SampleStructures.dataflow(SampleStructures.support(), Map.of());
        Cube breakdown = cube(
                support.structure(),
                "AUT._T._T.NUMBER.2010 12",
                "AUT._T.F.NUMBER.2010 7",
                "AUT.ASSISTANCE._T.NUMBER.2010 11",
                "BEL._T._T.NUMBER.2010 QC",
                "CHE._T._T.NUMBER.2010 9",
                "155._T._T.NUMBER.2010 21");
        Cube repeated = cube(
                VICTIMS.structure(),
                "AUT._T._T._T.NUMBER.2010 12",
                "AUT.F._T._T.NUMBER.2010 8",
                "BEL._T._T._T.NUMBER.2010 QC",
                "155._T._T._T.NUMBER.2010 20");
        List<String> found = new DataflowOverlaps(support, VICTIMS)
                .in(breakdown, repeated).stream()
                        .map(overlap -> overlap.kind().word() + " " + overlap.area() + " " + overlap.year() + " "
                                + overlap.same() + " "
                                + overlap.figures().get(1).key().values())
                        .toList();
        assertEquals(
                List.of(
                        "two-dataflows AUT 2010 true [AUT, _T, _T, _T, NUMBER, 2010]",
                        "two-dataflows AUT 2010 false [AUT, F, _T, _T, NUMBER, 2010]",
                        "two-dataflows BEL 2010 null [BEL, _T, _T, _T, NUMBER, 2010]"),
                found);
    }
}
