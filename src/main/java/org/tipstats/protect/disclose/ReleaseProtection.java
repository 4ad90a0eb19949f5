package org.tipstats.protect.disclose;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tipstats.protect.disclose.ReleaseSystem.BelievedSums;
import org.tipstats.protect.suppress.CellSystem.Role;
import org.tipstats.protect.suppress.Effort;
import org.tipstats.protect.suppress.Pattern;
import org.tipstats.protect.suppress.Suppressor;

/** Protects one release, taking the earlier releases into account. */
final class ReleaseProtection {

    private static final int THREADS = 2;

    /** The result of a search. Figures are represented by their indexes. The proofs change the proven figures. */
    private record SearchResult(
            BitSet hidden,
            BitSet proven,
            Set<Integer> unprotected,
            Set<Integer> noMove,
            long unknowns,
            long lines,
            long programs) {}

    private final List<CubeLayout> layouts;
    private final ReleaseCounts now;
    private final List<ReleaseCounts> earlier;
    private final List<Map<Long, Reason>> primary;
    private final AuditFindings findings;
    private final List<Map<Long, Reason>> reasons = new ArrayList<>();
    private final LinkedReleases linked;
    private SearchResult found;

    /**
     * Prepares the protection.
     *
     * @param primary the figures that are withheld in any case, with the reason for each, by dataflow and key
     * @param findings the complements that audits computed, which become public
     */
    ReleaseProtection(
            List<CubeLayout> layouts,
            ReleaseCounts now,
            List<ReleaseCounts> earlier,
            List<Map<Long, Reason>> primary,
            AuditFindings findings) {
        this.layouts = layouts;
        this.now = now;
        this.earlier = earlier;
        this.primary = primary;
        this.findings = findings;
        primary.forEach(marked -> reasons.add(new TreeMap<>(marked)));
        this.linked = linked(true);
    }

    void run(ProtectionProgress progress) {
        FigureTreatment treatment = treatment(linked, earlier);
        treatment.markKnown(computed(treatment));
        this.found = suppress(linked, treatment, progress);
        if (!found.unprotected().isEmpty() && !earlier.isEmpty()) {
            Set<Integer> given = revealedByEarlier();
            // If no proof changes a figure that is known, the proofs hold as they are.
            if (given.stream().anyMatch(found.proven()::get)) {
                treatment.markKnown(given);
                this.found = suppress(linked, treatment, progress);
            }
            found.unprotected().removeAll(given);
        }
        found.unprotected().removeIf(number -> isComplement(linked.figures().get(number)));
        mark(treatment, found.hidden());
    }

    private List<Integer> computed(FigureTreatment treatment) {
        List<Integer> computed = new ArrayList<>();
        for (int number = 0; number < linked.figures().size(); number++) {
            ReleaseFigure figure = linked.figures().get(number);
            String dataflow = layouts.get(figure.dataflow()).dataflow().id();
            if (treatment.isCurrent(number)
                    && !figure.rated()
                    && findings.published(dataflow).contains(figure.key())) {
                computed.add(number);
            }
        }
        return computed;
    }

    private LinkedReleases linked(boolean withNow) {
        LinkedReleases linked = new LinkedReleases(layouts);
        if (withNow) {
            linked.add(now);
        }
        earlier.forEach(linked::add);
        return linked;
    }

    private FigureTreatment treatment(LinkedReleases linked, List<ReleaseCounts> before) {
        return new FigureTreatment(layouts, linked, now, before, primary);
    }

    /**
     * First protects as many figures as possible against an intruder who believes every sum, without giving up a total.
     * Then protects the remaining figures against an intruder who believes only the sums that the figures fulfil. If the
     * figures fulfil every sum, both intruders are the same.
     */
    private static SearchResult suppress(
            LinkedReleases linked, FigureTreatment treatment, ProtectionProgress progress) {
        MaskedValues values = new MaskedValues(linked, treatment::mostMasked);
        BitSet safe = new BitSet();
        long programs = 0;
        if (values.contradict()) {
            ReleaseSystem every = new ReleaseSystem(
                    linked, values, treatment, figure -> keepTotal(treatment, figure), BelievedSums.EVERY_SUM);
            Pattern first = new Suppressor(every.system(), Effort.FIRST_SEARCH).suppress(THREADS, progress::parts);
            safe.or(first.hidden());
            first.unprotected().forEach(safe::clear);
            programs = first.programs();
        }
        ReleaseSystem system = new ReleaseSystem(
                linked,
                values,
                treatment,
                figure -> safe.get(figure) ? Role.UNPUBLISHED : treatment.role(figure),
                BelievedSums.WHAT_HOLDS);
        Pattern pattern = new Suppressor(system.system(), Effort.QUICK).suppress(THREADS, progress::parts);
        BitSet hidden = pattern.hidden();
        hidden.or(safe);
        return result(system, treatment, pattern, hidden, programs + pattern.programs());
    }

