package org.tipstats.publish.release;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tipstats.compile.mirror.MirrorDatasets;
import org.tipstats.platform.alert.AlertCause;
import org.tipstats.platform.alert.AlertCause.AlertReading;
import org.tipstats.platform.alert.AlertCause.AlertUnit;
import org.tipstats.platform.alert.AlertConfig;
import org.tipstats.protect.disclose.DisclosureControl.Exceptions;
import org.tipstats.protect.disclose.ProtectedRelease;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.publish.checks.AuditSummary;
import org.tipstats.publish.checks.OtherSourceSummary;
import org.tipstats.publish.checks.ProtectionReview;
import org.tipstats.publish.checks.ProtectionSummary;
import org.tipstats.publish.checks.ReleaseAuditor;
import org.tipstats.publish.draft.CompilationService;
import org.tipstats.publish.draft.EarlierReleases;
import org.tipstats.publish.draft.Protection;
import org.tipstats.publish.draft.Protection.AuditedRelease;
import org.tipstats.publish.draft.SourceProtection;
import org.tipstats.publish.draft.SourceProtection.OtherSource;
import org.tipstats.publish.read.DatasetText;
import org.tipstats.publish.read.OtherSourceRepository.OtherSourceText;
import org.tipstats.publish.read.UnpublishedFigures;
import org.tipstats.publish.remedy.RemediedFigures;
import org.tipstats.publish.remedy.Remedy;
import org.tipstats.publish.remedy.RemedySearch;
import org.tipstats.publish.remedy.RemedySearch.BlockedDraft;
import org.tipstats.publish.remedy.RemedySearch.BlockedFigure;
import org.tipstats.publish.remedy.RemedySummary;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Makes the content of a release as canonical text. Compiles accepted figures with their aggregates and rates, protects
 * them against all releases that are, were or will be public, then computes derived dataflows from the protected
 * figures. Stores nothing and needs no transaction, because protection may take minutes.
 */
@ApplicationScoped
class ReleaseCompiler {

    /** The other sources that may be shown next to official figures, and the result of the audit with these sources. */
    private record Audited(List<OtherSource> beside, AuditSummary found) {}

    private final SchemaRegistry schemas;
    private final CompilationService compilation;
    private final EarlierReleases earlier;
    private final Protection protection;
    private final SourceProtection sources;
    private final ReleaseAuditor auditor;
    private final Clock clock;
    private final Timer timer;
    private volatile Duration lastDuration;

    ReleaseCompiler(
            SchemaRegistry schemas,
            CompilationService compilation,
            EarlierReleases earlier,
            Protection protection,
            SourceProtection sources,
            ReleaseAuditor auditor,
            Clock clock,
            MeterRegistry metrics) {
        this.schemas = schemas;
        this.compilation = compilation;
        this.earlier = earlier;
        this.protection = protection;
        this.sources = sources;
        this.auditor = auditor;
        this.clock = clock;
        this.timer = Timer.builder("tipstats.release.compilation").register(metrics);
    }

    /**
     * Compiles all figures that were accepted up to a given acceptance.
     *
     * @param acceptance the number of the last acceptance to include
     * @param remedies the remedies to compile with; schemas may add others
     */
    CompiledRelease compile(String id, long acceptance, List<Remedy> remedies, ProtectionProgress progress) {
        return protection.inTurn(() -> timed(() -> {
            CompiledRelease compiled = protect(id, acceptance, remedies, progress);
            List<Remedy> byDefault = compiled.remedies().byDefault(schemas);
            while (!byDefault.isEmpty()) {
                List<Remedy> more = new ArrayList<>(compiled.remedies().remedies());
                more.addAll(byDefault);
                compiled = protect(id, acceptance, more, progress);
                byDefault = compiled.remedies().byDefault(schemas);
            }
            return compiled;
        }));
    }

    private CompiledRelease timed(Supplier<CompiledRelease> work) {
        Timer.Sample sample = Timer.start();
        try {
            return work.get();
        } finally {
            lastDuration = Duration.ofNanos(sample.stop(timer));
        }
    }

    /** Returns the duration of this instance's last compilation; empty before the first one. */
    Optional<Duration> lastDuration() {
        return Optional.ofNullable(lastDuration);
    }

    private CompiledRelease protect(String id, long acceptance, List<Remedy> remedies, ProtectionProgress progress) {
        Instant start = clock.instant();
        EarlierReleases.Releases known = earlier.known(cube -> cube);
        RemediedFigures figures = new RemediedFigures(schemas.submitted(), remedies);
        Map<String, Cube> compiled = figures.of(compilation.at(acceptance));
        Exceptions exceptions = figures.exceptions(compiled);
        List<EarlierRelease> before = known.releases();
        AuditedRelease looked = protection.protect(compiled, before, exceptions, progress);
        if (!looked.release().isPublishable() && hasOthers(before)) {
            before = SourceProtection.official(before);
            looked = protection.protect(compiled, before, exceptions, progress);
        }
        ProtectedRelease safe = looked.release();
        EarlierRelease official = new EarlierRelease(id, compiled, Protection.published(safe.cubes()), looked.policy());
        List<OtherSource> beside = safe.isPublishable() ? beside(official, before, acceptance) : List.of();
        BigDecimal seconds = auditor.secondsSince(start);
        Audited audited = audit(looked, before, official, beside);
        List<OtherSourceSummary> others = OtherSourceSummary.of(audited.beside(), official, schemas);
        ProtectionSummary summary = new ProtectionReview(schemas, compiled).of(safe, seconds, audited.found(), others);
        return new CompiledRelease(
                acceptance,
                texts(official.published()),
                unpublished(compiled, safe),
                OtherSourceText.of(audited.beside()),
                summary,
                search(new BlockedDraft(remedies, compiled, before, safe.cubes(), blocked(safe, audited, compiled))),
                known.hashes(),
                looked.policy());
    }

