package org.tipstats.publish.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tipstats.collect.values.AcceptedObservations;
import org.tipstats.collect.values.AcceptedObservations.ValueSource;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.compile.aggregate.AggregateCalculator.Contribution;
import org.tipstats.compile.mirror.MirrorDatasets;
import org.tipstats.compile.mirror.MirrorDatasets.MirrorSource;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Explains how published figures were made. For a national figure, names the file and line that it comes from; for an
 * aggregate, lists the figures of the areas; for a figure of a derived dataflow, lists the figures of other dataflows.
 * Lists only published figures.
 */
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
     * @param withNames true if the reader may see names of persons and of files
     * @param language the language of the text that says how the figure is made
     */
    public Optional<Provenance> of(
            ReleaseReference release, Dataflow dataflow, long key, boolean withNames, String language) {
        Cube cube = published.vintage(release, dataflow).cube();
        KeySpace space = cube.space();
        if (cube.find(key).isEmpty()) {
            return Optional.empty();
        }
        Bundle texts = Bundle.of(ProvenanceReader.class, "method", language);
        if (dataflow.isDerived()) {
            return Optional.of(derived(release, dataflow, key, texts));
        }
        Dimension area = dataflow.structure().area();
        Code reporter = area.codes().at(space.position(key, area.position()));
        boolean isRate = !countKey(dataflow, space, key).equals(key);
        String method = texts.text(method(dataflow, reporter.isAreaGroup(), isRate));
        if (reporter.isAreaGroup()) {
            return Optional.of(new Provenance(
                    release.id(), space.codes(key), method, contributions(release, dataflow, key, cube), null, null));
        }
        return Optional.of(new Provenance(
                release.id(),
                space.codes(key),
                method,
                null,
                source(release, dataflow, countKey(dataflow, space, key), withNames),
                null));
    }

    private Provenance derived(ReleaseReference release, Dataflow dataflow, long key, Bundle texts) {
        List<Provenance.SourceFigure> figures = new MirrorDatasets(schemas)
                        .sources(
                                dataflow,
                                key,
                                source -> published.vintage(release, source).cube())
                        .stream()
                        .map(ProvenanceReader::figure)
                        .toList();
        return new Provenance(
                release.id(),
                new KeySpace(dataflow.structure()).codes(key),
                texts.text(method(dataflow, false, false)),
                null,
                null,
                figures);
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
        Cube population = AggregateCalculator.nationalCounts(
                populationFlow, published.vintage(release, populationFlow).cube());
        return new AggregateCalculator(dataflow, population)
                .contributions(key, cube).stream().map(ProvenanceReader::figure).toList();
    }

    private static Provenance.AreaFigure figure(Contribution contribution) {
        return new Provenance.AreaFigure(
                contribution.area(),
                contribution.observation().value(),
                contribution.observation().status(),
                contribution.observation().confidentiality(),
                contribution.population());
    }

    private ValueSource source(ReleaseReference release, Dataflow dataflow, long key, boolean withNames) {
        return accepted.source(dataflow, key, release.acceptance())
                .map(source -> withNames ? source : forEveryone(source, dataflow, release))
                .orElse(null);
    }

    private ValueSource forEveryone(ValueSource source, Dataflow dataflow, ReleaseReference release) {
        boolean isOpen = files.isOpen(source.submissionId(), dataflow, release);
        return (isOpen ? source : source.withoutHash()).withoutNames();
    }

    private static Long countKey(Dataflow dataflow, KeySpace space, long key) {
        return dataflow.unit("COUNT")
                .map(count ->
                        space.withPosition(key, dataflow.structure().unit().position(), count.position()))
                .orElse(key);
    }

    /** Returns the key of the text that says how the figure is made. */
    private static String method(Dataflow dataflow, boolean isGroup, boolean isRate) {
        if (dataflow.isDerived()) {
            return "derived." + dataflow.derivation().method().name().toLowerCase(Locale.ROOT);
        }
        String unit = isRate ? ".rate" : dataflow.disclosure().rounds() && !isGroup ? ".rounded" : ".count";
        return (isGroup ? "group" : "area") + unit;
    }

    /**
     * The origin of a published figure.
     *
     * @param key codes by dimension id
     * @param method explains in words how the figure is made
     * @param contributions the published figures that an aggregate consists of; otherwise null
     * @param source the file and line of a national figure; otherwise null
     * @param figures the published figures of other dataflows that a derived figure is computed from; otherwise null
     */
    public record Provenance(
            String release,
            Map<String, String> key,
            String method,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<AreaFigure> contributions,
            @JsonInclude(JsonInclude.Include.NON_NULL) ValueSource source,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<SourceFigure> figures) {

        /**
         * A published figure of another dataflow of the same release.
         *
         * @param key codes by dimension id
         */
        public record SourceFigure(
                String dataflow,
                Map<String, String> key,
                @JsonProperty("OBS_VALUE") BigDecimal value,
                @JsonProperty("OBS_STATUS") String status) {}

        public record AreaFigure(
                @JsonProperty("REF_AREA") String area,
                @JsonProperty("OBS_VALUE") BigDecimal value,
                @JsonProperty("OBS_STATUS") String status,

                @JsonProperty("CONF_STATUS") @JsonInclude(JsonInclude.Include.NON_NULL)
                String confidentiality,

                @JsonProperty("POPULATION") BigDecimal population) {}
    }
}
