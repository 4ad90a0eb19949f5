package org.tipstats.site.explore;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.disseminate.data.PublicData;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.disseminate.format.Format;
import org.tipstats.disseminate.series.SeriesService;
import org.tipstats.disseminate.series.SeriesService.PanelSelection;
import org.tipstats.disseminate.series.SeriesShares;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.map.MapView.MapPicture;
import org.tipstats.site.map.MapViews;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Makes the pages of the explorer from published data. */
@ApplicationScoped
public class ExplorerService {

    /** The default choice for a reader who has chosen nothing: the world and its regions, totals, counts, all years. */
    static final class DefaultSelection {

        private static final List<String> GROUPS = List.of("WORLD", "REGION");

        private final Dataflow dataflow;
        private final PublicData.QueryResult all;

        DefaultSelection(PublicData.QueryResult all) {
            this.dataflow = all.selection().dataflow();
            this.all = all;
        }

        /** Adds the default choice to a URL, with a parameter for each dimension in which there is a choice. */
        ExplorerQuery of(ExplorerQuery bare) {
            ExplorerQuery chosen = bare;
            for (Dimension dimension : dataflow.structure().dimensions()) {
                if (dimension.isTime() || dimension.size() > 1) {
                    chosen = chosen.with(dimension.id(), codes(dimension));
                }
            }
            return chosen;
        }

        private String codes(Dimension dimension) {
            if (dimension.isTime()) {
                return "*";
            }
            if (dimension.role() == Role.AREA) {
                return areas(dimension);
            }
            Optional<Code> one = dimension.role() == Role.UNIT
                    ? dataflow.unit("COUNT")
                    : dimension.codes().total();
            return one.map(Code::id).filter(code -> hasFigures(dimension, code)).orElse("*");
        }

        private String areas(Dimension area) {
            String groups = area.codes().codes().stream()
                    .filter(code -> code.annotation("AREA_GROUP")
                            .filter(GROUPS::contains)
                            .isPresent())
                    .map(Code::id)
                    .filter(code -> hasFigures(area, code))
                    .collect(Collectors.joining(","));
            return groups.isEmpty() ? "*" : groups;
        }

        private boolean hasFigures(Dimension dimension, String code) {
            return all.offered().get(dimension.position())[dimension.positionOf(code)] > 0;
        }
    }

    /** Largest number of cells on one page. A table with more cells is offered as a file. */
    static final int MAX_CELLS = 10_000;

    private final PublicData data;
    private final PublishedReleases published;
    private final MapViews maps;
    private final SeriesService series;

    ExplorerService(PublicData data, PublishedReleases published, MapViews maps, SeriesService series) {
        this.data = data;
        this.published = published;
        this.maps = maps;
        this.series = series;
    }

    /** Returns the query with the default choice. If the query names no view, the result asks for a line chart. */
    ExplorerQuery first(ExplorerQuery bare) {
        ExplorerQuery chosen = new DefaultSelection(find(bare)).of(bare);
        return bare.get(ExplorerQuery.VIEW) == null ? chosen.with(ExplorerQuery.VIEW, "line") : chosen;
    }

    /** Throws status 404 or 410 if a release that the reader named is not public. */
    void require(String release) {
        published.shown(release);
    }

    /** Returns why the release of a query was withdrawn; empty if the release was not withdrawn. */
    Optional<String> withdrawal(ExplorerQuery query) {
        return Optional.ofNullable(query.get(ExplorerQuery.RELEASE)).flatMap(published::withdrawal);
    }

    private PublicData.QueryResult find(ExplorerQuery query) {
        return data.find(query.dataflow(), query.asked());
    }

    /** Adds the name or code that the reader typed to the choice of a page. */
    NamedAddition.Result added(ExplorerQuery query, PageTexts texts) {
        ExplorerQuery before = query.with(ExplorerQuery.ADD, null);
        return new NamedAddition(before, find(before), this::find, texts).of(query.get(ExplorerQuery.ADD));
    }

    /**
     * Returns the map of a page as a file. Throws status 404 if the page has no map.
     *
     * @param base scheme and host of this website
     */
    MapPicture picture(ExplorerQuery query, String base, PageTexts texts) {
        ExplorerPage page = page(query.with(ExplorerQuery.VIEW, ExplorerPages.MAP), texts);
        if (page.map() == null) {
            throw ProblemException.notFound("map");
        }
        ExplorerPage.Sources sources = page.sources();
        List<String> under = Stream.of(
                        page.map().view().coverage(),
                        sources.citation().text(),
                        sources.licence(),
                        base + sources.citation().address(),
                        texts.say("site.caveat"),
                        texts.say("map.disclaimer"))
                .filter(Objects::nonNull)
                .toList();
        return maps.picture(page.map().view(), under, texts);
    }

    /**
     * Returns the title of a page, without making the page. The figures must not be limited to a panel of areas.
     *
     * @param address the path and query of the page, or of the page that shows only the figures of this page
     */
    public String title(String address, PageTexts texts) {
        ExplorerQuery query = ExplorerQuery.of(address);
        PublicData.QueryResult found = find(query);
        return found.selection().size() == 0
                ? texts.of(found.selection().dataflow().name())
                : new TableTexts(found, texts).caption(pivot(query, found));
    }

    /**
     * Returns the page. Throws status 400, 404 and 410 in the same cases as the API, and 400 if the rows or columns of
     * the table name no dimension.
     */
    ExplorerPage page(ExplorerQuery query, PageTexts texts) {
        PublicData.QueryResult found = find(query);
        ReleaseReference latest = published.latest().orElseThrow();
        ExplorerPages pages = new ExplorerPages(query, found, null, latest, texts);
        boolean nothing = found.selection().dataflow().structure().dimensions().stream()
                .anyMatch(dimension -> query.empty().contains(dimension.id()));
        if (nothing) {
            return pages.nothingChosen();
        }
        if (found.selection().size() == 0) {
            return pages.nothingFound();
        }
        if (ExplorerPages.MAP.equals(query.get(ExplorerQuery.VIEW))) {
            return pages.map(maps, this::find);
        }
        Pivot pivot = pivot(query, found);
        if (pivot.cells() > MAX_CELLS) {
            return pages.tooLarge(pivot, data.size(found.selection(), Format.CSV, texts.language()));
        }
        DataSelection selection = found.selection();
        if (!query.isOfPanel()) {
            return pages.table(pivot, series.maker(selection.release(), selection.dataflow()), shares(selection));
        }
        PanelSelection panel = series.panel(selection);
        PublicData.QueryResult ofPanel = new PublicData.QueryResult(panel.selection(), found.wanted(), found.offered());
        return panel.selection().size() == 0
                ? pages.nothingFound()
                : new ExplorerPages(query, ofPanel, panel.panel(), latest, texts)
                        .table(pivot(query, ofPanel), panel.series(), shares(panel.selection()));
    }

    private static SeriesShares shares(DataSelection selection) {
        List<Observation> figures = new ArrayList<>();
        selection.observations().forEachRemaining(figures::add);
        return SeriesShares.of(selection.dataflow(), selection.cube().space(), figures);
    }

    private static Pivot pivot(ExplorerQuery query, PublicData.QueryResult found) {
        return new Pivot(found, query.get(ExplorerQuery.ROWS), query.get(ExplorerQuery.COLS));
    }
}
