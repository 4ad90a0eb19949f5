package org.tipstats.site.explore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.disseminate.data.PublicData;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.disseminate.series.ConstantPanel;
import org.tipstats.disseminate.series.SeriesMaker;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.explore.ExplorerPage.Layout;
import org.tipstats.site.explore.ExplorerPage.Link;
import org.tipstats.site.explore.ExplorerPage.MapPart;
import org.tipstats.site.explore.ExplorerPage.Reason;
import org.tipstats.site.explore.ExplorerPage.Tab;
import org.tipstats.site.explore.TableMaker.DataTable;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.map.MapView;
import org.tipstats.site.map.MapViews;
import org.tipstats.site.map.MapViews.MapRequest;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/** Makes the pages of the explorer, with one method for each state of the page. */
final class ExplorerPages {

    /** Charts above the table, with up to {@link #MAX_SERIES} lines ({@link #MAX_MULTIPLES} for multiples). */
    private static final List<String> CHARTS = List.of("line", "bar", "stacked", "share", "multiples");

    static final String MAP = "map";

    private static final String TABLE = "table";

    /** Charts that stack parts. Totals are left out, because a total would count its parts twice. */
    private static final List<String> STACKING_CHARTS = List.of("stacked", "share");

    /** Largest number of lines in a chart. */
    static final int MAX_SERIES = 6;

    private static final int MAX_MULTIPLES = 24;

    private final ExplorerQuery query;
    private final PublicData.QueryResult found;
    private final PageTexts texts;
    private final ReleaseTexts releases;
    private final ReleaseReference latest;
    private final ConstantPanel panel;

    /** @param panel the areas behind the figures of groups; null if all reporting areas count */
    ExplorerPages(
            ExplorerQuery query,
            PublicData.QueryResult found,
            ConstantPanel panel,
            ReleaseReference latest,
            PageTexts texts) {
        this.query = query;
        this.found = found;
        this.latest = latest;
        this.panel = panel;
        this.texts = texts;
        this.releases = releases(query);
    }

    private ReleaseTexts releases(ExplorerQuery query) {
        DataSelection of = found.selection();
        return new ReleaseTexts(
                of.release(), of.dataflow(), query, latest, of.terms().publisher(), texts);
    }

    ExplorerPage nothingChosen() {
        Dimension first = found.selection().dataflow().structure().dimensions().stream()
                .filter(dimension -> query.empty().contains(dimension.id()))
                .findFirst()
                .orElseThrow();
        String text = texts.say("explorer.choose.text", "name", texts.of(first.name()));
        return page(null, null, null, new Reason(texts.say("explorer.choose.heading"), text, List.of()), false);
    }

    /** Makes the page for an empty result. Suggests each choice that the reader can remove to get figures. */
    ExplorerPage nothingFound() {
        List<Link> ways = new ArrayList<>();
        for (Dimension dimension : found.selection().dataflow().structure().dimensions()) {
            int sum = 0;
            for (int count : found.offered().get(dimension.position())) {
                sum += count;
            }
            if (sum > 0) {
                Map<String, Object> values = Map.of("name", texts.of(dimension.name()), "n", sum);
                ways.add(link(texts.say("explorer.none.way", values), query.with(dimension.id(), "*")));
            }
        }
        Reason reason = new Reason(texts.say("explorer.none.heading"), texts.say("explorer.none.text"), ways);
        return page(null, null, null, reason, false);
    }

    ExplorerPage tooLarge(Pivot pivot, long bytes) {
        Map<String, Object> values = Map.of(
                "cells", texts.numbers().whole(pivot.cells()),
                "most", texts.numbers().whole(ExplorerService.MAX_CELLS),
                "size", texts.numbers().exact(BigDecimal.valueOf(Math.max(1, bytes / 100_000), 1)));
        Link file = new Link(texts.say("explorer.large.file"), releases.file("format=csv"));
        Reason reason = new Reason(
                texts.say("explorer.large.heading"), texts.say("explorer.large.text", values), List.of(file));
        return page(pivot, null, null, reason, true);
    }

    ExplorerPage table(Pivot pivot, SeriesMaker series) {
        DataTable table = new TableMaker(found, query, series, texts).of(pivot);
        return page(pivot, panel == null ? table : table.over(PanelParts.sentence(panel, texts)), null, null, true);
    }

    ExplorerPage map(MapViews maps) {
        return maps.of(question(), texts)
                .map(view -> page(null, null, part(view), null, true))
                .orElseGet(this::noRates);
    }

    private MapRequest question() {
        DataSelection selection = found.selection();
        KeySpace space = selection.cube().space();
        return new MapRequest(
                selection,
                found.wanted(),
                query.map(),
                key -> FigurePages.address(texts, selection, space, key),
                (name, value) -> "/" + texts.language()
                        + query.with(ExplorerQuery.MAP + name, value).path());
    }

