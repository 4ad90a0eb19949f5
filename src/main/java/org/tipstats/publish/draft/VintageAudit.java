package org.tipstats.publish.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.intruder.IntruderAudit;
import org.tipstats.protect.published.AuditOptions;
import org.tipstats.protect.published.PublishedVintage;
import org.tipstats.protect.solve.ParallelSearches;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.YearSelection;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Tries to recover hidden figures from published releases, as an intruder with copies of all releases would do. It
 * decides independently of the protection, see {@code protect.intruder}. It uses the true figures for two purposes
 * only: to distinguish correctly recovered values from wrong guesses, and to know which hidden figures were revised.
 * Dataflows that are rounded are left out, because rounding protects their small counts.
 */
@ApplicationScoped
public class VintageAudit {

    private final SchemaRegistry schemas;

    VintageAudit(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    /**
     * Audits all releases together, but each year separately, because figures of one year reveal nothing about another
     * year.
     *
     * @param vintages the releases that are, were or will be public, the official ones oldest first; the release to be
     *     audited comes last
     */
    public AuditReport audit(List<EarlierRelease> vintages, ProtectionProgress progress) {
        List<Callable<AuditReport>> audits =
                YearSelection.each(vintages.stream().map(EarlierRelease::published)).stream()
                        .map(year -> (Callable<AuditReport>) () -> auditTogether(EarlierRelease.in(year, vintages)))
                        .toList();
        return together(
                ParallelSearches.run(ParallelSearches.THREADS, audits, done -> progress.audited(done, audits.size())),
                vintages);
    }

    /**
     * Returns the results of audits of different years as one result.
     *
     * @param vintages the releases; the cells of the result follow their order, and cells of any other release come
     *     last
     */
    AuditReport together(List<AuditReport> reports, List<EarlierRelease> vintages) {
        List<String> ids = vintages.stream().map(EarlierRelease::id).toList();
        return AuditReport.together(
                reports,
                Comparator.comparingInt((ExposedCell cell) -> ids.indexOf(cell.release()) & Integer.MAX_VALUE)
                        .thenComparing(ExposedCell::table)
                        .thenComparingLong(this::keyOf));
    }

    private long keyOf(ExposedCell cell) {
        KeySpace space =
                new KeySpace(schemas.dataflow(cell.table()).orElseThrow().structure());
        return space.parse(cell.key()).orElseThrow();
    }

    private AuditReport auditTogether(List<EarlierRelease> vintages) {
        Map<String, Integer> places = new HashMap<>();
        List<PublishedVintage> published = new ArrayList<>();
        RoundedFigures rounding = new RoundedFigures(schemas.submitted());
        for (EarlierRelease vintage : vintages) {
            Map<Dataflow, Cube> cubes = new HashMap<>();
            rounding.exact(vintage.published())
                    .forEach((id, cube) -> cubes.put(schemas.dataflow(id).orElseThrow(), cube));
            places.putIfAbsent(vintage.id(), published.size());
            published.add(new PublishedVintage(vintage.id(), cubes));
        }
        AuditOptions options = AuditOptions.DEFAULT
                .withTruth((release, table, key) -> value(find(vintages, places.getOrDefault(release, -1), table, key)))
                .withRevised((release, table, key) -> revised(vintages, places.getOrDefault(release, -1), table, key));
        return new IntruderAudit(options).audit(published);
    }

    private static OptionalLong revised(List<EarlierRelease> vintages, int index, String table, String key) {
        Optional<Observation> now = find(vintages, index, table, key);
        Optional<Observation> before = find(vintages, index - 1, table, key);
        boolean same = before.isEmpty()
                ? now.isEmpty()
                : now.filter(observation -> observation.sameFigure(before.get()))
                        .isPresent();
        return same ? OptionalLong.empty() : OptionalLong.of(value(now).orElse(0));
    }

    private static Optional<Observation> find(List<EarlierRelease> vintages, int index, String table, String key) {
        Cube cube = index < 0 ? null : vintages.get(index).compiled().get(table);
        if (cube == null) {
            return Optional.empty();
        }
        OptionalLong packed = cube.space().parse(key);
        return packed.isEmpty() ? Optional.empty() : cube.find(packed.getAsLong());
    }

    private static OptionalLong value(Optional<Observation> observation) {
        return observation
                .map(Observation::value)
                .map(BigDecimal::longValue)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}
