package org.tipstats.collect.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.entry.EntryDraft.TypedTexts;
import org.tipstats.collect.entry.EntryFigures.TypedFigure;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SampleStructures;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Tests by hand the rows that typed figures become. */
class TypedRowsTest {

    private static final Dataflow VICTIMS = SampleStructures.dataflow(SampleStructures.victims(), Map.of());
    private static final KeySpace SPACE = new KeySpace(VICTIMS.structure());
    private static final List<String> YEARS = List.of("2015", "2016");
    private static final String START = "dataflow,TIPSTATS:VICTIMS(1.0.0),M,AUT,";

    private static String text(String sex, String year) {
        return "AUT." + sex + "._T._T.NUMBER." + year;
    }

    private static long key(String sex, String year) {
        return SPACE.parse(text(sex, year)).orElseThrow();
    }

    private static TypedRows rows(List<Observation> held, Map<String, String> typed) {
        EntryDraft draft = EntryDraft.NONE.with(new TypedTexts(typed, Map.of()));
        return TypedRows.of(new EntryFigures(new EntryShape(VICTIMS, "AUT"), YEARS, held, draft));
    }

    @Test
    void whatIsTypedIsARowInTheServicesOwnForm() {
        TypedRows rows = rows(
                List.of(),
                Map.of(
                        text("_T", "2016"), "61",
                        text("F", "2016"), " ٤٠",
                        text("M", "2016"), "l",
                        text("_O", "2016"), "Q",
                        text("_U", "2016"), "1.282",
                        text("_U", "2015"), "M",
                        text("F", "2015"), " ",
                        text("F", "1999"), "7"));

        assertEquals(
                "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,"
                        + "CONF_STATUS\n"
                        + START + "_T,_T,_T,NUMBER,2016,61,,\n"
                        + START + "F,_T,_T,NUMBER,2016,40,,\n"
                        + START + "M,_T,_T,NUMBER,2016,,L,\n"
                        + START + "_O,_T,_T,NUMBER,2016,,Q,A\n"
                        + START + "_U,_T,_T,NUMBER,2015,,M,\n"
                        + START + "_U,_T,_T,NUMBER,2016,1.282,,\n",
                rows.csv(),
                "an empty cell is no row, and what is no count stays as typed for the rules to explain");
        assertEquals(text("M", "2016"), rows.keys().get(2));
        assertEquals(6, rows.keys().size());
    }

    @Test
    void aCommentStandsBesideItsFigure() {
        Dataflow flow =
                SchemaRegistry.load(Path.of("schemas")).dataflow("VICTIMS").orElseThrow();
        String women = "A." + text("F", "2016");
        EntryDraft draft = EntryDraft.NONE.with(new TypedTexts(
                Map.of(women, "40", "A." + text("M", "2016"), "21"), Map.of(women, "Counted \"anew\", by hand")));
        TypedRows rows = TypedRows.of(new EntryFigures(new EntryShape(flow, "AUT"), YEARS, List.of(), draft));

        String start = "dataflow,TIPSTATS:VICTIMS(1.0.0),M,A,AUT,";
        assertEquals(
                "OBS_VALUE,OBS_STATUS,CONF_STATUS,COMMENT\n"
                        + start + "F,_T,_T,NUMBER,2016,40,,,\"Counted \"\"anew\"\", by hand\"\n"
                        + start + "M,_T,_T,NUMBER,2016,21,,,\n",
                rows.csv().substring(rows.csv().indexOf("OBS_VALUE")));
    }

    @Test
    void aRepeatedFigureKeepsItsStatusAndAConfidentialOneStaysSo() {
        List<Observation> held = List.of(
                Observation.count(key("_T", "2015"), 60, "P"),
                Observation.count(key("_T", "2016"), 61, "P"),
                new Observation(key("F", "2015"), BigDecimal.valueOf(12), "A", "C", Map.of(), null),
                Observation.absent(key("M", "2015"), "Q", "A"));
        TypedRows rows = rows(
                held,
                Map.of(
                        text("_T", "2015"), "60",
                        text("_T", "2016"), "62",
                        text("F", "2015"), "13",
                        text("M", "2015"), "7"));

        assertEquals(
                START + "_T,_T,_T,NUMBER,2015,60,P,\n"
                        + START + "_T,_T,_T,NUMBER,2016,62,,\n"
                        + START + "F,_T,_T,NUMBER,2015,13,,C\n"
                        + START + "M,_T,_T,NUMBER,2015,7,,\n",
                rows.csv().substring(rows.csv().indexOf('\n') + 1));
    }

    @Test
    void anAcceptedFigureReadsAsSomebodyWouldTypeIt() {
        assertEquals(
                "61",
                TypedFigure.of(Observation.count(key("F", "2015"), 61, "P")).text());
        assertEquals(
                "Q",
                TypedFigure.of(Observation.absent(key("F", "2015"), "Q", "A")).text());
    }

    @Test
    void whatIsTypedAnewReplacesWhatTheDraftHas() {
        EntryDraft draft = new EntryDraft(
                3, new TreeMap<>(Map.of("a", "1", "b", "2")), new TreeMap<>(Map.of("a", "Of a.", "b", "Of b.")), null);
        EntryDraft next =
                draft.with(new TypedTexts(Map.of("a", "  ", "c", " 3 "), Map.of("c", "Of c. ", "d", "Of none.")));
        assertEquals(Map.of("b", "2", "c", "3"), next.cells());
        assertEquals(Map.of("b", "Of b.", "c", "Of c."), next.comments(), "a comment needs its figure");
    }
}
