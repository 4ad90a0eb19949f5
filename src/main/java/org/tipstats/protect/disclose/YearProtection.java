package org.tipstats.protect.disclose;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tipstats.protect.cells.CellSystem.Role;
import org.tipstats.protect.disclose.Blocker.Kind;
import org.tipstats.protect.disclose.ProtectedRelease.ProtectionCost;
import org.tipstats.protect.figures.CubeLayout;
import org.tipstats.protect.figures.DataflowCounts;
import org.tipstats.protect.figures.FigureTreatment;
import org.tipstats.protect.figures.Reason;
import org.tipstats.protect.figures.ReleaseCounts;
import org.tipstats.protect.figures.ReleaseFigure;
import org.tipstats.protect.figures.ReleaseSystem;
import org.tipstats.protect.solve.ParallelSearches;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.protect.suppress.Effort;
import org.tipstats.protect.suppress.Pattern;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.protect.suppress.Suppressor;

/** Protects one year of a release, taking the earlier releases into account. */
final class YearProtection {

    /**
     * A protected year.
     *
     * @param reasons the figures to withhold, with the reason for each, by dataflow and key
     * @param blockers the reasons why the year must not be published; empty if it is safe
     */
    record ProtectedYear(List<Map<Long, Reason>> reasons, List<Blocker> blockers, ProtectionCost cost) {}

    /**
     * The result of a search.
     *
     * @param hidden the numbers of the hidden figures
     * @param proven the numbers of the hidden figures that at least one proof changes; a proof is a move
     * @param unprotected the figures without a proof, in order
     * @param noMove the figures for which it is proved that nothing protects them
     */
    private record SearchResult(
            BitSet hidden,
            BitSet proven,
            Set<ReleaseFigure> unprotected,
            Set<ReleaseFigure> noMove,
            ProtectionCost cost) {}

    private final List<CubeLayout> layouts;
    private final ReleaseCounts now;
    private final List<ReleaseCounts> earlier;
    private final List<Map<Long, Reason>> primary;
    private final AuditFindings findings;
    private final SearchMemory memory;
    private final List<Map<Long, Reason>> reasons = new ArrayList<>();
    private final FigureTreatment treatment;
    private final int[] ranks;
    private SearchResult found;

    /**
     * Prepares a search.
     *
     * @param now the counts of the year in this release
     * @param earlier the counts of the year in each earlier release that has figures of this year
     * @param primary the figures that are withheld in any case, with the reason for each, by dataflow and key
     */
    YearProtection(
            List<CubeLayout> layouts,
            ReleaseCounts now,
            List<ReleaseCounts> earlier,
            List<Map<Long, Reason>> primary,
            AuditFindings findings,
            SearchMemory memory) {
        this.memory = memory;
        // Uses all ranks that the schemas define, even if no figure has them. So no year's result depends on other
        // years.
        this.ranks = layouts.stream()
                .flatMapToInt(layout -> layout.ranks().all())
                .distinct()
                .sorted()
                .toArray();
        this.layouts = layouts;
        this.now = now;
        this.earlier = earlier;
        this.primary = primary;
        this.findings = findings;
        primary.forEach(marked -> reasons.add(new TreeMap<>(marked)));
        this.treatment = new FigureTreatment(layouts, now, earlier, primary);
    }

    YearProtection run(ProtectionProgress progress) {
        treatment.markKnown(figure -> !figure.rated()
                && now.has(figure)
                && findings.published(dataflowOf(figure)).contains(figure.key()));
        this.found = suppress(treatment, progress);
        if (!found.unprotected().isEmpty() && !earlier.isEmpty()) {
            // No change of this release can protect figures that the earlier releases alone reveal.
            Set<ReleaseFigure> given = unprotected(ReleaseCounts.of(layouts, Map.of(), Map.of()), earlier);
            // The intruder knows these figures. A proof that changes one of them proves nothing, so the search runs
            // again.
            if (given.stream().map(treatment.linked()::numberOf).anyMatch(found.proven()::get)) {
                treatment.markKnown(given::contains);
                this.found = suppress(treatment, progress);
            }
            found.unprotected().removeAll(given);
        }
        found.unprotected().removeIf(this::isComplement);
        mark(found.hidden());
        return this;
    }

    private Set<ReleaseFigure> unprotected(ReleaseCounts release, List<ReleaseCounts> before) {
        FigureTreatment treated = new FigureTreatment(layouts, release, before, primary);
        return suppress(treated, ProtectionProgress.SILENT).unprotected();
    }

