package org.tipstats.site.map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.LongFunction;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.chapter.LinkedCells;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.map.MapView.MapPicture;
import org.tipstats.site.map.WorldMap.AreaShapes;
import org.tipstats.vocabulary.schema.Dimension;

/** Makes maps of published rates. */
@Singleton
public final class MapViews {

    /**
     * A request for a map.
     *
     * @param selection the published data, from one release and dataflow
     * @param wanted for each dimension, in order, the requested positions; null if all positions are requested
     * @param chosen the codes that the reader chose, by dimension, and the sort order under {@link #SORT}
     * @param figure a function that returns the link to a figure's page from the figure's key
     * @param here a function that returns the link to this page with another choice. Its arguments are a name in
     * {@code chosen} and the new value.
     */
    public record MapRequest(
            DataSelection selection,
            List<BitSet> wanted,
            Map<String, String> chosen,
            LongFunction<String> figure,
            BinaryOperator<String> here) {

        /** The name under which {@code chosen} contains the sort order of the list. */
        public static final String SORT = "sort";

        /** The value of {@link #SORT} for a list sorted by rate. Without a value, the list is sorted by name. */
        public static final String BY_RATE = "rate";

        public MapRequest {
            chosen = Map.copyOf(chosen);
        }
    }

    private final WorldMap world;

    /**
     * The key of cached colour classes: everything that determines the classes.
     *
     * @param common the key that all figures share, without area and year
     */
    private record ClassesKey(String release, String contentHash, String dataflow, long common) {}

    private final Cache<ClassesKey, ColourClasses> classes =
            Caffeine.newBuilder().maximumSize(1_000).build();

    MapViews(WorldMap world) {
        this.world = world;
    }

    /**
     * Makes a map of rates; empty if no area has a rate. Never shows counts, because high counts mostly mean large
     * areas.
     */
    public Optional<MapView> of(MapRequest question, PageTexts texts) {
        return MapSelection.of(question).map(choice -> view(question, choice, texts));
    }

    /**
     * Makes the map as a file.
     *
     * @param lines the notes below the map: source, caveat, citation
     */
    public MapPicture picture(MapView view, List<String> lines, PageTexts texts) {
        return new MapPictureMaker(world.shapes(), texts).of(view, lines);
    }

    /** Makes the map as a picture without title, legend and notes. The page must show these in its own text. */
    public MapPicture alone(MapView view, PageTexts texts) {
        return new MapPictureMaker(world.shapes(), texts).alone(view);
    }

    private ColourClasses classes(MapRequest question, MapSelection choice) {
        ReleaseReference release = question.selection().release();
        ClassesKey key = new ClassesKey(
                release.id(),
                release.contentHash(),
                question.selection().dataflow().id(),
                choice.common());
        return classes.get(key, none -> choice.classes());
    }

    private MapView view(MapRequest question, MapSelection choice, PageTexts texts) {
        Dimension area = question.selection().dataflow().structure().area();
        AreaStyles looks = new AreaStyles(
                question.selection().dataflow().structure(), question.figure(), classes(question, choice), texts);
        Map<String, MapView.Row> rows = rows(question, choice, looks, area);
        List<MapView.Area> areas = areas(question, rows, looks, texts);
        MapControls controls = new MapControls(question, choice, texts);
        List<String> left = left(question, choice, area, texts);
        List<MapView.Row> sorted = sorted(rows, question, texts);
        return new MapView(
                controls.caption(),
                controls.unit(),
                controls.shown(),
                summary(controls.caption(), sorted, texts),
                coverage(sorted, left.size(), texts),
                choice.fixed(),
                world.address(),
                "0 0 " + world.shapes().width() + " " + world.shapes().height(),
                areas.stream().filter(one -> shape(one).d() != null).toList(),
                circles(areas),
                looks.keys(areas.stream().map(MapView.Area::look).toList()),
                sorted,
                controls.sorts(),
                controls.controls(),
                controls.years(),
                left.isEmpty() ? null : texts.say("map.left", "n", left.size()),
                left.isEmpty() ? null : texts.joined(left),
                looks.signs(),
                world.shapes().source());
    }

    /**
     * Returns all areas with a shape or a circle. If all areas were requested, an area without a rate in any selected
     * year looks like an area with a missing value.
     */
    private List<MapView.Area> areas(
            MapRequest question, Map<String, MapView.Row> rows, AreaStyles looks, PageTexts texts) {
        Dimension area = question.selection().dataflow().structure().area();
        boolean all = question.wanted().get(area.position()) == null;
        MapView.Row none = looks.row(area.codes().at(0), null);
        return world.shapes().areas().keySet().stream()
                .map(code -> area(rows.getOrDefault(code, all ? none : null), code, area, texts))
                .toList();
    }

