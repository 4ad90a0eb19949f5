package org.tipstats.portal;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.observation.Cube;
import org.tipstats.page.PageTexts;
import org.tipstats.portal.LandingPage.CheckForm;
import org.tipstats.portal.LandingPage.DataflowRow;
import org.tipstats.portal.LandingPage.Example;
import org.tipstats.release.ReleaseReference;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.SchemaRegistry;

/** Makes landing pages from the schemas and what a release holds. */
@Singleton
final class LandingPages {

    private final SchemaRegistry schemas;
    private final long largestFile;

    LandingPages(SchemaRegistry schemas, @ConfigProperty(name = "tipstats.upload.max-size") MemorySize largestFile) {
        this.schemas = schemas;
        this.largestFile = largestFile.asLongValue();
    }

    /** The page as long as nothing is published. */
    LandingPage unpublished(PageTexts texts) {
        LandingTexts words = new LandingTexts(texts);
        List<DataflowRow> rows =
                ordered().map(dataflow -> words.row(dataflow, 0, null)).toList();
        return new LandingPage(null, null, rows, form(Optional.empty(), words));
    }

    /** The page of a published release, whose cubes are given by dataflow. */
    LandingPage of(ReleaseReference release, Function<Dataflow, Cube> cubes, PageTexts texts) {
        LandingTexts words = new LandingTexts(texts);
        DataAddresses addresses = new DataAddresses(release.id());
        Optional<Headline> headline = Headline.dataflow(schemas)
                .flatMap(dataflow -> new HeadlineFinder(dataflow, cubes.apply(dataflow)).find());
        List<DataflowRow> rows = ordered()
                .map(dataflow -> words.row(dataflow, cubes.apply(dataflow).size(), addresses.all(dataflow)))
                .toList();
        return new LandingPage(
                words.release(release),
                headline.map(found -> words.table(found, addresses)).orElse(null),
                rows,
                form(headline, words));
    }

    /** The dataflow of the headline first, reference data last. */
    private Stream<Dataflow> ordered() {
        Optional<Dataflow> lead = Headline.dataflow(schemas);
        return schemas.dataflows().stream()
                .sorted(Comparator.comparing(Dataflow::isReference)
                        .thenComparing(Dataflow::isDerived)
                        .thenComparing(dataflow -> lead.filter(dataflow::equals).isEmpty()));
    }

    private CheckForm form(Optional<Headline> headline, LandingTexts words) {
        Dataflow chosen = ordered().findFirst().orElseThrow();
        Example example = FaultyExample.of(chosen, headline.map(Headline::year)).orElse(null);
        return words.form(largestFile, chosen, example);
    }
}
