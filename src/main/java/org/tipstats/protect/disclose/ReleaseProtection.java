package org.tipstats.protect.disclose;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tipstats.protect.disclose.ReleaseSystem.BelievedSums;
import org.tipstats.protect.suppress.CellSystem.Role;
import org.tipstats.protect.suppress.Effort;
import org.tipstats.protect.suppress.Pattern;
import org.tipstats.protect.suppress.Suppressor;

/** Protects one release, taking the earlier releases into account. */
final class ReleaseProtection {

    private static final int THREADS = 2;

    /** The result of a search. Figures are represented by their indexes. */
    private record SearchResult(
            BitSet hidden, List<Integer> unprotected, Set<Integer> noMove, long unknowns, long lines, long programs) {}

    private final List<CubeLayout> layouts;
    private final ReleaseCounts now;
    private final List<ReleaseCounts> earlier;
    private final List<Map<Long, Reason>> primary;
    private final AuditFindings findings;
    private final List<Map<Long, Reason>> reasons = new ArrayList<>();
    private final Set<Blocker> blockers = new LinkedHashSet<>();
    private ProtectionCost cost;

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
    }

    void run(ProtectionProgress progress) {
        LinkedReleases linked = linked(true);
        FigureTreatment treatment = treatment(linked, earlier);
        treatment.markKnown(computed(linked, treatment));
        SearchResult found = suppress(linked, treatment, progress);
        if (!found.unprotected().isEmpty() && !earlier.isEmpty()) {
            List<Integer> given = revealedByEarlier(linked);
            if (!given.isEmpty()) {
                treatment.markKnown(given);
                found = suppress(linked, treatment, progress);
            }
        }
        mark(linked, treatment, found.hidden());
        block(linked, found);
        this.cost = new ProtectionCost(found.unknowns(), found.lines(), found.programs());
    }

    private List<Integer> computed(LinkedReleases linked, FigureTreatment treatment) {
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
        return result(hidden, unprotected(system, treatment, pattern, hidden), system, pattern, programs);
    }

    private static SearchResult result(
            BitSet hidden, List<Integer> unprotected, ReleaseSystem system, Pattern pattern, long programs) {
        return new SearchResult(
                hidden,
                unprotected.stream().map(system::figureOf).distinct().sorted().toList(),
                unprotected.stream()
                        .filter(pattern.immovable()::get)
                        .map(system::figureOf)
                        .collect(Collectors.toSet()),
                pattern.unknowns(),
                pattern.lines(),
                programs + pattern.programs());
    }

    private static Role keepTotal(FigureTreatment treatment, int figure) {
        Role role = treatment.role(figure);
        return role == Role.OPEN && treatment.rank(figure) == 0 ? Role.KNOWN : role;
    }

    private static List<Integer> unprotected(
            ReleaseSystem system, FigureTreatment treatment, Pattern pattern, BitSet hidden) {
        BitSet proven = (BitSet) hidden.clone();
        pattern.unprotected().forEach(proven::clear);
        return pattern.unprotected().stream()
                .filter(cell -> !treatment.zerosPublic(system.figureOf(cell)) || !system.revealsOnlyZero(cell))
                .filter(cell -> !system.isHiddenByItsSum(cell, proven))
                .toList();
    }

    /** Returns the figures that the earlier releases alone reveal. This release can no longer protect them. */
    private List<Integer> revealedByEarlier(LinkedReleases linked) {
        LinkedReleases former = linked(false);
        ReleaseCounts nothing = ReleaseCounts.of(layouts, Map.of(), Map.of());
        FigureTreatment treatment = new FigureTreatment(layouts, former, nothing, earlier, primary);
        SearchResult found = suppress(former, treatment, ProtectionProgress.SILENT);
        return found.unprotected().stream()
                .map(number -> linked.numberOf(former.figures().get(number)))
                .toList();
    }

    private void mark(LinkedReleases linked, FigureTreatment treatment, BitSet hidden) {
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

    private void block(LinkedReleases linked, SearchResult found) {
        for (int flow = 0; flow < layouts.size(); flow++) {
            CubeLayout layout = layouts.get(flow);
            for (long key : primary.get(flow).keySet()) {
                if (layout.isCount(key) && layout.mustStayPublic(key)) {
                    blockers.add(new Blocker(
                            Blocker.Kind.TOTAL_IS_SENSITIVE, layout.dataflow().id(), key, true));
                }
            }
        }
        if (!found.unprotected().isEmpty()) {
            Set<ReleaseFigure> alone = earlier.isEmpty() ? Set.of() : unprotectedAlone();
            for (int number : found.unprotected()) {
                ReleaseFigure figure = linked.figures().get(number);
                if (isComplement(figure)) {
                    continue;
                }
                boolean byItself = earlier.isEmpty() || alone.contains(figure);
                blockers.add(new Blocker(
                        byItself ? Blocker.Kind.REVEALED_BY_TOTALS : Blocker.Kind.REVEALED_BY_EARLIER_RELEASES,
                        layouts.get(figure.dataflow()).dataflow().id(),
                        figure.key(),
                        found.noMove().contains(number)));
            }
        }
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

    List<Blocker> blockers() {
        return List.copyOf(blockers);
    }

    ProtectionCost cost() {
        return cost;
    }
}
