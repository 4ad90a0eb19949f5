package org.tipstats.site.home;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tipstats.publish.citation.CatalogueConfig;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.read.PublishedReleases.Vintage;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.chapter.SourceReference;
import org.tipstats.site.chapter.Topic;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.home.HeadlineFinder.AreaFigures;
import org.tipstats.site.home.HeadlineFinder.Headline;
import org.tipstats.site.home.LandingPages.FigureRows.FigureRow;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the contents of the start page and the developers' page from the schemas and a release. */
@Singleton
record LandingPages(SchemaRegistry schemas, CatalogueConfig catalogue) {

    /**
     * The contents of the start page and the developers' page, ready for the templates.
     *
     * @param release the latest release; null if nothing is published
     * @param citation the citation of the release without the URL at its end; null if nothing is published
     * @param figures the headline of the release; null if the release has no headline
     */
    record LandingPage(ReleaseReference release, String citation, HeadlineTable figures, List<DataflowRow> dataflows) {}

    /**
     * The table of the main figures of one year.
     *
     * @param sentence the world's figure in a sentence; null if its lower bound or its coverage is not shown
     * @param masked the number of areas of the world whose value the provider masked
     * @param perPeople the unit of the rates
     * @param groups the groups that this deployment adds to the M49 regions
     * @param provenance the API URL of the provenance of the world's figure
     */
    record HeadlineTable(
            String year,
            String sentence,
            FigureRow world,
            int masked,
            String perPeople,
            List<FigureRow> regions,
            List<FigureRow> groups,
            Map<String, String> signs,
            String json,
            String provenance) {}

    /**
     * A row of the list of dataflows.
     *
     * @param held the number of observations in the release; 0 if nothing is published
     */
    record DataflowRow(Dataflow dataflow, int held) {}

    /** Makes the page for a service that has not published anything yet. */
    LandingPage unpublished() {
        return new LandingPage(null, null, null, rows(dataflow -> 0));
    }

    /**
     * Makes the page of a published release.
     *
     * @param vintages returns the release's vintage of a dataflow
     */
    LandingPage of(ReleaseReference release, Function<Dataflow, Vintage> vintages, PageTexts texts) {
        return new LandingPage(
                release,
                SourceReference.citation(release, catalogue.publisher(), texts),
                Topic.VICTIMS
                        .dataflow(schemas)
                        .flatMap(dataflow -> new HeadlineFinder(dataflow, vintages.apply(dataflow)).find())
                        .map(headline -> table(headline, release.id(), texts))
                        .orElse(null),
                rows(dataflow -> vintages.apply(dataflow).cube().size()));
    }

    /**
     * Returns the dataflows in this order: the headline's dataflow, the other reported dataflows, derived dataflows,
     * reference dataflows.
     */
    private List<DataflowRow> rows(Function<Dataflow, Integer> held) {
        Optional<Dataflow> lead = Topic.VICTIMS.dataflow(schemas);
        return schemas.dataflows().stream()
                .sorted(Comparator.comparing(Dataflow::isReference)
                        .thenComparing(Dataflow::isDerived)
                        .thenComparing(dataflow -> lead.filter(dataflow::equals).isEmpty()))
                .map(dataflow -> new DataflowRow(dataflow, held.apply(dataflow)))
                .toList();
    }

    private static HeadlineTable table(Headline headline, String release, PageTexts texts) {
        FigureCells cells = new FigureCells(headline.dataflow(), texts);
        FigureRows rows = new FigureRows(cells, texts);
        FigureRow world = rows.of(headline.world());
        Function<List<AreaFigures>, List<FigureRow>> sorted = figures -> figures.stream()
                .map(rows::of)
                .sorted(Comparator.comparing(FigureRow::name, texts.collator()))
                .toList();
        Coverage coverage = headline.world().coverage();
        return new HeadlineTable(
                headline.year(),
                cells.sentence(world.name(), headline.year(), coverage),
                world,
                coverage == null ? 0 : coverage.masked(),
                cells.perPeople(),
                sorted.apply(headline.regions()),
                sorted.apply(headline.groups()),
                rows.signs(),
                headline.data(release),
                headline.provenance(release));
    }

    /** Makes table rows of figures. Collects the signs that the key of the page must explain. Not thread-safe. */
    record FigureRows(FigureCells cells, PageTexts texts) {

        /**
         * A row of the table of figures: the world, a region or another group.
         *
         * @param bounds the lowest and the highest possible value
         * @param reporting the number of reporting areas, and the number of all areas
         * @param covered the share of the population that lives in the reporting areas
         * @param share the share in {@code covered} as a number from 0 to 100; null if unknown
         */
        record FigureRow(
                String name,
                ShownFigure value,
                ShownFigure bounds,
                ShownFigure reporting,
                ShownFigure covered,
                BigDecimal share,
                ShownFigure rate) {}

        FigureRow of(AreaFigures figures) {
            Coverage coverage = figures.coverage();
            return new FigureRow(
                    texts.of(figures.area().name()),
                    cells.count(figures.count()),
                    bounds(figures.count(), coverage),
                    cells.said(cells.reporting(coverage)),
                    cells.said(cells.covered(coverage)),
                    coverage == null ? null : coverage.population(),
                    cells.rate(figures.rate()));
        }

        /** Returns the meanings of all signs used so far, by sign. */
        Map<String, String> signs() {
            return cells.signs();
        }

        private ShownFigure bounds(Observation count, Coverage coverage) {
            String range = cells.range(coverage);
            return range == null && count != null && count.value() == null ? cells.count(count) : cells.said(range);
        }
    }
}
