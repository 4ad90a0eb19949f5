package org.tipstats.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.aggregation.AggregateCalculator;
import org.tipstats.disclosure.DisclosureControl;
import org.tipstats.disclosure.DisclosurePolicy;
import org.tipstats.disclosure.ProtectedCube;
import org.tipstats.observation.Cube;
import org.tipstats.observation.Observation;
import org.tipstats.rounding.RoundedCube;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.SchemaRegistry;
import org.tipstats.submission.AcceptedObservations;

/** Makes the content of a release: accepted figures, their aggregates and rates, protected, as canonical text. */
@ApplicationScoped
class ReleaseCompiler {

    private final SchemaRegistry schemas;
    private final AcceptedObservations accepted;
    private final RoundedFigures rounding;
    private final ReleaseRepository releases;
    private final ReleaseContentRepository contents;
    private final ObjectMapper json;
    private final Timer timer;

    ReleaseCompiler(
            SchemaRegistry schemas,
            AcceptedObservations accepted,
            RoundedFigures rounding,
            ReleaseRepository releases,
            ReleaseContentRepository contents,
            ObjectMapper json,
            MeterRegistry metrics) {
        this.schemas = schemas;
        this.accepted = accepted;
        this.rounding = rounding;
        this.releases = releases;
        this.contents = contents;
        this.json = json;
        this.timer = Timer.builder("tipstats.release.compilation").register(metrics);
    }

    /** Compiles what was accepted up to the release's acceptance, and stores release and content. */
    void compile(Release release) {
        timer.record(() -> compileAndStore(release));
    }

    private void compileAndStore(Release release) {
        Map<String, DatasetText> texts = new TreeMap<>();
        Map<String, WithheldFigures> withheld = new TreeMap<>();
        Dataflow populationFlow = schemas.population().orElseThrow();
        Cube population = accepted.at(populationFlow, release.acceptance);
        Map<String, RoundedCube> rounded = rounding.at(release.acceptance);
        for (Dataflow dataflow : schemas.dataflows()) {
            Cube national = dataflow.isPopulation() ? population : accepted.at(dataflow, release.acceptance);
            if (national.size() > 0) {
                AggregateCalculator calculator = new AggregateCalculator(dataflow, population);
                ProtectedCube safe = dataflow.disclosure().rounds()
                        ? rounded(calculator, rounded.get(dataflow.id()))
                        : new DisclosureControl(dataflow, DisclosurePolicy.of(dataflow))
                                .protect(calculator.calculate(national));
                texts.put(dataflow.id(), DatasetText.write(dataflow, safe.cube()));
                withheld.put(dataflow.id(), WithheldFigures.from(safe));
            }
        }
        release.contentHash = DatasetText.hashOf(texts);
        release.checks = toJson(withheld);
        releases.persist(release);
        releases.flush();
        texts.forEach((dataflow, text) ->
                contents.store(release.id, schemas.dataflow(dataflow).orElseThrow(), text));
        contents.addSources(release.id, accepted.submissionsUpTo(release.acceptance));
    }

    /** Rounded figures need no suppression, nor do the sums and rates that are made of them. */
    private static ProtectedCube rounded(AggregateCalculator calculator, RoundedCube rounded) {
        Cube published = rounded.publish(calculator.calculate(rounded.national()));
        List<Long> withheld = rounded.withheld().stream().map(Observation::key).toList();
        return new ProtectedCube(published, withheld.size(), 0, 0, withheld, List.of());
    }

    private String toJson(Map<String, WithheldFigures> withheld) {
        try {
            return json.writeValueAsString(withheld);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
