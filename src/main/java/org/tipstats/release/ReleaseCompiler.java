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
import org.tipstats.disclosure.ProtectedRelease;
import org.tipstats.disclosure.ProtectionProgress;
import org.tipstats.disclosure.Thresholds;
import org.tipstats.observation.Cube;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.SchemaRegistry;
import org.tipstats.submission.AcceptedObservations;

/** Makes the content of a release: accepted figures, their aggregates and rates, protected, as canonical text. */
@ApplicationScoped
class ReleaseCompiler {

    private final SchemaRegistry schemas;
    private final AcceptedObservations accepted;
    private final ReleaseRepository releases;
    private final ReleaseContentRepository contents;
    private final ObjectMapper json;
    private final Timer timer;

    ReleaseCompiler(
            SchemaRegistry schemas,
            AcceptedObservations accepted,
            ReleaseRepository releases,
            ReleaseContentRepository contents,
            ObjectMapper json,
            MeterRegistry metrics) {
        this.schemas = schemas;
        this.accepted = accepted;
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
        Map<String, Cube> compiled = new TreeMap<>();
        Dataflow populationFlow = schemas.population().orElseThrow();
        Cube population = accepted.at(populationFlow, release.acceptance);
        for (Dataflow dataflow : schemas.dataflows()) {
            Cube national = dataflow.isPopulation() ? population : accepted.at(dataflow, release.acceptance);
            if (national.size() > 0) {
                compiled.put(dataflow.id(), new AggregateCalculator(dataflow, population).calculate(national));
            }
        }
        ProtectedRelease safe = new DisclosureControl(schemas.dataflows(), Thresholds.OF_THE_SCHEMAS)
                .protect(compiled, List.of(), ProtectionProgress.SILENT);
        Map<String, DatasetText> texts = new TreeMap<>();
        Map<String, WithheldFigures> withheld = new TreeMap<>();
        safe.cubes().forEach((id, cube) -> {
            Dataflow dataflow = schemas.dataflow(id).orElseThrow();
            texts.put(id, DatasetText.write(dataflow, cube.cube()));
            withheld.put(id, WithheldFigures.from(dataflow, cube, safe.blockers()));
        });
        release.contentHash = DatasetText.hashOf(texts);
        release.checks = toJson(withheld);
        releases.persist(release);
        releases.flush();
        texts.forEach((dataflow, text) ->
                contents.store(release.id, schemas.dataflow(dataflow).orElseThrow(), text));
        contents.addSources(release.id, accepted.submissionsUpTo(release.acceptance));
    }

    private String toJson(Map<String, WithheldFigures> withheld) {
        try {
            return json.writeValueAsString(withheld);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