    /**
     * First protects as many figures as possible against an intruder who believes every sum. This search withholds no
     * totals. Then protects the remaining figures against an intruder who believes only the sums that the figures
     * fulfil. If the figures fulfil every sum, both intruders are the same.
     */
    private SearchResult suppress(FigureTreatment treated, ProtectionProgress progress) {
        BitSet safe = new BitSet();
        long programs = 0;
        if (treated.values().contradict()) {
            ReleaseSystem every = new ReleaseSystem(treated, figure -> keepTotal(treated, figure), true);
            Pattern first = new Suppressor(every.system(), Effort.FIRST_SEARCH, memory)
                    .suppress(
                            IntStream.of(ranks).filter(rank -> rank > 0).toArray(), ParallelSearches.THREADS, progress);
            safe.or(first.hidden());
            first.unprotected().forEach(safe::clear);
            programs = first.programs();
        }
        ReleaseSystem system =
                new ReleaseSystem(treated, figure -> safe.get(figure) ? Role.UNPUBLISHED : treated.role(figure), false);
        Pattern pattern = new Suppressor(system.system(), Effort.QUICK, memory)
                .suppress(ranks, ParallelSearches.THREADS, progress);
        BitSet hidden = (BitSet) pattern.hidden().clone();
        hidden.or(safe);
        return result(system, pattern, hidden, programs + pattern.programs());
    }

    private static SearchResult result(ReleaseSystem system, Pattern pattern, BitSet hidden, long programs) {
        BitSet proven = (BitSet) hidden.clone();
        pattern.unprotected().forEach(proven::clear);
        List<Integer> unprotected = pattern.unprotected().stream()
                .filter(cell -> !system.revealsOnlyZero(cell) && !system.isHiddenByItsSum(cell, proven))
                .toList();
        return new SearchResult(
                hidden,
                proven,
                system.figures(unprotected.stream()),
                system.figures(unprotected.stream().filter(pattern.immovable()::get)),
                new ProtectionCost(pattern.unknowns(), pattern.lines(), programs));
    }

    private static Role keepTotal(FigureTreatment treatment, int figure) {
        Role role = treatment.role(figure);
        return role == Role.OPEN && treatment.rank(figure) == 0 ? Role.KNOWN : role;
    }

    private void mark(BitSet hidden) {
        List<ReleaseFigure> figures = treatment.linked().figures();
        hidden.stream()
                .filter(number -> number < figures.size() && treatment.isCurrent(number))
                .mapToObj(figures::get)
                .filter(figure -> figure.value() != DataflowCounts.MASKED)
                .forEach(figure -> {
                    long key = figure.publishedKey(layouts.get(figure.dataflow()));
                    reasons.get(figure.dataflow()).putIfAbsent(key, Reason.COMPLEMENTARY);
                });
        now.markRates(reasons);
    }

    /** Returns the keys of figures, by dataflow, for which the search found no protection although one may exist. */
    Map<String, Set<Long>> notFound() {
        return found.unprotected().stream()
                .filter(figure -> !found.noMove().contains(figure))
                .collect(Collectors.groupingBy(
                        this::dataflowOf, Collectors.mapping(ReleaseFigure::key, Collectors.toSet())));
    }

    private String dataflowOf(ReleaseFigure figure) {
        return layouts.get(figure.dataflow()).id();
    }

    /** Returns the figures to withhold and the blockers. May search without earlier releases, to name their kinds. */
    ProtectedYear result() {
        return new ProtectedYear(reasons, blockers(), found.cost());
    }

    private List<Blocker> blockers() {
        Set<Blocker> blockers = new LinkedHashSet<>();
        for (int flow = 0; flow < layouts.size(); flow++) {
            CubeLayout layout = layouts.get(flow);
            primary.get(flow).keySet().stream()
                    .filter(key -> layout.shape().isCount(key) && layout.mustStayPublic(key))
                    .forEach(key -> blockers.add(new Blocker(Kind.TOTAL_IS_SENSITIVE, layout.id(), key, true)));
        }
        boolean compares = !earlier.isEmpty() && !found.unprotected().isEmpty();
        Set<ReleaseFigure> alone = compares ? unprotected(now, List.of()) : Set.of();
        for (ReleaseFigure figure : found.unprotected()) {
            boolean byItself = !compares || alone.contains(figure);
            Kind kind = byItself ? Kind.REVEALED_BY_TOTALS : Kind.REVEALED_BY_EARLIER_RELEASES;
            blockers.add(new Blocker(
                    kind, dataflowOf(figure), figure.key(), found.noMove().contains(figure)));
        }
        return List.copyOf(blockers);
    }

    /**
     * Returns true if a figure and its count are withheld only to protect other figures, so computing it reveals
     * nothing.
     */
    private boolean isComplement(ReleaseFigure figure) {
        Map<Long, Reason> before = primary.get(figure.dataflow());
        return before.get(figure.key()) == Reason.COMPLEMENTARY
                && before.get(figure.publishedKey(layouts.get(figure.dataflow()))) == Reason.COMPLEMENTARY
                && now.has(figure);
    }
}
