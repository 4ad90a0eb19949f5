package org.tipstats.publish.draft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.tipstats.protect.disclose.AuditFindings;
import org.tipstats.protect.disclose.DisclosureControl;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.disclose.ProtectedRelease;
import org.tipstats.protect.disclose.ProtectedRelease.ProtectionCost;
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.solve.ParallelSearches;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.publish.draft.Protection.AuditedRelease;
import org.tipstats.publish.draft.YearAudits.AuditedYears;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.YearSelection;

/**
 * Suppresses figures and checks the result by an independent audit. National figures often contradict each other, and
 * then it is unknown which sums an intruder relies on. Therefore the audit tries to recover hidden figures. If it
 * succeeds, the search and the audit run again, and the search uses the findings (see {@link AuditFindings}). This ends
 * when the audit recovers nothing, when the search finds no protection, when there is nothing left to try, or after a
 * limited number of rounds. Years are independent, so no year waits for another one.
 */
record AuditedSuppression(DisclosureControl control, YearAudits audits, String policy) {

    private static final int MAX_ROUNDS = 12;

    /**
     * A protected year.
     *
     * @param audited the result of its audit; empty if the year is blocked or an audit recovered figures of it
     * @param took the time of its audits
     */
    private record SafeYear(ProtectedRelease release, Optional<AuditedYears> audited, Duration took) {}

    /** Protects the changed years. All other years withhold the same figures as before. */
    AuditedRelease protect(Map<String, Cube> compiled, List<EarlierRelease> earlier, ProtectionProgress progress) {
        ChangedYears changes = new ChangedYears(control, compiled, earlier, policy);
        YearSelection changed = new YearSelection(changes.years());
        Stream<Map<String, Cube>> cubes =
                Stream.concat(Stream.of(compiled), earlier.stream().map(EarlierRelease::published));
        List<SafeYear> years = each(YearSelection.each(cubes.map(changed::of)), progress, (year, watch) -> {
            Map<String, Cube> figures = year.of(compiled);
            List<EarlierRelease> before = EarlierRelease.in(year, earlier);
            ProtectedRelease first = changes.areNone()
                    ? new ProtectedRelease(control.withholdAsBefore(figures, before), List.of(), ProtectionCost.NONE)
                    : control.protect(figures, before, watch);
            return audited(first, figures, before, watch);
        });
        ProtectedRelease release = together(
                compiled,
                changes.unchanged(),
                years.stream().map(SafeYear::release).toList());
        Duration took = years.stream().map(SafeYear::took).reduce(Duration.ZERO, Duration::plus);
        return new AuditedRelease(release, audits(years, earlier), changes.years(), took, policy);
    }

    /** Searches and audits the years in parallel. A single year reports its own progress. */
    private static List<SafeYear> each(
            List<YearSelection> years,
            ProtectionProgress progress,
            BiFunction<YearSelection, ProtectionProgress, SafeYear> search) {
        if (years.size() == 1) {
            return List.of(search.apply(years.get(0), progress));
        }
        List<Callable<SafeYear>> searches = years.stream()
                .map(year -> (Callable<SafeYear>) () -> search.apply(year, ProtectionProgress.SILENT))
                .toList();
        return ParallelSearches.run(ParallelSearches.THREADS, searches, done -> progress.audited(done, years.size()));
    }

    private SafeYear audited(
            ProtectedRelease first,
            Map<String, Cube> compiled,
            List<EarlierRelease> earlier,
            ProtectionProgress progress) {
        ProtectedRelease safe = first;
        AuditFindings findings = new AuditFindings();
        Duration took = Duration.ZERO;
        for (int round = 0; round < MAX_ROUNDS && safe.isPublishable(); round++) {
            long start = System.nanoTime();
            List<EarlierRelease> vintages = new ArrayList<>(earlier);
            vintages.add(new EarlierRelease("", compiled, Protection.published(safe.cubes())));
            AuditedYears audited = audits.audit(vintages, progress);
            took = took.plusNanos(System.nanoTime() - start);
            Map<String, Set<Long>> exposed = exposed(audited.report(), compiled);
            if (exposed.isEmpty()) {
                return new SafeYear(safe, round == 0 ? Optional.of(audited) : Optional.empty(), took);
            }
            Optional<ProtectedRelease> again = control.protectAgain(compiled, earlier, safe.cubes(), exposed, findings);
            if (again.isEmpty()) {
                break;
            }
            safe = again.get().after(safe.cost());
        }
        return new SafeYear(safe, Optional.empty(), took);
    }

    /**
     * Returns the keys of the figures that the audit recovered from any of the releases, by the id of their dataflow.
     */
    private static Map<String, Set<Long>> exposed(AuditReport report, Map<String, Cube> compiled) {
        Map<String, Set<Long>> exposed = new TreeMap<>();
        for (ExposedCell cell : report.recoverable()) {
            Cube cube = compiled.get(cell.table());
            OptionalLong key =
                    cube == null ? OptionalLong.empty() : cube.space().parse(cell.key());
            key.ifPresent(found ->
                    exposed.computeIfAbsent(cell.table(), id -> new TreeSet<>()).add(found));
        }
        return exposed;
    }

    /** Returns the result of the audits of all years; empty if at least one year has no result. */
    private Optional<AuditedYears> audits(List<SafeYear> years, List<EarlierRelease> earlier) {
        List<AuditedYears> audited =
                years.stream().flatMap(year -> year.audited().stream()).toList();
        return audited.size() == years.size() ? Optional.of(audits.together(audited, earlier)) : Optional.empty();
    }

    private static ProtectedRelease together(
            Map<String, Cube> compiled, Map<String, ProtectedCube> unchanged, List<ProtectedRelease> years) {
        Map<String, ProtectedCube> cubes = new TreeMap<>();
        compiled.forEach((id, cube) -> {
            Stream<ProtectedCube> parts =
                    years.stream().map(year -> year.cubes().get(id));
            cubes.put(
                    id,
                    ProtectedCube.together(
                            cube.space(),
                            Stream.concat(Stream.ofNullable(unchanged.get(id)), parts)
                                    .toList()));
        });
        return new ProtectedRelease(
                cubes,
                years.stream()
                        .flatMap(year -> year.blockers().stream())
                        .sorted()
                        .toList(),
                years.stream().map(ProtectedRelease::cost).reduce(ProtectionCost.NONE, ProtectionCost::plus));
    }
}