    private List<OtherSource> beside(EarlierRelease official, List<EarlierRelease> before, long acceptance) {
        return sources.protect(official, before, compilation.otherSources(acceptance));
    }

    private RemedySummary search(BlockedDraft draft) {
        return new RemedySearch(schemas, protection::tryOut).search(draft);
    }

    private static List<BlockedFigure> blocked(ProtectedRelease safe, Audited audited, Map<String, Cube> compiled) {
        if (!safe.isPublishable()) {
            return safe.blockers().stream().map(BlockedFigure::of).toList();
        }
        List<BlockedFigure> blocked = new ArrayList<>();
        for (AuditSummary.Exposed figure : audited.found().exposed()) {
            Cube cube = compiled.get(figure.dataflow());
            if (cube != null) {
                cube.space()
                        .parse(figure.key())
                        .ifPresent(key ->
                                blocked.add(new BlockedFigure(AuditSummary.CHECK, figure.dataflow(), key, false)));
            }
        }
        return blocked;
    }

    /** Writes the datasets as text. Adds the derived dataflows, which are computed only from published figures. */
    private Map<String, DatasetText> texts(Map<String, Cube> published) {
        Map<String, Cube> all = new TreeMap<>(published);
        all.putAll(new MirrorDatasets(schemas).of(published));
        return new TreeMap<>(all.entrySet().parallelStream()
                .collect(Collectors.toConcurrentMap(Map.Entry::getKey, each -> DatasetText.write(each.getValue()))));
    }

    /**
     * Returns the result of the audit that protection ran, if the audit found nothing and the release shows no other
     * source. Otherwise audits the release.
     */
    private Audited audit(
            AuditedRelease looked, List<EarlierRelease> known, EarlierRelease official, List<OtherSource> sources) {
        boolean alone = sources.stream().allMatch(beside -> beside.safe().isEmpty());
        return alone && looked.report().filter(AuditReport::isSafe).isPresent()
                ? new Audited(sources, auditor.summary(looked))
                : audit(known, official, sources);
    }

    /**
     * Audits the release. If the audit fails, leaves other sources out of the release and audits again. If this audit
     * fails, too, ignores the other sources of earlier releases. So other sources never block a release.
     */
    private Audited audit(List<EarlierRelease> known, EarlierRelease official, List<OtherSource> sources) {
        List<EarlierRelease> all = new ArrayList<>(known);
        all.add(official);
        sources.stream()
                .filter(beside -> !beside.safe().isEmpty())
                .forEach(beside -> all.add(beside.in(official.id())));
        AuditSummary found = auditor.audit(all);
        if (!found.isSafe() && all.size() > known.size() + 1) {
            return audit(
                    known, official, sources.stream().map(OtherSource::leftOut).toList());
        }
        return found.isSafe() || !hasOthers(known)
                ? new Audited(sources, found)
                : audit(SourceProtection.official(known), official, sources);
    }

    private static boolean hasOthers(List<EarlierRelease> releases) {
        return SourceProtection.official(releases).size() < releases.size();
    }

    private static Map<String, DatasetText> unpublished(Map<String, Cube> compiled, ProtectedRelease safe) {
        Map<String, DatasetText> texts = new TreeMap<>();
        safe.cubes().forEach((dataflow, shown) -> {
            Cube cube = compiled.get(dataflow);
            texts.put(dataflow, UnpublishedFigures.of(cube, shown).write(cube.space()));
        });
        return texts;
    }

    /**
     * The content of a release before it is stored.
     *
     * @param acceptance number of the last acceptance that the release contains
     * @param unpublished the compiled figures that are withheld or published in a changed form, by dataflow
     * @param protectedAgainst the content hashes of the releases against which this release was protected
     * @param policy the digest of the policy that protected the release
     */
    record CompiledRelease(
            long acceptance,
            Map<String, DatasetText> texts,
            Map<String, DatasetText> unpublished,
            List<OtherSourceText> beside,
            ProtectionSummary summary,
            RemedySummary remedies,
            List<String> protectedAgainst,
            String policy) {

        String contentHash() {
            Map<String, DatasetText> all = new TreeMap<>(texts);
            beside.forEach(text -> all.put(text.hashId(), text.published()));
            return DatasetText.hashOf(all);
        }
    }

    /** Raises an alert if the last compilation of a release took too long. */
    @Produces
    @Singleton
    static AlertCause slow(ReleaseCompiler compiler, AlertConfig config) {
        return new AlertCause(
                "compilation-slow",
                "tipstats.release.compilation.last.seconds",
                AlertUnit.SECONDS,
                now -> compiler.lastDuration()
                        .map(took -> AlertReading.ofLength(took, config.compilation()))
                        .orElseGet(
                                () -> AlertReading.unknown(config.compilation().toSeconds())));
    }
}
