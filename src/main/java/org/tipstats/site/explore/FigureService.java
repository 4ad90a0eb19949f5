package org.tipstats.site.explore;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tipstats.disseminate.data.PublicData;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.citation.CatalogueConfig;
import org.tipstats.publish.read.ProvenanceReader.Provenance;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Collects all public information about one figure. */
@Singleton
record FigureService(
        SchemaRegistry schemas,
        PublishedReleases published,
        ReleaseReader releases,
        PublicData data,
        CatalogueConfig catalogue) {

    /**
     * The page of one figure.
     *
     * @param what the figure's meaning, in words
     * @param value the number or the sign that is shown
     * @param partsUnit the unit of the figures from which this figure is made
     * @param suppressed true if the figure is suppressed
     * @param range the range from the lower to the upper bound, in words; null if the figure has no range
     * @param coverage the coverage of a regional figure; null for a national figure
     * @param counted every dimension with the figure's code
     * @param method the key of the text that says how the figure was made
     * @param parts the figures from which a regional figure is made; empty for a national figure, and for a figure
     *     computed from other dataflows
     * @param provenance the origin of the figure. For a national figure, the hash of the submitted file is left out if
     *     the hash could confirm guesses about suppressed data.
     * @param releases the releases that contain the figure, the newest release first; only the newest {@link
     *     #MAX_RELEASES} are searched
     * @param table the link to the explorer with this figure's series
     */
    record FigurePage(
            String what,
            String release,
            ExplorerPage.Newer newer,
            ShownFigure value,
            String unit,
            String partsUnit,
            boolean suppressed,
            String range,
            String coverage,
            List<Counted> counted,
            String method,
            List<Part> parts,
            Provenance provenance,
            List<InRelease> releases,
            ExplorerPage.Citation citation,
            String table,
            String api) {}

    record Counted(String dimension, String name, String code) {}

    record Part(String code, String name, ShownFigure value, String address) {}

    record InRelease(ReleaseReference release, ShownFigure value, String address, boolean current) {}

    /** Number of releases that are searched for the figure. The search begins with the newest release. */
    private static final int MAX_RELEASES = 20;

    /**
     * Returns the page. Throws status 404 if there is no such dataflow, release or figure, and 410 if the release was
     * withdrawn.
     *
     * @param release the id of a release; null for the latest release
     */
    FigurePage page(String dataflowId, String series, String period, String release, PageTexts texts) {
        Dataflow dataflow = schemas.dataflow(dataflowId).orElseThrow(() -> ProblemException.notFound("dataflow"));
        KeySpace space = new KeySpace(dataflow.structure());
        OptionalLong key = space.parse(series + "." + period);
        ReleaseReference asked = published.requested(release, Optional.empty());
        Observation figure =
                key.isEmpty() ? null : find(asked, dataflow, key.getAsLong()).orElse(null);
        if (figure == null) {
            throw ProblemException.notFound("figure");
        }
        Provenance provenance = data.provenance(dataflowId, space.codes(key.getAsLong()), asked.id());
        ReleaseReference latest = published.latest().orElseThrow();
        return new FigurePages(dataflow, figure, asked, latest, catalogue.publisher(), texts)
                .page(provenance, appearances(dataflow, key.getAsLong()));
    }

    /**
     * Returns the URL of a figure in the newest release that has the figure. The result is empty if the latest release
     * has the figure, or if none of the newest {@link #MAX_RELEASES} releases has it.
     */
    Optional<String> former(String dataflowId, String key, PageTexts texts) {
        Dataflow dataflow = schemas.dataflow(dataflowId).orElseThrow(() -> ProblemException.notFound("dataflow"));
        OptionalLong parsed = new KeySpace(dataflow.structure()).parse(key);
        boolean mayBeFormer = parsed.isPresent()
                && published
                        .latest()
                        .filter(latest ->
                                find(latest, dataflow, parsed.getAsLong()).isEmpty())
                        .isPresent();
        return mayBeFormer
                ? appearances(dataflow, parsed.getAsLong()).keySet().stream()
                        .findFirst()
                        .map(newest -> Addresses.figure(texts, dataflow.id(), key, newest.id()))
                : Optional.empty();
    }

    private Optional<Observation> find(ReleaseReference release, Dataflow dataflow, long key) {
        return published.vintage(release, dataflow).cube().find(key);
    }

    /**
     * Returns the figure in each of the newest {@link #MAX_RELEASES} releases that has this figure, the newest first.
     */
    private Map<ReleaseReference, Observation> appearances(Dataflow dataflow, long key) {
        Map<ReleaseReference, Observation> found = new LinkedHashMap<>();
        releases.published().stream()
                .limit(MAX_RELEASES)
                .flatMap(view -> published.find(view.id(), false).stream())
                .forEach(release ->
                        find(release, dataflow, key).ifPresent(observation -> found.put(release, observation)));
        return found;
    }
}
