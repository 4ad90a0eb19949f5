package org.tipstats.compile.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.vocabulary.schema.SampleStructures.code;
import static org.tipstats.vocabulary.schema.SampleStructures.coded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.mirror.MirrorComparison.MirrorPair;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SampleStructures;

/** Compares figures of two areas about the same people, and counts how far victims had come. */
class MirrorComparisonTest {

    private static final CodeList PEOPLE = SampleStructures.list(
            "CL_CITIZENSHIP",
            code("_T", null, "TOTAL", "true"),
            code("AUT", "_T"),
            code("BEL", "_T"),
            code("DNK", "_T"),
            code("BOL", "_T"),
            code("COL", "_T"),
            code("NAT", "_T", "MEANING", "NATIONALS"),
            code("FOR", "_T"),
            code("_U", "_T", "UNKNOWN", "true"));

    private static final DataStructure CITIZENSHIP = SampleStructures.structure(
            "DSD_CITIZENSHIP",
            coded("CITIZENSHIP", Role.CITIZENSHIP, PEOPLE, false),
            coded("SEX", Role.SEX, SampleStructures.SEXES, false));

    private static final DataStructure REPATRIATION =
            SampleStructures.structure("DSD_REPATRIATION", coded("COUNTERPART_AREA", Role.COUNTERPART, PEOPLE, false));

    /**
     * Returns published counts.
     *
     * @param rows rows such as {@code AUT.BEL._T.NUMBER.2010 12}; QA means that the provider masked the value, QC that
     *     the service withholds it
     */
    private static PublishedCounts counts(DataStructure structure, Role other, String... rows) {
        KeySpace space = new KeySpace(structure);
        List<Observation> figures = new ArrayList<>();
        for (String row : rows) {
            long key = space.parse(row.split(" ")[0]).orElseThrow();
            String value = row.split(" ")[1];
            figures.add(
                    value.matches("[0-9]+")
                            ? Observation.count(key, Long.parseLong(value), "A")
                            : Observation.absent(key, value.substring(0, 1), value.substring(1)));
        }
        Dataflow dataflow = SampleStructures.dataflow(structure, Map.of());
        return new PublishedCounts(dataflow, other, Cube.of(space, figures));
    }

    private static PublishedCounts detected(String... rows) {
        return counts(CITIZENSHIP, Role.CITIZENSHIP, rows);
    }

    private static PublishedCounts returned(String... rows) {
        return counts(REPATRIATION, Role.COUNTERPART, rows);
    }

    private static MirrorPair only(PublishedCounts detected, PublishedCounts returned) {
        List<MirrorPair> pairs = new MirrorComparison(detected, returned).pairs();
        assertEquals(1, pairs.size(), pairs.toString());
        return pairs.get(0);
    }

    private static String show(MirrorFigure figure) {
        return figure == null
                ? "-"
                : (figure.value() == null ? figure.lower() + ".." + figure.upper() : figure.value()) + " "
                        + figure.status() + (figure.confidentiality() == null ? "" : figure.confidentiality());
    }

    private static String show(MirrorPair pair) {
        return String.join(
                " | ", show(pair.detected()), show(pair.returned()), show(pair.received()), show(pair.difference()));
    }

    @Test
    void whatTheAreaDetectedStandsBesideWhatBothSayOfReturns() {
        MirrorPair pair = only(
                detected("AUT.COL._T.NUMBER.2010 12", "AUT.COL.F.NUMBER.2010 7", "AUT._T._T.NUMBER.2010 40"),
                returned("AUT.COL.NUMBER.2010 9", "COL.NAT.NUMBER.2010 30", "155.COL.NUMBER.2010 9"));
        assertEquals("AUT COL 2010", pair.area() + " " + pair.citizenship() + " " + pair.year());
        assertEquals("12 A | 9 A | 30 A | 3 A", show(pair));
    }

    @Test
    void whatIsNotReportedIsAbsentAndNotZero() {
        assertEquals("12 A | - | - | -", show(only(detected("AUT.COL._T.NUMBER.2010 12"), returned())));
        assertEquals("- | 0 A | - | -", show(only(detected(), returned("AUT.COL.NUMBER.2010 0"))));
        assertEquals(List.of(), new MirrorComparison(detected("AUT.FOR._T.NUMBER.2010 9"), returned()).pairs());
        assertEquals(List.of(), new MirrorComparison(detected("AUT.AUT._T.NUMBER.2010 9"), returned()).pairs());
    }

    @Test
    void aCountThatTheProviderMaskedIsARange() {
        MirrorPair pair = only(detected("AUT.COL._T.NUMBER.2010 12"), returned("AUT.COL.NUMBER.2010 QA"));
        assertEquals("12 A | 0..4 QA | - | 8..12 QA", show(pair));
    }

    @Test
    void aPairWithAWithheldFigureIsWithheldAsAWhole() {
        for (String[] rows : new String[][] {
            {"QC", "9", "30"}, {"12", "QC", "30"}, {"12", "9", "QC"}, {"QC", "QA", "30"}, {"QC", "QC", "QC"}
        }) {
            MirrorPair pair = only(
                    detected("AUT.COL._T.NUMBER.2010 " + rows[0]),
                    returned("AUT.COL.NUMBER.2010 " + rows[1], "COL.COL.NUMBER.2010 " + rows[2]));
            assertEquals("null..null QC | null..null QC | null..null QC | null..null QC", show(pair));
        }
    }

    private static List<String> flows(String... rows) {
        return new MirrorComparison(detected(rows), returned())
                .flows().stream()
                        .map(flow -> flow.area() + " " + flow.year() + " " + flow.kind() + " " + show(flow.victims()))
                        .toList();
    }

    @Test
    void flowsTellHowFarVictimsHadCome() {
        assertEquals(
                List.of(
                        "AUT 2010 DOMESTIC 7 A",
                        "AUT 2010 SUB_REGIONAL 10 A",
                        "AUT 2010 TRANSREGIONAL 33 A",
                        "AUT 2010 UNKNOWN 3 A"),
                flows(
                        "AUT.AUT._T.NUMBER.2010 7",
                        "AUT.NAT._T.NUMBER.2010 7",
                        "AUT.BEL._T.NUMBER.2010 10",
                        "AUT.DNK._T.NUMBER.2010 6",
                        "AUT.BOL._T.NUMBER.2010 20",
                        "AUT.COL._T.NUMBER.2010 7",
                        "AUT.FOR._T.NUMBER.2010 1",
                        "AUT._U._T.NUMBER.2010 2"));
    }

    @Test
    void aFlowWithAWithheldFigureIsWithheldAndOneWithAMaskedFigureIsARange() {
        assertEquals(
                List.of("AUT 2010 SUB_REGIONAL null..null QC", "AUT 2010 TRANSREGIONAL 20..24 QA"),
                flows("AUT.BEL._T.NUMBER.2010 QC", "AUT.BOL._T.NUMBER.2010 20", "AUT.COL._T.NUMBER.2010 QA"));
    }

    @Test
    void nothingThatIsWithheldHasABound() {
        MirrorFigure withheld =
                only(detected("AUT.COL._T.NUMBER.2010 QC"), returned()).detected();
        assertNull(withheld.value());
        assertNull(withheld.lower());
        assertNull(withheld.upper());
        assertTrue(withheld.status().equals("Q") && withheld.confidentiality().equals("C"));
    }
}
