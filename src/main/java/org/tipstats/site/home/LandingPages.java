package org.tipstats.site.home;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tipstats.publish.citation.CatalogueConfig;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.home.LandingPage.DataflowRow;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes landing pages from the schemas and the contents of a release. */
@Singleton
final class LandingPages {

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

    /** Returns the dataflow of the headline first, reference data last. */
    private Stream<Dataflow> ordered() {
        Optional<Dataflow> lead = Headline.dataflow(schemas);
        return schemas.dataflows().stream()
                .sorted(Comparator.comparing(Dataflow::isReference)
                        .thenComparing(Dataflow::isDerived)
                        .thenComparing(dataflow -> lead.filter(dataflow::equals).isEmpty()));
    }
}
