package org.tipstats.protect.disclose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tipstats.protect.disclose.ProtectedRelease.ProtectionCost;
import org.tipstats.protect.disclose.YearProtection.ProtectedYear;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.protect.figures.CubeLayout;
import org.tipstats.protect.figures.DataflowCounts;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.figures.Reason;
import org.tipstats.protect.figures.ReleaseCounts;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.YearSelection;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Protects a release before it is published. Immutable; equal input gives equal results.
 *
 * <p>Except for dataflows that are protected by rounding, the returned cubes contain no count from 1 to below the
 * threshold and no rate of such a count. Nobody can compute a withheld figure from the returned cubes, linked dataflows
 * and all earlier releases together. The proof (decision 30): for each figure that this service or its provider
 * withholds, another table in whole numbers fulfils the same sums but has a different value for this figure. If a
 * figure has no such proof, the result has blockers and must not be published.
 *
 * <p>There are three exceptions, which do not block: figures that the earlier releases alone reveal, figures that are
 * withheld only because an earlier release or an audit requires it, and masked counts that can only be zero if zeros
 * are public.
 */
public final class DisclosureControl {

    /** The version of the search. After a change of this number, all years of a release are searched again. */
    public static final int VERSION = 6;

    private final Map<String, Dataflow> dataflows = new TreeMap<>();
    private final List<CubeLayout> layouts;
    private final AreaSettings settings;
    private final Exceptions exceptions;
    private final SearchMemory memory;

    /**
     * The exceptions of one release from the usual rules.
     *
     * @param yearsWithoutTotals the years in which totals of regions may be withheld, by the id of the dataflow
     * @param withheld the keys of figures to withhold in any case, by the id of the dataflow; masked figures stay as
     *     they are
     */
    public record Exceptions(Map<String, Set<String>> yearsWithoutTotals, Map<String, Set<Long>> withheld) {

        public static final Exceptions NONE = new Exceptions(Map.of(), Map.of());
    }

    /** One year of a release, and the counts of this year in each earlier release that has counts of this year. */
    private record YearFigures(ReleaseCounts now, List<ReleaseCounts> before, ProtectionProgress progress) {}

    /**
     * Prepares the protection.
     *
     * @param dataflows all dataflows that a release can have; a cube is returned unchanged if its dataflow has no
     *     threshold or is protected by rounding
     * @param settings the decisions of areas about their own figures
     * @param memory remembers the results of searches; several protections may use it at the same time
     */
    public DisclosureControl(
            Collection<Dataflow> dataflows, AreaSettings settings, Exceptions exceptions, SearchMemory memory) {
        this.memory = memory;
        this.settings = settings;
        this.exceptions = exceptions;
        dataflows.forEach(dataflow -> this.dataflows.put(dataflow.id(), dataflow));
        this.layouts = this.dataflows.values().stream()
                .filter(dataflow ->
                        dataflow.threshold() > 0 && !dataflow.disclosure().rounds())
                .map(dataflow -> new CubeLayout(
                        dataflow,
                        settings.orders(dataflow),
                        exceptions.yearsWithoutTotals().getOrDefault(dataflow.id(), Set.of())))
                .toList();
    }

    /**
     * Withholds the figures that must not be public.
     *
     * @param compiled the complete cubes before protection, by the id of their dataflow
     * @param earlier the releases published before, oldest first
     * @throws IllegalArgumentException if a dataflow is unknown or a cube has another structure
     */
    public ProtectedRelease protect(
            Map<String, Cube> compiled, List<EarlierRelease> earlier, ProtectionProgress progress) {
        compiled.forEach(this::requireKnown);
        return byYear(compiled, earlier, progress, this::search);
    }

    /**
     * Protects a release again after an audit computed some hidden figures. The audit makes assumptions that this
     * control does not make.
     *
     * @param safe the protected cubes that the audit read, by the id of their dataflow
     * @param exposed the keys of the figures that the audit computed, by the id of their dataflow
     * @param findings the findings of earlier audits of this release; this method adds to them
     * @return the release, or empty if there is nothing left to try
     */
    public Optional<ProtectedRelease> protectAgain(
            Map<String, Cube> compiled,
            List<EarlierRelease> earlier,
            Map<String, ProtectedCube> safe,
            Map<String, Set<Long>> exposed,
            AuditFindings findings) {
        ReleaseCounts now = ReleaseCounts.of(layouts, compiled, Map.of());
        boolean isNew = !earlier.isEmpty() && findings.keepAsBefore(layouts, exposed)
                || findings.add(now.tables(), safe, exposed);
        return isNew
                ? Optional.of(
                        byYear(compiled, earlier, ProtectionProgress.SILENT, figures -> search(figures, findings)))
                : Optional.empty();
    }

