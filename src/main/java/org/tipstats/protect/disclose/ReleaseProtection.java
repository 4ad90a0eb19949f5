package org.tipstats.protect.disclose;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tipstats.protect.disclose.ReleaseSystem.BelievedSums;
import org.tipstats.protect.suppress.CellSystem;
import org.tipstats.protect.suppress.Effort;
import org.tipstats.protect.suppress.Pattern;
import org.tipstats.protect.suppress.Suppressor;

/** Protects one release, taking the earlier releases into account. */
final class ReleaseProtection {

    private static final int THREADS = 2;

    /** The result of a search. Figures are represented by their indexes. */
    private record SearchResult(BitSet hidden, List<Integer> unprotected, long unknowns, long lines, long programs) {}

    private final List<CubeLayout> layouts;
    private final ReleaseCounts now;
    private final List<ReleaseCounts> earlier;
    private final List<Map<Long, Reason>> primary;
    private final List<Map<Long, Reason>> reasons = new ArrayList<>();
    private final Set<Blocker> blockers = new LinkedHashSet<>();
    private ProtectionCost cost;

    /**
     * Prepares the protection.
     *
     * @param primary the figures that are withheld in any case, with the reason for each, by dataflow and key
     */
    ReleaseProtection(
            List<CubeLayout> layouts, ReleaseCounts now, List<ReleaseCounts> earlier, List<Map<Long, Reason>> primary) {
        this.layouts = layouts;
        this.now = now;
        this.earlier = earlier;
        this.primary = primary;
        primary.forEach(marked -> reasons.add(new TreeMap<>(marked)));
    }

    void run(ProtectionProgress progress) {
        LinkedReleases linked = linked(true);
        FigureTreatment treatment = treatment(linked, earlier);
        SearchResult found = suppress(linked, treatment, progress);
        if (!found.unprotected().isEmpty() && !earlier.isEmpty()) {
            List<Integer> given = revealedByEarlier(linked);
            if (!given.isEmpty()) {
                treatment.markKnown(given);
                found = suppress(linked, treatment, progress);
            }
        }
        mark(linked, treatment, found.hidden());
        block(linked, found.unprotected());
        this.cost = new ProtectionCost(found.unknowns(), found.lines(), found.programs());
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
     * First protects as many figures as possible against an intruder who believes every sum. Then protects the
     * remaining figures against an intruder who believes only the sums that the figures fulfil.
     */
    private static SearchResult suppress(
            LinkedReleases linked, FigureTreatment treatment, ProtectionProgress progress) {
        MaskedValues values = new MaskedValues(linked, treatment::mostMasked);
        ReleaseSystem every = new ReleaseSystem(linked, values, treatment, BelievedSums.EVERY_SUM);
        Pattern first = new Suppressor(every.system(), Effort.QUICK).suppress(THREADS, progress::parts);
        BitSet safe = first.hidden();
        first.unprotected().forEach(safe::clear);
        ReleaseSystem system =
                new ReleaseSystem(linked, values, new SafeTreatment(treatment, safe), BelievedSums.WHAT_HOLDS);
        Pattern pattern = new Suppressor(system.system(), Effort.QUICK).suppress(THREADS, progress::parts);
        Set<Integer> unprotected = new TreeSet<>();
        for (int cell : pattern.unprotected()) {
            boolean zerosPublic = treatment.zerosPublic(system.figureOf(cell));
            if (!zerosPublic || !system.revealsOnlyZero(cell)) {
                unprotected.add(system.figureOf(cell));
            }
        }
        BitSet hidden = pattern.hidden();
        hidden.or(safe);
        return new SearchResult(
                hidden,
                List.copyOf(unprotected),
                pattern.unknowns(),
                pattern.lines(),
                first.programs() + pattern.programs());
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

    private void block(LinkedReleases linked, List<Integer> unprotected) {
        for (int flow = 0; flow < layouts.size(); flow++) {
            CubeLayout layout = layouts.get(flow);
            for (long key : primary.get(flow).keySet()) {
                if (layout.isCount(key) && layout.mustStayPublic(key)) {
                    blockers.add(new Blocker(
                            Blocker.Kind.TOTAL_IS_SENSITIVE, layout.dataflow().id(), key));
                }
            }
        }
        if (!unprotected.isEmpty()) {
            Set<ReleaseFigure> alone = earlier.isEmpty() ? Set.of() : unprotectedAlone();
            for (int number : unprotected) {
                ReleaseFigure figure = linked.figures().get(number);
                if (isComplement(figure)) {
                    continue;
                }
                boolean byItself = earlier.isEmpty() || alone.contains(figure);
                blockers.add(new Blocker(
                        byItself ? Blocker.Kind.REVEALED_BY_TOTALS : Blocker.Kind.REVEALED_BY_EARLIER_RELEASES,
                        layouts.get(figure.dataflow()).dataflow().id(),
                        figure.key()));
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

    /**
     * Treats figures as {@code before} does, except the figures in {@code safe}. These figures are already hidden and
     * proved safe, so they become unpublished and need no more protection.
     */
    private record SafeTreatment(ReleaseSystem.Treatment before, BitSet safe) implements ReleaseSystem.Treatment {

        @Override
        public CellSystem.Role role(int figure) {
            return safe.get(figure) ? CellSystem.Role.UNPUBLISHED : before.role(figure);
        }

        @Override
        public long least(int figure) {
            return before.least(figure);
        }

        @Override
        public long weight(int figure) {
            return before.weight(figure);
        }

        @Override
        public int mostMasked(int figure) {
            return before.mostMasked(figure);
        }
    }
}
