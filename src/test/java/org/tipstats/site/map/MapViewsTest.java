package org.tipstats.site.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.publish.citation.TermsService.Terms;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.map.MapView.MapPicture;
import org.tipstats.site.map.MapViews.MapRequest;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class MapViewsTest {

    private static final Dataflow VICTIMS =
            SchemaRegistry.load(Path.of("schemas")).dataflow("VICTIMS").orElseThrow();
    private static final KeySpace SPACE = new KeySpace(VICTIMS.structure());
    private static final ReleaseReference RELEASE = new ReleaseReference(
            "r", new LocalText(Map.of("en", "R")), Instant.parse("2018-05-03T09:00:00Z"), "h", 1, true);

    private static final Terms TERMS = new Terms("", "", LocalText.EMPTY, null, LocalText.EMPTY);

    private final MapViews maps = new MapViews(new WorldMap(() -> Path.of("nowhere.json")));
    private final List<Observation> observations = new ArrayList<>();

    private static long key(String area, String sex, String unit, String year) {
        return SPACE.parse("A." + area + "." + sex + "._T._T." + unit + "." + year)
                .orElseThrow();
    }

    private void rate(String area, String year, String value) {
        observations.add(new Observation(
                key(area, "_T", "PER_100000_POP", year), new BigDecimal(value), "A", null, Map.of(), null));
    }

    private void absent(String area, String year, String status) {
        observations.add(Observation.absent(key(area, "_T", "PER_100000_POP", year), status, null));
    }

    private void fill() {
        rate("AUT", "2015", "0.1");
        rate("ITA", "2015", "0.2");
        rate("DEU", "2015", "0.5");
        rate("FRA", "2016", "1.1");
        rate("ESP", "2016", "3.2");
        rate("MLT", "2016", "0");
        rate("001", "2016", "900");
        absent("POL", "2016", "Q");
        absent("CZE", "2016", "L");
        absent("HUN", "2016", "M");
    }

    private MapRequest question(String areas, Map<String, String> chosen) {
        Cube cube = Cube.of(SPACE, observations);
        Dimension area = VICTIMS.structure().area();
        BitSet wanted = areas == null ? null : new BitSet();
        if (wanted != null) {
            Arrays.stream(areas.split(",")).forEach(code -> wanted.set(area.positionOf(code)));
        }
        int[] places = IntStream.range(0, cube.size())
                .filter(place -> wanted == null
                        || wanted.get(SPACE.position(cube.at(place).key(), area.position())))
                .toArray();
        List<BitSet> all = new ArrayList<>();
        VICTIMS.structure().dimensions().forEach(dimension -> all.add(dimension == area ? wanted : null));
        DataSelection selection =
                DataSelection.whole(RELEASE, VICTIMS, TERMS, cube).withPlaces(places);
        return new MapRequest(
                selection, all, chosen, key -> "/figure/" + SPACE.format(key), (name, value) -> name + "=" + value);
    }

    private MapView view(String areas, Map<String, String> chosen) {
        return maps.of(question(areas, chosen), PageTexts.in("en")).orElseThrow();
    }

    private static Map<String, String> looks(MapView view) {
        return view.areas().stream().collect(Collectors.toMap(MapView.Area::code, MapView.Area::look));
    }

    private static List<String> bands(MapView view) {
        return view.keys().stream().map(MapView.Key::text).toList();
    }

    @Test
    void theClassesAreTheSameForAllYearsAndAllChoicesOfAreas() {
        fill();
        List<String> expected = List.of(
                "0", "over 0, up to 0.2", "over 0.2, up to 0.5", "over 0.5, up to 1", "over 1, up to 3", "over 3");

        assertEquals(expected, bands(view(null, Map.of())).subList(0, 6));
        assertEquals(expected, bands(view(null, Map.of("TIME_PERIOD", "2015"))).subList(0, 6));
        assertEquals(expected, bands(view("AUT,FRA", Map.of())).subList(0, 6));
    }

    @Test
    void whatIsNotShownAndGroupsOfAreasMakeNoClass() {
        fill();
        List<String> with = bands(view(null, Map.of()));
        observations.removeIf(observation -> observation.value() == null);
        observations.removeIf(observation -> SPACE.format(observation.key()).contains(".001."));

        assertEquals(with, bands(view(null, Map.of())));
    }

    @Test
    void zeroMissingSuppressedAndNotApplicableLookDifferent() {
        fill();
        Map<String, String> looks = looks(view(null, Map.of()));

        assertEquals("k5", looks.get("ESP"));
        assertEquals("k4", looks.get("FRA"));
        assertEquals("dotted", looks.get("POL"));
        assertEquals("hatched", looks.get("CZE"));
        assertEquals("plain", looks.get("HUN"));
        assertEquals("hatched", looks.get("BRA"), "an area that never reported must be hatched");
        Map<String, MapView.Row> rows =
                view(null, Map.of()).rows().stream().collect(Collectors.toMap(MapView.Row::code, row -> row));
        assertEquals("0", rows.get("MLT").band());
        assertEquals("k0", rows.get("MLT").look());
        assertEquals("0.00", rows.get("MLT").cell().shown().number());
        assertEquals("3.20", rows.get("ESP").cell().shown().number());
        assertNull(rows.get("POL").cell().value());
        assertEquals("q", rows.get("POL").cell().shown().sign());
        assertEquals("kept back by the country", rows.get("POL").band());
        assertEquals("..", rows.get("CZE").cell().shown().sign());
        assertEquals("–", rows.get("HUN").cell().shown().sign());
    }

    @Test
    void theListHasEveryAreaOfTheMapAndThoseTooSmallToSee() {
        fill();
        MapView view = view(null, Map.of());
        List<String> listed = view.rows().stream().map(MapView.Row::name).toList();

        assertEquals(
                List.of("Austria", "Czechia", "France", "Germany", "Hungary", "Italy", "Malta", "Poland", "Spain"),
                listed);
        assertTrue(
                view.circles().stream().anyMatch(circle -> circle.area().code().equals("MLT")));
        assertEquals(
                List.of("ESP", "FRA", "MLT"),
                view(null, Map.of("sort", "rate")).rows().stream()
                        .limit(3)
                        .map(MapView.Row::code)
                        .toList());
    }

    @Test
    void anUnreliableRateHasADashedOutline() {
        fill();
        observations.add(new Observation(
                key("PRT", "_T", "PER_100000_POP", "2016"), new BigDecimal("1"), "U", null, Map.of(), null));
        MapView view = view(null, Map.of());

        assertTrue(looks(view).get("PRT").endsWith(" low"), looks(view).get("PRT"));
        assertTrue(view.keys().stream().anyMatch(key -> key.look().equals("k0 low")));
    }

    @Test
    void anAreaThatWasNotChosenIsNoGap() {
        fill();
        MapView view = view("AUT,FRA", Map.of());

        assertEquals("out", looks(view).get("ESP"));
        assertEquals(
                List.of("AUT", "FRA"),
                view.rows().stream().map(MapView.Row::code).toList());
        assertTrue(bands(view).contains("not chosen"));
    }

    @Test
    void oneOfSeveralValuesIsShownAndSaid() {
        fill();
        observations.add(new Observation(
                key("AUT", "F", "PER_100000_POP", "2016"), new BigDecimal("7.7"), "A", null, Map.of(), null));
        MapView total = view(null, Map.of());
        MapView women = view(null, Map.of("SEX", "F"));

        assertTrue(total.shown().contains("Sex: Total"), total.shown());
        assertEquals(
                List.of("SEX"),
                total.controls().stream().map(MapView.Control::id).toList());
        assertTrue(women.shown().contains("Sex: Female"), women.shown());
        assertTrue(women.caption().contains("Female"), women.caption());
        assertEquals("7.7", value(women, "AUT"));
        assertEquals("k3", looks(women).get("AUT"), "a single value must have the only class");
        assertEquals(Map.of("FREQ", "A", "SEX", "F"), some(women.fixed()));
    }

    private static Map<String, String> some(Map<String, String> fixed) {
        return Map.of("FREQ", fixed.get("FREQ"), "SEX", fixed.get("SEX"));
    }

    private static String value(MapView view, String area) {
        return view.rows().stream()
                .filter(row -> row.code().equals(area))
                .findFirst()
                .orElseThrow()
                .cell()
                .value();
    }

    @Test
    void theYearIsTheLastWithAValueAndStepsLeadToItsNeighbours() {
        fill();
        absent("AUT", "2018", "L");
        MapView view = view(null, Map.of());

        assertEquals("2016", view.fixed().get("TIME_PERIOD"));
        assertEquals("TIME_PERIOD=2015", view.years().previous().address());
        assertEquals("TIME_PERIOD=2017", view.years().next().address(), "years without figures are not skipped");
        assertEquals(4, view.years().options().size());
        assertNull(view(null, Map.of("TIME_PERIOD", "2015")).years().previous());
        assertNull(view(null, Map.of("TIME_PERIOD", "2018")).years().next());
        assertTrue(view(null, Map.of("TIME_PERIOD", "2018")).summary().contains("No value is shown"));
    }

    @Test
    void aMapSaysHowManyCountriesItShowsAndWhatAStatusMeans() {
        fill();
        observations.add(new Observation(
                key("PRT", "_T", "PER_100000_POP", "2016"), new BigDecimal("1.2345"), "U", null, Map.of(), null));
        MapView view = view(null, Map.of());
        Map<String, String> says =
                view.areas().stream().collect(Collectors.toMap(MapView.Area::code, MapView.Area::says));

        assertTrue(view.coverage().startsWith("4 of 2"), view.coverage());
        assertTrue(says.get("PRT").startsWith("Portugal: 1.23\nu: unreliable"), says.get("PRT"));
        assertEquals("Poland: kept back by the country", says.get("POL"));
    }

    @Test
    void countsAreNoMap() {
        observations.add(Observation.count(key("AUT", "_T", "NUMBER", "2016"), 12, "A"));
        rate("001", "2016", "3");

        assertTrue(maps.of(question(null, Map.of()), PageTexts.in("en")).isEmpty());
    }

    /** Long texts of the legend take more lines; none is written over another. */
    @Test
    void theLegendOfThePictureOverlapsInNoLanguage() {
        fill();
        for (String language : List.of("en", "fr", "es", "ru", "ar", "zh")) {
            PageTexts texts = PageTexts.in(language);
            MapView view = maps.of(question(null, Map.of()), texts).orElseThrow();
            List<MapPicture.Box> boxes = maps.picture(view, List.of(), texts).boxes();
            boolean mirrored = texts.direction().equals("rtl");
            for (int i = 0; i + 1 < boxes.size(); i++) {
                int start =
                        mirrored ? 1032 - boxes.get(i).x() - 24 : boxes.get(i).x();
                int next = mirrored
                        ? 1032 - boxes.get(i + 1).x() - 24
                        : boxes.get(i + 1).x();
                // Nine letters of 13 pixels take at least 45 pixels, a Chinese character 12.
                String text = view.keys().get(i).text();
                double length = 32 + text.length() * (language.equals("zh") ? 12 : 5);
                assertTrue(boxes.get(i + 1).y() > boxes.get(i).y() || next >= start + length, language + ": " + text);
            }
        }
    }

    @Test
    void thePictureStandsAloneInEachLanguage() {
        fill();
        for (String language : List.of("en", "ar", "zh")) {
            PageTexts texts = PageTexts.in(language);
            MapView view = maps.of(question(null, Map.of()), texts).orElseThrow();
            MapPicture picture = maps.picture(view, List.of(texts.say("map.disclaimer")), texts);
            String said = picture.lines().stream().map(MapPicture.Line::text).collect(Collectors.joining(" "));

            assertEquals(texts.direction(), picture.direction());
            assertTrue(
                    said.replace(" ", "").contains(texts.say("map.disclaimer").replace(" ", "")), said);
            assertEquals(view.keys().size(), picture.boxes().size());
            assertEquals(view.areas().size(), picture.areas().size());
            assertFalse(picture.areas().stream().anyMatch(area -> area.fill() == null));
        }
    }
}
