package org.tipstats.site.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tipstats.disseminate.data.PublicData;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.site.explore.ExplorerPage.MapPart;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.map.MapView;
import org.tipstats.site.map.MapViews;
import org.tipstats.site.map.MapViews.MapRequest;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure;

/**
 * Makes the map of the reader's selection. A map shows only rates of single areas. If the reader selected counts, the
 * map shows the rates of the selected areas. If these areas have no rates, it shows the rates of all areas. In both
 * cases, a notice says so.
 */
final class MapParts {

    private final MapViews maps;
    private final ExplorerQuery query;
    private final PageTexts texts;
    private final List<String> notices = new ArrayList<>();

    MapParts(MapViews maps, ExplorerQuery query, PageTexts texts) {
        this.maps = maps;
        this.query = query;
        this.texts = texts;
    }

    /**
     * Makes the map; empty if there are no rates.
     *
     * @param find finds the figures of another query
     */
    Optional<MapPart> of(PublicData.QueryResult found, Function<ExplorerQuery, PublicData.QueryResult> find) {
        Optional<MapPart> chosen = of(query, found);
        Optional<Code> rate = found.selection().dataflow().unit("RATE");
        if (chosen.isPresent() || rate.isEmpty()) {
            return chosen;
        }
        DataStructure structure = found.selection().dataflow().structure();
        ExplorerQuery rates = query.with(structure.unit().id(), rate.get().id());
        ExplorerQuery everywhere = rates.with(structure.area().id(), "*");
        return of(rates, find.apply(rates))
                .map(part -> said(part, "map.picked.rate"))
                .or(() -> of(everywhere, find.apply(everywhere)).map(part -> said(part, "map.picked.areas")));
    }

    private MapPart said(MapPart part, String key) {
        notices.add(texts.say(key));
        return part;
    }

    /** Returns notices which say that the map shows rates or areas that the reader did not select. */
    List<String> notices() {
        return notices;
    }

    private Optional<MapPart> of(ExplorerQuery picked, PublicData.QueryResult found) {
        DataSelection selection = found.selection();
        KeySpace space = selection.cube().space();
        MapRequest request = new MapRequest(
                selection,
                found.wanted(),
                query.map(),
                key -> FigurePages.address(texts, selection, space, key),
                (name, value) -> "/" + texts.language()
                        + query.with(ExplorerQuery.MAP + name, value).path());
        return maps.of(request, texts).map(view -> part(view, picked, selection));
    }

    private MapPart part(MapView view, ExplorerQuery picked, DataSelection selection) {
        ExplorerQuery narrow = picked;
        for (Map.Entry<String, String> fixed : view.fixed().entrySet()) {
            narrow = narrow.with(fixed.getKey(), fixed.getValue());
        }
        Map<String, String> keep = new LinkedHashMap<>(query.parameters());
        view.controls().forEach(control -> keep.remove(ExplorerQuery.MAP + control.id()));
        if (view.years() != null) {
            keep.remove(ExplorerQuery.MAP + view.years().id());
        }
        return new MapPart(
                view,
                keep,
                releases(narrow, selection).file("format=csv"),
                releases(query, selection).below("map.svg"));
    }

    private ReleaseTexts releases(ExplorerQuery of, DataSelection selection) {
        return new ReleaseTexts(
                selection.release(),
                selection.dataflow(),
                of,
                selection.release(),
                selection.terms().publisher(),
                texts);
    }
}
