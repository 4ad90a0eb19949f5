package org.tipstats.release;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.disclosure.EarlierRelease;
import org.tipstats.disclosure.ProtectedCube;
import org.tipstats.disclosure.ProtectedRelease;
import org.tipstats.disclosure.ProtectionProgress;
import org.tipstats.mirror.MirrorDatasets;
import org.tipstats.observation.Cube;
import org.tipstats.protection.CompilationService;
import org.tipstats.protection.EarlierReleases;
import org.tipstats.protection.Protection;
import org.tipstats.schema.SchemaRegistry;

/**
 * Makes the content of a release: accepted figures, their aggregates and rates, protected against all that is or will be
 * public, as canonical text; and what is derived from these, once they are protected. Stores nothing, and needs no transaction: a protection may last minutes.
 */
@ApplicationScoped
class ReleaseCompiler {

    private final SchemaRegistry schemas;
    private final CompilationService compilation;
    private final EarlierReleases earlier;
    private final Protection protection;
    private final ReleaseAuditor auditor;
    private final Clock clock;
    private final Timer timer;

    ReleaseCompiler(
            SchemaRegistry schemas,
            CompilationService compilation,
            EarlierReleases earlier,
            Protection protection,
            ReleaseAuditor auditor,
            Clock clock,
            MeterRegistry metrics) {
        this.schemas = schemas;
        this.compilation = compilation;
        this.earlier = earlier;
        this.protection = protection;
        this.auditor = auditor;
        this.clock = clock;
        this.timer = Timer.builder("tipstats.release.compilation").register(metrics);
    }

    /** Compiles what was accepted up to an acceptance. @param id what the release is to be called */
    CompiledRelease compile(String id, long acceptance, ProtectionProgress progress) {
        return protection.inTurn(() -> timer.record(() -> protect(id, acceptance, progress)));
    }

    private CompiledRelease protect(String id, long acceptance, ProtectionProgress progress) {
        Instant start = clock.instant();
        EarlierReleases.Known known = earlier.known(cube -> cube);
        Map<String, Cube> compiled = compilation.at(acceptance);
        ProtectedRelease safe = protection.protect(compiled, known.releases(), progress);
        Map<String, Cube> published = new TreeMap<>();
        Map<String, DatasetText> texts = new TreeMap<>();
        Map<String, DatasetText> unpublished = new TreeMap<>();
        safe.inOrder().forEach((dataflow, cube) -> {
            published.put(dataflow, cube.cube());
            texts.put(dataflow, DatasetText.write(cube.cube()));
            unpublished.put(dataflow, unpublished(compiled.get(dataflow), cube));
        });
        new MirrorDatasets(schemas)
                .of(published)
                .forEach((derived, cube) -> texts.put(derived, DatasetText.write(cube)));
        BigDecimal seconds = auditor.secondsSince(start);
        List<EarlierRelease> vintages = new ArrayList<>(known.releases());
        vintages.add(new EarlierRelease(id, compiled, published));
        ProtectionSummary summary =
                new ProtectionReview(schemas, compiled).of(safe).with(seconds, auditor.audit(vintages));
        return new CompiledRelease(acceptance, texts, unpublished, summary, known.hashes());
    }

    private static DatasetText unpublished(Cube compiled, ProtectedCube safe) {
        return UnpublishedFigures.of(compiled, safe).write(compiled.space());
    }
}
