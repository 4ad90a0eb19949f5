package org.tipstats.site.home;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tipstats.publish.citation.TermsService.CatalogueConfig;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.home.FigureRows.FigureRow;
import org.tipstats.site.home.HeadlineFinder.Headline;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes landing pages from the schemas and the contents of a release. */
@Singleton
final class LandingPages {

    /**
     * The contents of the start page and the developers' page, ready for the templates.
     *
     * @param release the latest release; null if nothing is published
     * @param figures the headline of the release; null if the release has no headline
     */
    record LandingPage(LatestRelease release, HeadlineTable figures, List<DataflowRow> dataflows) {}

    /**
     * The latest release.
     *
     * @param publishedAt the time of publication in ISO 8601
     * @param published the day of publication in words
     * @param address the URL of its page
     * @param citation the citation without the URL at its end
     * @param pinned the query parameter that selects this release
     */
    record LatestRelease(
            String id,
            String title,
            String publishedAt,
            String published,
            String address,
            String citation,
            String pinned,
            String contentHash) {}

    /**
     * The figures of one year.
     *
     * @param heading the population and the year
     * @param sentence the world's figure in a sentence; null if it is not shown
     * @param basis a sentence about the sources of the world's figure
     * @param perPeople the unit of the rates
     * @param signs the meaning of each sign in the figures
     * @param json the API URL of the same figures
     * @param provenance the API URL of the provenance of the world's figure
     */
    record HeadlineTable(
            String heading,
            String caption,
            String sentence,
            FigureRow world,
            String basis,
            String perPeople,
            List<FigureRow> regions,
            Map<String, String> signs,
            String json,
            String csv,
            String provenance) {}

    /**
     * A dataflow with links to its data, structure and template.
     *
     * @param held the number of values in the release, in words; null if there are no values or no release
     * @param json the API URL of all values of the dataflow, in pages
     * @param csv the API URL of all values of the dataflow, in one file
     * @param template null if the dataflow is derived and takes no files
     */
    record DataflowRow(
            String id,
            String name,
            String description,
            String held,
            String json,
            String csv,
            String structure,
            String template) {}

    private final SchemaRegistry schemas;
    private final CatalogueConfig catalogue;

    LandingPages(SchemaRegistry schemas, CatalogueConfig catalogue) {
        this.schemas = schemas;
        this.catalogue = catalogue;
    }

    /** Makes the page for a service that has not published anything yet. */
    LandingPage unpublished(PageTexts texts) {
        LandingTexts words = new LandingTexts(catalogue.publisher(), texts);
        List<DataflowRow> rows =
                ordered().map(dataflow -> words.row(dataflow, 0, null)).toList();
        return new LandingPage(null, null, rows);
    }

    /**
     * Makes the page of a published release.
     *
     * @param cubes returns the release's cube of a dataflow
     */
    LandingPage of(ReleaseReference release, Function<Dataflow, Cube> cubes, PageTexts texts) {
        LandingTexts words = new LandingTexts(catalogue.publisher(), texts);
        DataAddresses addresses = new DataAddresses(release.id());
        Optional<Headline> headline = Headline.dataflow(schemas)
                .flatMap(dataflow -> new HeadlineFinder(dataflow, cubes.apply(dataflow)).find());
        List<DataflowRow> rows = ordered()
                .map(dataflow -> words.row(dataflow, cubes.apply(dataflow).size(), addresses.all(dataflow)))
                .toList();
        return new LandingPage(
                words.release(release),
                headline.map(found -> words.table(found, addresses)).orElse(null),
                rows);
    }

    /** Returns the dataflows. The dataflow of the headline comes first, and reference data come last. */
    private Stream<Dataflow> ordered() {
        Optional<Dataflow> lead = Headline.dataflow(schemas);
        return schemas.dataflows().stream()
                .sorted(Comparator.comparing(Dataflow::isReference)
                        .thenComparing(Dataflow::isDerived)
                        .thenComparing(dataflow -> lead.filter(dataflow::equals).isEmpty()));
    }
}