    private AreaShapes.Shape shape(MapView.Area area) {
        return world.shapes().areas().get(area.code());
    }

    private List<MapView.Circle> circles(List<MapView.Area> areas) {
        return areas.stream()
                .filter(area -> shape(area).at() != null)
                .map(area -> new MapView.Circle(
                        area, shape(area).at().get(0), shape(area).at().get(1)))
                .toList();
    }

    /** Returns the rows of the list: areas with a rate in any selected year, and areas that the reader selected. */
    private static Map<String, MapView.Row> rows(
            MapRequest question, MapSelection choice, AreaStyles looks, Dimension area) {
        BitSet listed = choice.there(area);
        BitSet wanted = question.wanted().get(area.position());
        if (wanted != null) {
            listed.or(wanted);
        }
        Map<String, MapView.Row> rows = new HashMap<>();
        listed.stream()
                .mapToObj(area.codes()::at)
                .filter(code -> !code.isAreaGroup())
                .forEach(code -> rows.put(code.id(), looks.row(code, choice.figure(code.position()))));
        return rows;
    }

    /**
     * Makes an area.
     *
     * @param row the row of the area in the list; null for an area that was not requested
     */
    private MapView.Area area(MapView.Row row, String code, Dimension area, PageTexts texts) {
        String name =
                area.codes().find(code).map(found -> texts.of(found.name())).orElse(code);
        if (row == null) {
            return new MapView.Area(
                    code,
                    AreaStyles.NOT_REQUESTED,
                    null,
                    texts.say("map.says", "name", name, "value", texts.say("map.out")),
                    null);
        }
        return new MapView.Area(
                code,
                row.look(),
                row.pattern(),
                says(name, row, texts),
                row.cell().address());
    }

    /**
     * Returns lines of text: the area's name and value, the meaning of the value's sign, and the value's class. Without
     * a value, returns the name and the reason.
     */
    private static String says(String name, MapView.Row row, PageTexts texts) {
        ShownFigure shown = row.cell().shown();
        if (shown.number() == null) {
            return texts.say("map.says", "name", name, "value", row.band());
        }
        String value = texts.say("map.says", "name", name, "value", shown.number());
        String meaning = shown.sign() == null ? "" : "\n" + shown.sign() + texts.say("site.colon") + shown.words();
        return value + meaning + "\n" + texts.say("map.class") + texts.say("site.colon") + row.band();
    }

    private static List<MapView.Row> sorted(Map<String, MapView.Row> rows, MapRequest question, PageTexts texts) {
        Comparator<MapView.Row> byName = Comparator.comparing(MapView.Row::name, texts.collator()::compare);
        if (!MapRequest.BY_RATE.equals(question.chosen().get(MapRequest.SORT))) {
            return rows.values().stream().sorted(byName).toList();
        }
        Comparator<MapView.Row> byValue =
                Comparator.comparing(MapViews::value, Comparator.nullsFirst(Comparator.naturalOrder()));
        return rows.values().stream()
                .sorted(byValue.reversed().thenComparing(byName))
                .toList();
    }

    /** Returns the shown rate of an area; null if none is shown. */
    private static BigDecimal value(MapView.Row row) {
        return LinkedCells.hasValue(row.cell().figure()) ? row.cell().figure().value() : null;
    }

    private static String summary(String caption, List<MapView.Row> rows, PageTexts texts) {
        NumberTexts numbers = texts.numbers();
        List<BigDecimal> values = rows.stream()
                .map(MapViews::value)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (values.isEmpty()) {
            return texts.say("chart.summary.none", "what", caption);
        }
        Map<String, Object> said = Map.of(
                "what", caption,
                "n", values.size(),
                "least", numbers.rounded(values.get(0)),
                "most", numbers.rounded(values.get(values.size() - 1)));
        return texts.say("map.summary", said);
    }

    private static String coverage(List<MapView.Row> rows, int left, PageTexts texts) {
        long shown = rows.stream().filter(row -> value(row) != null).count();
        return texts.say("map.coverage", "n", shown, "all", texts.numbers().whole(rows.size() + left));
    }

    /** Returns the names of the areas that have no rate in any selected year; empty if the reader selected areas. */
    private static List<String> left(MapRequest question, MapSelection choice, Dimension area, PageTexts texts) {
        if (question.wanted().get(area.position()) != null) {
            return List.of();
        }
        BitSet there = choice.there(area);
        return area.codes().codes().stream()
                .filter(code -> !code.isAreaGroup() && !there.get(code.position()))
                .map(code -> texts.of(code.name()))
                .sorted(texts.collator()::compare)
                .toList();
    }
}
