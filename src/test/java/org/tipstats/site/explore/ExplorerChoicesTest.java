package org.tipstats.site.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.disseminate.data.PublicData.QueryResult;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.publish.citation.TermsService.Terms;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.explore.ExplorerPage.ChartPart;
import org.tipstats.site.explore.ExplorerPage.Entry;
import org.tipstats.site.explore.TableMaker.DataTable;
import org.tipstats.site.explore.TableMaker.Line;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Series that a reader removes from a chart, brings back, or adds by name. */
class ExplorerChoicesTest {

    private static final Dataflow VICTIMS =
            SchemaRegistry.load(Path.of("schemas")).dataflow("VICTIMS").orElseThrow();
    private static final KeySpace SPACE = new KeySpace(VICTIMS.structure());
    private static final PageTexts TEXTS = PageTexts.in("en");
    private static final List<String> EIGHT = List.of("AUT", "BEL", "BRA", "CAN", "CIV", "DEU", "FRA", "ITA");

    private static ExplorerQuery query(String areas, String... more) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("REF_AREA", areas);
        parameters.put("view", "line");
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return new ExplorerQuery("VICTIMS", parameters);
    }

    private static ChartPart chart(ExplorerQuery query, String... areas) {
        List<Line> lines = Arrays.stream(areas)
                .map(area -> new Line(area, List.of(area), List.of(), List.of(), null, false, area.equals("_U")))
                .toList();
        DataTable table =
                new DataTable("", "", List.of(), null, List.of(), lines, Map.of(), List.of(), List.of(), null, "");
        return new ChartParts(query, TEXTS).of("line", table);
    }

    private static String drawn(ChartPart chart) {
        return String.join(" ", chart.colours().keySet());
    }

    private static Entry entry(ChartPart chart, String id) {
        return chart.series().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLegendRemovesASeriesAndBringsItBackAndColoursStay() {
        ChartPart all = chart(query("*"), "AUT", "BEL", "CAN");
        assertEquals("AUT BEL CAN", drawn(all));
        assertTrue(
                entry(all, "BEL").address().endsWith("&draw=AUT,CAN"),
                entry(all, "BEL").address());

        ChartPart two = chart(query("*", "draw", "AUT,CAN"), "AUT", "BEL", "CAN");
        assertEquals("AUT CAN", drawn(two));
        assertEquals(all.colours().get("CAN"), two.colours().get("CAN"));
        assertNull(entry(two, "BEL").colour());
        assertTrue(
                entry(two, "BEL").address().endsWith("&draw=AUT,CAN,BEL"),
                entry(two, "BEL").address());

        assertEquals("", drawn(chart(query("*", "draw", "-"), "AUT", "BEL")), "the last one can go, too");
        assertEquals(
                "AUT BEL", drawn(chart(query("*", "draw", "DEU"), "AUT", "BEL")), "rows that are gone do not count");
    }

    @Test
    void aChartDrawsSixRowsAndUnknownIsGrey() {
        ChartPart eight = chart(query("*"), EIGHT.toArray(String[]::new));
        assertEquals("AUT BEL BRA CAN CIV DEU", drawn(eight));
        assertEquals("The chart shows 6 of 8 rows; the table has all of them.", eight.more());
        assertTrue(eight.multiples().address().contains("view=multiples"));
        ChartPart other = chart(query("*", "draw", "AUT,ITA"), EIGHT.toArray(String[]::new));
        assertEquals(2, Map.copyOf(other.colours()).values().stream().distinct().count());
        assertEquals("c6", chart(query("*"), "F", "M", "_U").colours().get("_U"));
        assertEquals("c3", chart(query("*"), "F", "_U", "M", "_O").colours().get("_O"));
    }

    /** Finds the figures of eight countries, of which Italy has none. */
    private static QueryResult find(ExplorerQuery query) {
        List<Observation> figures = new ArrayList<>();
        for (String area : EIGHT.subList(0, 7)) {
            long key = SPACE.parse("A." + area + "._T._T._T.NUMBER.2015").orElseThrow();
            figures.add(Observation.count(key, 12, "A"));
        }
        Dimension area = VICTIMS.structure().area();
        BitSet wanted = new BitSet();
        List.of(query.get("REF_AREA").split(",")).forEach(code -> wanted.set(area.positionOf(code)));
        Cube cube = Cube.of(SPACE, figures);
        int[] places = IntStream.range(0, cube.size())
                .filter(place -> wanted.get(SPACE.position(cube.at(place).key(), area.position())))
                .toArray();
        List<BitSet> all = new ArrayList<>();
        List<int[]> offered = new ArrayList<>();
        VICTIMS.structure().dimensions().forEach(dimension -> {
            all.add(dimension == area ? wanted : null);
            offered.add(new int[dimension.size()]);
        });
        figures.forEach(figure -> VICTIMS.structure()
                .dimensions()
                .forEach(d -> offered.get(d.position())[SPACE.position(figure.key(), d.position())]++));
        ReleaseReference release = new ReleaseReference(
                "r", new LocalText(Map.of("en", "R")), Instant.parse("2018-05-03T09:00:00Z"), "h", 1, true);
        Terms terms = new Terms("", "", LocalText.EMPTY, null, LocalText.EMPTY);
        return new QueryResult(
                DataSelection.whole(release, VICTIMS, terms, cube).withPlaces(places), all, offered);
    }

    private static NamedAddition.Result added(ExplorerQuery query, String name) {
        return new NamedAddition(query, find(query), ExplorerChoicesTest::find, TEXTS).of(name);
    }

    @Test
    void aCountryIsAddedByItsNameInAnyLanguageOrItsCodes() {
        for (String name : List.of("Allemagne", "Германия", "ألمانيا", "德国", "deutschland", "DEU", "DE", "276")) {
            assertEquals("AUT,DEU", added(query("AUT"), name).query().get("REF_AREA"), name);
        }
        assertEquals("AUT,CIV", added(query("AUT"), "cote d'ivoire").query().get("REF_AREA"));
        assertEquals("AUT", added(query("AUT"), "Austria").query().get("REF_AREA"), "it is there already");
    }

    @Test
    void aNameWithoutFiguresOrWithoutMeaningIsSaid() {
        assertEquals(
                "No figures here for: Italy.",
                added(query("AUT"), "Italie").message().sentence());
        assertTrue(added(query("AUT"), "xyzzy").message().sentence().startsWith("No country or area"));
        assertNull(added(query("AUT"), "xyzzy").query());
    }

    @Test
    void whatIsAddedIsDrawnEvenIfTheChartIsFull() {
        ExplorerQuery six = query("AUT,BEL,BRA,CAN,CIV,FRA");
        assertEquals("DEU,AUT,BEL,BRA,CAN,CIV", added(six, "Germany").query().get("draw"));
        assertNull(added(query("AUT"), "France").query().get("draw"), "there is room");
    }
}