    private MapPart part(MapView view) {
        ExplorerQuery narrow = query;
        for (Map.Entry<String, String> fixed : view.fixed().entrySet()) {
            narrow = narrow.with(fixed.getKey(), fixed.getValue());
        }
        Map<String, String> keep = new LinkedHashMap<>(query.parameters());
        view.controls().forEach(control -> keep.remove(ExplorerQuery.MAP + control.id()));
        if (view.years() != null) {
            keep.remove(ExplorerQuery.MAP + view.years().id());
        }
        String file = releases(narrow).file("format=csv");
        String picture = addressBelow("map.svg");
        return new MapPart(view, keep, file, picture);
    }

    /** Returns the URL of a file directly below the page, for the release of the page. */
    private String addressBelow(String name) {
        return releases.citation().address().replaceFirst("\\?", "/" + name + "?");
    }

    /** Makes the page for data without rates. A map of counts would mostly show how large areas are. */
    private ExplorerPage noRates() {
        DataStructure structure = found.selection().dataflow().structure();
        Optional<Code> rate = found.selection().dataflow().unit("RATE");
        List<Link> ways = rate.stream()
                .map(code -> query.with(structure.unit().id(), code.id())
                        .with(structure.area().id(), "*"))
                .map(rates -> link(texts.say("map.none.way"), rates))
                .toList();
        String text = texts.say(rate.isPresent() ? "map.none.text" : "map.none.never");
        return page(null, null, null, new Reason(texts.say("map.none.heading"), text, ways), false);
    }

    private ExplorerPage page(Pivot pivot, DataTable table, MapPart map, Reason reason, boolean files) {
        FilterPanel panel = new FilterPanel(found, texts);
        String view = query.get(ExplorerQuery.VIEW);
        String chart = table != null && isChart(view) ? view : null;
        return new ExplorerPage(
                found.selection().dataflow(),
                found.selection().release().id(),
                releases.sentence(),
                releases.newer(),
                "/" + texts.language() + "/data/" + Addresses.encoded(query.dataflow()),
                kept(),
                panel.boxes(query.empty()),
                panel.chips(query),
                pivot == null ? List.of() : layouts(pivot),
                pivot == null ? null : size(pivot),
                tabs(),
                unknown(view),
                table,
                map,
                chart,
                chart == null ? null : truncationNote(table, chart),
                reason,
                new PanelParts(query, found.selection(), texts).of(pivot, this.panel),
                releases.downloads(files && this.panel == null),
                files ? releases.citation() : null,
                reason == null ? addressBelow("embed") : null);
    }

    private String unknown(String view) {
        boolean known = view == null || isChart(view) || view.equals(MAP) || view.equals(TABLE);
        return known ? null : texts.say("explorer.view.unknown", "view", view);
    }

    private static boolean isChart(String view) {
        return view != null && CHARTS.contains(view);
    }

    private Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>(query.parameters());
        found.selection().dataflow().structure().dimensions().forEach(dimension -> kept.remove(dimension.id()));
        kept.keySet().removeAll(List.of(ExplorerQuery.ROWS, ExplorerQuery.COLS, ExplorerQuery.SORT));
        return kept;
    }

    private List<Layout> layouts(Pivot pivot) {
        return List.of(
                layout(ExplorerQuery.ROWS, "explorer.rows", pivot.rows()),
                layout(ExplorerQuery.COLS, "explorer.cols", pivot.columns()));
    }

    private Layout layout(String parameter, String key, Dimension chosen) {
        List<Choice> choices = found.selection().dataflow().structure().dimensions().stream()
                .filter(dimension -> dimension.size() > 1)
                .map(dimension -> new Choice(dimension.id(), texts.of(dimension.name()), dimension == chosen))
                .toList();
        return new Layout(parameter, texts.say(key), choices);
    }

    private String size(Pivot pivot) {
        Map<String, Object> values = Map.of(
                "rows", texts.numbers().whole(pivot.size()),
                "cols", texts.numbers().whole(pivot.columnPositions().length),
                "n", pivot.cells());
        return texts.say("explorer.size", values);
    }

    private List<Tab> tabs() {
        String view = query.get(ExplorerQuery.VIEW);
        List<Tab> tabs = new ArrayList<>();
        tabs.add(tab(TABLE, null, !isChart(view) && !MAP.equals(view)));
        CHARTS.forEach(kind -> tabs.add(tab(kind, kind, kind.equals(view))));
        if (MAP.equals(view) || found.selection().dataflow().unit("RATE").isPresent()) {
            tabs.add(tab(MAP, MAP, MAP.equals(view)));
        }
        return tabs;
    }

    private Tab tab(String name, String view, boolean current) {
        String address =
                "/" + texts.language() + query.with(ExplorerQuery.VIEW, view).path();
        return new Tab(texts.say("explorer.view." + name), address, current);
    }

    private String truncationNote(DataTable table, String chart) {
        int most = chart.equals("multiples") ? MAX_MULTIPLES : MAX_SERIES;
        long parts = table.lines().stream().filter(line -> !line.total()).count();
        long all = STACKING_CHARTS.contains(chart) && parts > 0
                ? parts
                : table.lines().size();
        return all <= most
                ? null
                : texts.say(
                        "chart.more",
                        "n",
                        texts.numbers().whole(most),
                        "all",
                        texts.numbers().whole(all));
    }

    private Link link(String text, ExplorerQuery other) {
        return new Link(text, "/" + texts.language() + other.path());
    }
}
