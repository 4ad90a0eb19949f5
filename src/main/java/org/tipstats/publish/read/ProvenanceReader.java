package org.tipstats.publish.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.tipstats.collect.values.AcceptedObservations;
import org.tipstats.collect.values.ValueSource;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.compile.aggregate.Contribution;
import org.tipstats.compile.mirror.MirrorDatasets;
import org.tipstats.compile.mirror.MirrorSource;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Explains published figures: gives the line of the file, or the figures of the areas. Shows nothing unpublished. */
@ApplicationScoped
public class ProvenanceReader {

    private final PublishedReleases published;
    private final AcceptedObservations accepted;
    private final PublishedFileService files;
    private final SchemaRegistry schemas;

    ProvenanceReader(
            PublishedReleases published,
            AcceptedObservations accepted,
            PublishedFileService files,
            SchemaRegistry schemas) {
        this.published = published;
        this.accepted = accepted;
        this.files = files;
        this.schemas = schemas;
    }

    /**
     * Explains the figure with a key. Returns empty if the release has no such figure.
     *
     * @param withNames true if the reader may see names of persons
     */
    public Optional<Provenance> of(ReleaseReference release, Dataflow dataflow, long key, boolean withNames) {
        Cube cube = published.vintage(release, dataflow).cube();
        KeySpace space = cube.space();
        if (cube.find(key).isEmpty()) {
            return Optional.empty();
        }
        if (dataflow.isDerived()) {
            return Optional.of(derived(release, dataflow, key, space));
        }
        Dimension area = dataflow.structure().area();
        Code reporter = area.codes().at(space.position(key, area.position()));
        boolean isRate = !countKey(dataflow, space, key).equals(key);
        if (reporter.isAreaGroup()) {
            return Optional.of(new Provenance(
                    release.id(),
                    space.codes(key),
                    isRate ? MethodTexts.GROUP_RATE : MethodTexts.GROUP_COUNT,
                    contributions(release, dataflow, key, cube),
                    null));
        }
        return Optional.of(new Provenance(
                release.id(),
                space.codes(key),
                isRate ? MethodTexts.NATIONAL_RATE : MethodTexts.nationalCount(dataflow),
                null,
                source(release, dataflow, countKey(dataflow, space, key), withNames)));
    }

    private Provenance derived(ReleaseReference release, Dataflow dataflow, long key, KeySpace space) {
        List<Provenance.SourceFigure> figures = new MirrorDatasets(schemas)
                        .sources(
                                dataflow,
                                key,
                                source -> published.vintage(release, source).cube())
                        .stream()
                        .map(ProvenanceReader::figure)
                        .toList();
        return new Provenance(release.id(), space.codes(key), MethodTexts.derived(dataflow), null, null, figures);
    }

    private static Provenance.SourceFigure figure(MirrorSource source) {
        KeySpace space = new KeySpace(source.dataflow().structure());
        return new Provenance.SourceFigure(
                source.dataflow().id(),
                space.codes(source.figure().key()),
                source.figure().value(),
                source.figure().status());
    }

    private List<Provenance.AreaFigure> contributions(
            ReleaseReference release, Dataflow dataflow, long key, Cube cube) {
        Dataflow populationFlow = schemas.population().orElseThrow();
        Cube population = nationalCounts(
                populationFlow, published.vintage(release, populationFlow).cube());
        return new AggregateCalculator(dataflow, population)
                .contributions(key, cube).stream().map(ProvenanceReader::figure).toList();
    }

    private static Provenance.AreaFigure figure(Contribution contribution) {
        return new Provenance.AreaFigure(
                contribution.area(),
                contribution.observation().value(),
                contribution.observation().status(),
                contribution.population());
    }

    private static Cube nationalCounts(Dataflow dataflow, Cube vintage) {
        Dimension area = dataflow.structure().area();
        List<Observation> national = vintage.observations().stream()
                .filter(o -> !area.codes()
                        .at(vintage.space().position(o.key(), area.position()))
                        .isAreaGroup())
                .toList();
        return Cube.of(vintage.space(), national);
    }

    private ValueSource source(ReleaseReference release, Dataflow dataflow, long key, boolean withNames) {
        return accepted.source(dataflow, key, release.acceptance())
                .map(source -> withNames ? source : forEveryone(source, dataflow, release))
                .orElse(null);
    }

    private ValueSource forEveryone(ValueSource source, Dataflow dataflow, ReleaseReference release) {
        boolean isOpen = files.isOpen(source.submissionId(), dataflow, release);
        return (isOpen ? source : source.withoutHash()).withoutName();
    }

    private static Long countKey(Dataflow dataflow, KeySpace space, long key) {
        return dataflow.unit("COUNT")
                .map(count ->
                        space.withPosition(key, dataflow.structure().unit().position(), count.position()))
                .orElse(key);
    }
}
