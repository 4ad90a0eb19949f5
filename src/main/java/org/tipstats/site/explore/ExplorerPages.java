package org.tipstats.site.explore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tipstats.disseminate.data.PublicData;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.disseminate.series.ConstantPanel;
import org.tipstats.disseminate.series.SeriesMaker;
import org.tipstats.disseminate.series.SeriesService;
import org.tipstats.disseminate.series.SeriesShares;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.explore.ExplorerPage.ChartPart;
import org.tipstats.site.explore.ExplorerPage.Choices;
import org.tipstats.site.explore.ExplorerPage.Layout;
import org.tipstats.site.explore.ExplorerPage.Link;
import org.tipstats.site.explore.ExplorerPage.MapPart;
import org.tipstats.site.explore.ExplorerPage.PanelPart;
import org.tipstats.site.explore.ExplorerPage.Reason;
import org.tipstats.site.explore.ExplorerPage.Tab;
import org.tipstats.site.explore.TableMaker.DataTable;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.map.MapViews;
import org.tipstats.vocabulary.schema.Dimension;

/** Makes the pages of the explorer, with one method for each state of the page. */
final class ExplorerPages {

    static final String MAP = "map";

    private static final String TABLE = "table";

    private final ExplorerQuery query;
    private final PublicData.QueryResult found;
    private final PageTexts texts;
    private final ReleaseTexts releases;
    private final ReleaseReference latest;
    private final ConstantPanel panel;
    private final List<String> notices = new ArrayList<>();

