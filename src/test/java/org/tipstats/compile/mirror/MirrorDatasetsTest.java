package org.tipstats.compile.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Dataflow;

/** Computes the derived dataflows of the schemas from published figures. The expected values were added up by hand. */
class MirrorDatasetsTest {

    private static final String CITIZENSHIP = "VICTIMS_CITIZENSHIP";
    private static final String REPATRIATION = "VICTIMS_REPATRIATION";

    /**
     * Returns a cube.
     *
     * @param rows rows such as {@code A.AUT.ROU._T.NUMBER.2015 40}; QA means that the provider masked the value, QC
     *     that the service withholds it
     */
    private static Cube cube(String dataflow, String... rows) {
        KeySpace space = new KeySpace(SampleCubes.dataflow(dataflow).structure());
        List<Observation> figures = new ArrayList<>();
        for (String row : rows) {
            long key = space.parse(row.split(" ")[0]).orElseThrow();
            String value = row.split(" ")[1];
            boolean known = value.matches("[0-9]+");
            figures.add(new Observation(
                    key,
                    known ? new BigDecimal(value) : null,
                    known ? "A" : value.substring(0, 1),
                    known ? "F" : value.substring(1),
                    known ? Map.of("TIME_COVERAGE", "January to June", "COMMENT", "as told") : Map.of(),
                    null));
        }
        return Cube.of(space, figures);
    }

    private static final Map<String, Cube> PUBLISHED = Map.of(
            CITIZENSHIP,
            cube(
                    CITIZENSHIP,
                    "A.AUT._T._T.NUMBER.2015 90",
                    "A.AUT.AUT._T.NUMBER.2015 7",
                    "A.AUT.NAT._T.NUMBER.2015 7",
                    "A.AUT.DEU._T.NUMBER.2015 10",
                    "A.AUT.BEL._T.NUMBER.2015 QA",
                    "A.AUT.ROU._T.NUMBER.2015 40",
                    "A.AUT.ROU.F.NUMBER.2015 30",
                    "A.AUT.HUN._T.NUMBER.2015 QC",
                    "A.AUT.FOR._T.NUMBER.2015 6",
                    "A.DEU.AUT._T.NUMBER.2015 8",
                    "A.DEU.POL._T.NUMBER.2015 20",
                    "A.155.ROU._T.NUMBER.2015 40"),
            REPATRIATION,
            cube(
                    REPATRIATION,
                    "A.AUT.ROU.NUMBER.2015 25",
                    "A.AUT.HUN.NUMBER.2015 9",
                    "A.DEU.POL.NUMBER.2015 QA",
                    "A.ROU.NAT.NUMBER.2015 12"));

    /** Returns the rows of a cube by key: the given attributes, with {@code -} for those that are absent. */
    private static Map<String, String> rows(Cube cube, String... attributes) {
        Set<String> shown = Set.of(attributes);
        Map<String, String> rows = new TreeMap<>();
        for (Observation observation : cube) {
            StringBuilder text = new StringBuilder();
            for (ObservationField field : ObservationField.of(cube.space())) {
                if (shown.contains(field.id())) {
                    String value = field.text(observation);
                    text.append(value == null ? "-" : value).append(' ');
                }
            }
            rows.put(cube.space().format(observation.key()), text.toString().strip());
        }
        return rows;
    }

    private static Cube derived(String dataflow) {
        return new MirrorDatasets(SampleCubes.SCHEMAS).of(PUBLISHED).get(dataflow);
    }