    private static SearchResult result(
            ReleaseSystem system, FigureTreatment treatment, Pattern pattern, BitSet hidden, long programs) {
        BitSet proven = (BitSet) hidden.clone();
        pattern.unprotected().forEach(proven::clear);
        List<Integer> unprotected = pattern.unprotected().stream()
                .filter(cell -> !treatment.zerosPublic(system.figureOf(cell)) || !system.revealsOnlyZero(cell))
                .filter(cell -> !system.isHiddenByItsSum(cell, proven))
                .toList();
        return new SearchResult(
                hidden,
                proven,
                unprotected.stream().map(system::figureOf).collect(Collectors.toCollection(TreeSet::new)),
                unprotected.stream()
                        .filter(pattern.immovable()::get)
                        .map(system::figureOf)
                        .collect(Collectors.toSet()),
                pattern.unknowns(),
                pattern.lines(),
                programs);
    }

    private static Role keepTotal(FigureTreatment treatment, int figure) {
        Role role = treatment.role(figure);
        return role == Role.OPEN && treatment.rank(figure) == 0 ? Role.KNOWN : role;
    }

    /** Returns the figures that the earlier releases alone reveal. This release can no longer protect them. */
    private Set<Integer> revealedByEarlier() {
        LinkedReleases former = linked(false);
        ReleaseCounts nothing = ReleaseCounts.of(layouts, Map.of(), Map.of());
        FigureTreatment treatment = new FigureTreatment(layouts, former, nothing, earlier, primary);
        return suppress(former, treatment, ProtectionProgress.SILENT).unprotected().stream()
                .map(number -> linked.numberOf(former.figures().get(number)))
                .collect(Collectors.toSet());
    }

    private void mark(FigureTreatment treatment, BitSet hidden) {
        List<ReleaseFigure> figures = linked.figures();
        for (int number = hidden.nextSetBit(0);
                number >= 0 && number < figures.size();
                number = hidden.nextSetBit(number + 1)) {
            ReleaseFigure figure = figures.get(number);
            if (treatment.isCurrent(number) && figure.value() != DataflowCounts.MASKED) {
                CubeLayout layout = layouts.get(figure.dataflow());
                long key = figure.rated() ? layout.rateOf(figure.key()) : figure.key();
                reasons.get(figure.dataflow()).putIfAbsent(key, Reason.COMPLEMENTARY);
            }
        }
        now.markRates(reasons);
    }

    /** Returns the keys of unprotected figures, by dataflow, of which it is not proved that nothing protects them. */
    Map<String, Set<Long>> notFound() {
        return found.unprotected().stream()
                .filter(number -> !found.noMove().contains(number))
                .map(linked.figures()::get)
                .collect(Collectors.groupingBy(
                        this::dataflowOf, Collectors.mapping(ReleaseFigure::key, Collectors.toSet())));
    }

    private String dataflowOf(ReleaseFigure figure) {
        return layouts.get(figure.dataflow()).dataflow().id();
    }

    /** Returns the figures that must not be published as they are. Searches again without the earlier releases. */
    List<Blocker> blockers() {
        Set<Blocker> blockers = new LinkedHashSet<>();
        for (int flow = 0; flow < layouts.size(); flow++) {
            CubeLayout layout = layouts.get(flow);
            for (long key : primary.get(flow).keySet()) {
                if (layout.isCount(key) && layout.mustStayPublic(key)) {
                    blockers.add(new Blocker(
                            Blocker.Kind.TOTAL_IS_SENSITIVE, layout.dataflow().id(), key, true));
                }
            }
        }
        boolean compares = !earlier.isEmpty() && !found.unprotected().isEmpty();
        Set<ReleaseFigure> alone = compares ? unprotectedAlone() : Set.of();
        for (int number : found.unprotected()) {
            ReleaseFigure figure = linked.figures().get(number);
            boolean byItself = !compares || alone.contains(figure);
            blockers.add(new Blocker(
                    byItself ? Blocker.Kind.REVEALED_BY_TOTALS : Blocker.Kind.REVEALED_BY_EARLIER_RELEASES,
                    dataflowOf(figure),
                    figure.key(),
                    found.noMove().contains(number)));
        }
        return List.copyOf(blockers);
    }

    /**
     * Returns true if the figure is withheld only to protect other figures. A person who computes such a figure learns
     * nothing sensitive.
     */
    private boolean isComplement(ReleaseFigure figure) {
        return primary.get(figure.dataflow()).get(figure.key()) == Reason.COMPLEMENTARY && now.has(figure);
    }

    /** Returns the figures that could not be protected even without any earlier release. */
    private Set<ReleaseFigure> unprotectedAlone() {
        LinkedReleases alone = new LinkedReleases(layouts);
        alone.add(now);
        SearchResult found = suppress(alone, treatment(alone, List.of()), ProtectionProgress.SILENT);
        Set<ReleaseFigure> figures = new LinkedHashSet<>();
        found.unprotected().forEach(number -> figures.add(alone.figures().get(number)));
        return figures;
    }

    /** Returns the reasons why figures are withheld, by dataflow and key. */
    List<Map<Long, Reason>> reasons() {
        return reasons;
    }

    ProtectionCost cost() {
        return new ProtectionCost(found.unknowns(), found.lines(), found.programs());
    }
}