    /** Searches each year separately. The parts of a year run in parallel. */
    private ProtectedRelease byYear(
            Map<String, Cube> compiled,
            List<EarlierRelease> earlier,
            ProtectionProgress progress,
            Function<YearFigures, YearProtection> search) {
        Map<String, Cube> protectable = new TreeMap<>(compiled);
        protectable.keySet().retainAll(layouts.stream().map(CubeLayout::id).toList());
        return release(
                compiled,
                YearSelection.each(Stream.of(protectable)).stream()
                        .map(year -> figures(year, protectable, earlier, progress))
                        .map(figures -> search.apply(figures).result())
                        .toList());
    }

    private YearFigures figures(
            YearSelection year, Map<String, Cube> compiled, List<EarlierRelease> earlier, ProtectionProgress progress) {
        ReleaseCounts now = ReleaseCounts.of(layouts, year.of(compiled), Map.of());
        return new YearFigures(now, ReleaseCounts.before(layouts, EarlierRelease.in(year, earlier)), progress);
    }

    /**
     * Searches for the figures of a year to withhold. If some figures stay unprotected although a protection may exist,
     * searches again, with all figures withheld that earlier releases withhold.
     */
    private YearProtection search(YearFigures figures) {
        AuditFindings findings = new AuditFindings();
        YearProtection first = search(figures, findings);
        boolean again = !figures.before().isEmpty() && findings.keepAsBefore(layouts, first.notFound());
        return again ? search(figures, findings) : first;
    }

    private YearProtection search(YearFigures figures, AuditFindings findings) {
        List<Map<Long, Reason>> primary = primary(figures.now(), findings);
        figures.now()
                .markWithheldBefore(
                        primary,
                        figures.before(),
                        (layout, key) -> findings.isAsBefore(layout.shape().year(key))
                                && !findings.published(layout.id()).contains(key));
        return new YearProtection(layouts, figures.now(), figures.before(), primary, findings, memory)
                .run(figures.progress());
    }

    private ProtectedRelease release(Map<String, Cube> compiled, List<ProtectedYear> years) {
        List<Map<Long, Reason>> reasons = new ArrayList<>();
        for (int flow = 0; flow < layouts.size(); flow++) {
            Map<Long, Reason> ofAll = new TreeMap<>();
            for (ProtectedYear year : years) {
                ofAll.putAll(year.reasons().get(flow));
            }
            reasons.add(ofAll);
        }
        return new ProtectedRelease(
                withhold(compiled, reasons),
                years.stream()
                        .flatMap(year -> year.blockers().stream())
                        .sorted()
                        .toList(),
                years.stream().map(ProtectedYear::cost).reduce(ProtectionCost.NONE, ProtectionCost::plus));
    }

    /**
     * Withholds the sensitive figures and the figures that earlier releases withhold. It does not search for other
     * figures to withhold. So the result is protected only if an earlier release has the same figures as {@code
     * compiled} and withholds the same ones as the result. The caller must check this.
     */
    public Map<String, ProtectedCube> withholdAsBefore(Map<String, Cube> compiled, List<EarlierRelease> earlier) {
        compiled.forEach(this::requireKnown);
        ReleaseCounts now = ReleaseCounts.of(layouts, compiled, Map.of());
        List<Map<Long, Reason>> reasons = primary(now, new AuditFindings());
        now.markWithheldBefore(reasons, ReleaseCounts.before(layouts, earlier), (layout, key) -> true);
        now.markRates(reasons);
        return withhold(compiled, reasons);
    }

    private Map<String, ProtectedCube> withhold(Map<String, Cube> compiled, List<Map<Long, Reason>> reasons) {
        Map<String, ProtectedCube> safe = new HashMap<>();
        compiled.forEach((id, cube) -> safe.put(id, new ProtectedCube(cube, List.of(), List.of())));
        for (int flow = 0; flow < layouts.size(); flow++) {
            String id = layouts.get(flow).id();
            if (compiled.containsKey(id)) {
                safe.put(id, new Withholding(layouts.get(flow)).apply(compiled.get(id), reasons.get(flow)));
            }
        }
        return safe;
    }

    private void requireKnown(String id, Cube cube) {
        Dataflow dataflow = dataflows.get(id);
        if (dataflow == null || !cube.space().structure().equals(dataflow.structure())) {
            throw new IllegalArgumentException("not a cube of " + id);
        }
    }

    private List<Map<Long, Reason>> primary(ReleaseCounts now, AuditFindings findings) {
        return now.tables().parallelStream()
                .map(table -> primary(table, findings))
                .toList();
    }

    private Map<Long, Reason> primary(DataflowCounts table, AuditFindings findings) {
        Map<Long, Reason> marked = new PrimaryRule(table, settings).mark();
        String id = table.layout().id();
        Stream.of(findings.withheld(id), exceptions.withheld().getOrDefault(id, Set.of()))
                .flatMap(Set::stream)
                .filter(key -> table.has(key) && table.count(key) != DataflowCounts.MASKED)
                .forEach(key -> marked.putIfAbsent(key, Reason.COMPLEMENTARY));
        return marked;
    }
}