    @Test
    void thePairsAreThePublishedFiguresBesideOneAnother() {
        Map<String, String> expected = new TreeMap<>();
        expected.put("A.AUT.BEL.DETECTED.NUMBER.2015", "- Q A - -");
        expected.put("A.AUT.DEU.DETECTED.NUMBER.2015", "10 A F January to June -");
        expected.put("A.AUT.HUN.DETECTED.NUMBER.2015", "- Q C - -");
        expected.put("A.AUT.HUN.RETURNED.NUMBER.2015", "- Q C - -");
        expected.put("A.AUT.ROU.DETECTED.NUMBER.2015", "40 A F January to June -");
        expected.put("A.AUT.ROU.RETURNED.NUMBER.2015", "25 A F January to June 15");
        expected.put("A.AUT.ROU.RECEIVED.NUMBER.2015", "12 A F January to June 28");
        expected.put("A.DEU.AUT.DETECTED.NUMBER.2015", "8 A F January to June -");
        expected.put("A.DEU.POL.DETECTED.NUMBER.2015", "20 A F January to June -");
        expected.put("A.DEU.POL.RETURNED.NUMBER.2015", "- Q A - -");
        assertEquals(
                expected,
                rows(derived("MIRROR"), "OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "TIME_COVERAGE", "DIFFERENCE"));
    }

    @Test
    void flowsAreSumsOfPublishedPartsAndNeverOverHiddenOnes() {
        String[] shown = {
            "OBS_VALUE",
            "OBS_STATUS",
            "CONF_STATUS",
            "LOWER_BOUND",
            "UPPER_BOUND",
            "KNOWN_SUM",
            "N_PARTS",
            "N_KNOWN",
            "N_AREAS",
            "N_REPORTING"
        };
        Map<String, String> flows = rows(derived("MIRROR_FLOWS"), shown);
        // Austria and Germany, and Western Europe (155), which both belong to and which has nine areas.
        assertEquals("7 A - 7 7 7 1 1 1 1", flows.get("A.AUT.DOMESTIC.NUMBER.2015"));
        assertEquals("- Q A 10 14 10 2 1 1 1", flows.get("A.AUT.SUB_REGIONAL.NUMBER.2015"));
        assertEquals("- Q C - - 40 2 1 1 1", flows.get("A.AUT.TRANSREGIONAL.NUMBER.2015"));
        assertEquals("6 A - 6 6 6 1 1 1 1", flows.get("A.AUT._U.NUMBER.2015"));
        assertEquals("8 A - 8 8 8 1 1 1 1", flows.get("A.DEU.SUB_REGIONAL.NUMBER.2015"));
        assertEquals("20 A - 20 20 20 1 1 1 1", flows.get("A.DEU.TRANSREGIONAL.NUMBER.2015"));
        assertEquals("7 A - 7 7 7 1 1 9 1", flows.get("A.155.DOMESTIC.NUMBER.2015"));
        assertEquals("- Q A 18 22 18 3 2 9 2", flows.get("A.155.SUB_REGIONAL.NUMBER.2015"));
        assertEquals("- Q C - - 60 3 2 9 2", flows.get("A.155.TRANSREGIONAL.NUMBER.2015"));
        assertEquals("6 A - 6 6 6 1 1 248 1", flows.get("A.001._U.NUMBER.2015"));
        // Two areas, and Western Europe with the region and the world above it: four kinds each, except two for
        // Germany.
        assertEquals(4 + 2 + 3 * 4, flows.size());
    }

    @Test
    void theFiguresBehindAFigureAreThosePublished() {
        MirrorDatasets datasets = new MirrorDatasets(SampleCubes.SCHEMAS);
        assertEquals(
                List.of("VICTIMS_CITIZENSHIP A.AUT.ROU._T.NUMBER.2015", "VICTIMS_REPATRIATION A.ROU.NAT.NUMBER.2015"),
                sources(datasets, "MIRROR", "A.AUT.ROU.RECEIVED.NUMBER.2015"));
        assertEquals(
                List.of("VICTIMS_CITIZENSHIP A.AUT.ROU._T.NUMBER.2015"),
                sources(datasets, "MIRROR", "A.AUT.ROU.DETECTED.NUMBER.2015"));
        assertEquals(
                List.of(
                        "VICTIMS_CITIZENSHIP A.AUT.HUN._T.NUMBER.2015",
                        "VICTIMS_CITIZENSHIP A.AUT.ROU._T.NUMBER.2015",
                        "VICTIMS_CITIZENSHIP A.DEU.POL._T.NUMBER.2015"),
                sources(datasets, "MIRROR_FLOWS", "A.155.TRANSREGIONAL.NUMBER.2015"));
        assertEquals(List.of(), sources(datasets, "MIRROR_FLOWS", "A.FRA.DOMESTIC.NUMBER.2015"));
    }

    private static List<String> sources(MirrorDatasets datasets, String id, String key) {
        Dataflow dataflow = SampleCubes.dataflow(id);
        long packed = new KeySpace(dataflow.structure()).parse(key).orElseThrow();
        return datasets.sources(dataflow, packed, source -> PUBLISHED.get(source.id())).stream()
                .map(source -> source.dataflow().id() + " "
                        + new KeySpace(source.dataflow().structure())
                                .format(source.figure().key()))
                .toList();
    }

    @Test
    void aReleaseWithoutTheSourcesHasNoMirror() {
        assertEquals(Map.of(), new MirrorDatasets(SampleCubes.SCHEMAS).of(Map.of()));
    }
}