    /** @param panel the only areas that count in the figures of groups; null if all reporting areas count */
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
        DataSelection of = found.selection();
        this.releases = new ReleaseTexts(
                of.release(), of.dataflow(), query, latest, of.terms().publisher(), texts);
    }

    ExplorerPage nothingChosen() {
        Dimension first = found.selection().dataflow().structure().dimensions().stream()
                .filter(dimension -> query.empty().contains(dimension.id()))
                .findFirst()
                .orElseThrow();
        String text = texts.say("explorer.choose.text", "name", texts.name(first));
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
                Map<String, Object> values = Map.of("name", texts.name(dimension), "n", sum);
                String address =
                        "/" + texts.language() + query.with(dimension.id(), "*").path();
                ways.add(new Link(texts.say("explorer.none.way", values), address));
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

    ExplorerPage table(Pivot pivot, SeriesMaker series, SeriesShares shares) {
        String view = query.get(ExplorerQuery.VIEW);
        boolean isShare = ChartParts.SHARE.equals(view) && !shares.isEmpty();
        TableMaker maker = new TableMaker(found, query, series, isShare ? shares : null, texts);
        DataTable table = maker.of(pivot);
        if (ChartParts.SHARE.equals(view) && !isShare) {
            notices.add(texts.say("share.none"));
        }
        return page(pivot, panel == null ? table : table.over(PanelParts.sentence(panel, texts)), null, null, true);
    }

    /**
     * Makes the page with a map, or with the reason why there is no map.
     *
     * @param find finds the figures of a query
     */
    ExplorerPage map(MapViews maps, Function<ExplorerQuery, PublicData.QueryResult> find) {
        MapParts parts = new MapParts(maps, query, texts);
        Optional<MapPart> map = parts.of(found, find);
        notices.addAll(parts.notices());
        return map.map(part -> page(null, null, part, null, true)).orElseGet(this::noRates);
    }

    /** Makes the page for data without rates. A map of counts would mostly show how large areas are. */
    private ExplorerPage noRates() {
        boolean never = found.selection().dataflow().unit("RATE").isEmpty();
        String text = texts.say(never ? "map.none.never" : "map.none.text");
        return page(null, null, null, new Reason(texts.say("map.none.heading"), text, List.of()), false);
    }

    private ExplorerPage page(Pivot pivot, DataTable table, MapPart map, Reason reason, boolean files) {
        String view = query.get(ExplorerQuery.VIEW);
        boolean drawable = table != null && ChartParts.isChart(view) && notices.isEmpty();
        ChartPart chart = drawable ? new ChartParts(query, texts).of(view, table) : null;
        if (view != null && !ChartParts.isChart(view) && !view.equals(MAP) && !view.equals(TABLE)) {
            notices.add(texts.say("explorer.view.unknown", "view", view));
        }
        return new ExplorerPage(
                found.selection().dataflow(),
                found.selection().release().id(),
                releases.sentence(),
                releases.newer(),
                choices(pivot),
                pivot == null ? null : size(pivot, table),
                tabs(pivot),
                notices,
                table,
                map,
                chart,
                chart == null ? null : new TableDrawing(found.selection().dataflow(), texts).of(table, chart),
                reason,
                null,
                releases.sources(found, files && panel == null, files, reason == null));
    }

    private Choices choices(Pivot pivot) {
        PanelPart panelPart = new PanelParts(query, found.selection(), texts).of(pivot, panel);
        Map<String, String> kept = new LinkedHashMap<>(query.parameters());
        found.selection().dataflow().structure().dimensions().forEach(dimension -> kept.remove(dimension.id()));
        kept.keySet().removeAll(List.of(ExplorerQuery.SORT, ExplorerQuery.ADD));
        if (pivot != null) {
            kept.keySet().removeAll(List.of(ExplorerQuery.ROWS, ExplorerQuery.COLS));
        }
        if (panelPart != null) {
            kept.remove(SeriesService.PANEL);
        }
        Map<String, String> all = new LinkedHashMap<>(query.parameters());
        all.remove(ExplorerQuery.ADD);
        return new Choices(
                "/" + texts.language() + "/data/" + Addresses.encoded(query.dataflow()),
                kept,
                all,
                new FilterPanel(found, texts).boxes(query.empty()),
                pivot == null ? List.of() : layouts(pivot),
                panelPart);
    }

    private List<Layout> layouts(Pivot pivot) {
        return List.of(
                layout(ExplorerQuery.ROWS, "explorer.rows", pivot.rows()),
                layout(ExplorerQuery.COLS, "explorer.cols", pivot.columns()));
    }

    private Layout layout(String parameter, String key, Dimension chosen) {
        List<Choice> choices = found.selection().dataflow().structure().dimensions().stream()
                .filter(dimension -> dimension.size() > 1)
                .map(dimension -> new Choice(dimension.id(), texts.name(dimension), dimension == chosen))
                .toList();
        return new Layout(parameter, texts.say(key), choices);
    }

    private String size(Pivot pivot, DataTable table) {
        int rows = table == null ? pivot.size() : table.lines().size();
        int columns = pivot.columnPositions().length;
        Map<String, Object> values = Map.of(
                "rows", texts.numbers().whole(rows),
                "cols", texts.numbers().whole(columns),
                "n", (long) rows * columns);
        return texts.say("explorer.size", values);
    }

    /**
     * Returns the tabs: charts, map, table. Leaves out small charts for a single row, and the map for data without
     * rates, unless the reader asked for this view.
     */
    private List<Tab> tabs(Pivot pivot) {
        String view = query.get(ExplorerQuery.VIEW);
        List<Tab> tabs = new ArrayList<>();
        for (String kind : ChartParts.KINDS) {
            boolean several = pivot == null || pivot.size() > 1 || kind.equals(view);
            if (several || !kind.equals(ChartParts.MULTIPLES)) {
                tabs.add(tab(kind, kind, kind.equals(view)));
            }
        }
        if (MAP.equals(view) || found.selection().dataflow().unit("RATE").isPresent()) {
            tabs.add(tab(MAP, MAP, MAP.equals(view)));
        }
        tabs.add(tab(TABLE, null, !ChartParts.isChart(view) && !MAP.equals(view)));
        return tabs;
    }

    private Tab tab(String name, String view, boolean current) {
        return new Tab(
                name,
                texts.say("explorer.view." + name),
                "/" + texts.language() + query.with(ExplorerQuery.VIEW, view).path(),
                current);
    }
}
