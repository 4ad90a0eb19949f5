package org.tipstats.site.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

class FigureSourceTest {

    private static final Dataflow VICTIMS = SampleCubes.dataflow("VICTIMS");
    private static final KeySpace SPACE = new KeySpace(VICTIMS.structure());

    private static Observation figure(String key, Integer value, String status, String confidentiality) {
        BigDecimal number = value == null ? null : BigDecimal.valueOf(value);
        return new Observation(SPACE.parse(key).orElseThrow(), number, status, confidentiality, Map.of(), null);
    }

    private static List<SearchDocument> documents(Observation... figures) {
        Cube cube = Cube.of(SPACE, List.of(figures));
        return FigureSource.documents(
                SampleCubes.SCHEMAS, flow -> flow.equals(VICTIMS) ? cube : Cube.empty(new KeySpace(flow.structure())));
    }

    /**
     * A reported zero and a withheld figure are there; a missing value is not. Figures with two breakdowns are reached
     * from those with one.
     */
    @Test
    void onlySubjectsWithReportedFiguresAreDocuments() {
        List<SearchDocument> documents = documents(
                figure("A.AUT._T._T._T.NUMBER.2001", 120, "A", "F"),
                figure("A.AUT._T._T._T.NUMBER.2002", null, "O", "F"),
                figure("A.AUT._T._T._T.NUMBER.2004", 0, "A", "F"),
                figure("A.AUT.F._T._T.NUMBER.2002", null, "Q", "C"),
                figure("A.AUT.F.Y0T17._T.NUMBER.2003", 10, "A", "F"));

        assertEquals(
                List.of(
                        "/data/VICTIMS?REF_AREA=AUT&SEX=_T&AGE=_T&EXPLOITATION=_T&UNIT_MEASURE=NUMBER [2001, 2004]",
                        "/data/VICTIMS?REF_AREA=AUT&SEX=F,M,_O,_U&AGE=_T&EXPLOITATION=_T&UNIT_MEASURE=NUMBER [2002]",
                        "/data/VICTIMS?REF_AREA=AUT&SEX=_T,F&AGE=_T&EXPLOITATION=_T&UNIT_MEASURE=NUMBER [2002]"),
                documents.stream()
                        .map(document ->
                                document.path() + " " + document.figures().years())
                        .toList());
        assertEquals("Figures for 2001–2004", documents.get(0).about().apply(PageTexts.in("en")));
        assertEquals(
                "Detected victims of trafficking in persons · Figures for 2002",
                documents.get(2).about().apply(PageTexts.in("en")));
    }

    @Test
    void ratesAloneAreNoFigures() {
        assertEquals(List.of(), documents(figure("A.AUT._T._T._T.PER_100000_POP.2001", 2, "A", "F")));
    }
}
