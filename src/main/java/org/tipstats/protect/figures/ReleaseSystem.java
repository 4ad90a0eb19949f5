package org.tipstats.protect.figures;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.CellSystem.Role;
import org.tipstats.protect.figures.AreaTables.CrossingSums;

/**
 * Turns the figures and sums of linked releases into cells and lines, for the search for figures to hide. A figure and
 * its cell have the same index.
 *
 * <p>A sum that the figures fulfil becomes a line. If the parts add up to less than the total, an additional
 * unpublished cell represents the difference. If the parts add up to more, the sum is ignored. Masked figures get the
 * values that fit the sums best, because an intruder would assume these values. Each unreported figure is a separate
 * unknown.
 */
public final class ReleaseSystem {

    static final long MAX_UNREPORTED = 1_000_000_000;

    private final FigureTreatment treatment;
    private final boolean everySum;
    private final MaskedValues values;
    private final CellSystem.Builder builder = new CellSystem.Builder();
    private final Map<Integer, Integer> standsFor = new HashMap<>();
    private final Map<Integer, int[]> sumAlone = new HashMap<>();
    private final CellSystem system;

    /**
     * Builds the system.
     *
     * @param role gives the role of each figure
     * @param everySum true if an intruder believes all sums that could hold for some masked counts, except optional
     *     sums, even if the figures contradict them. If all these sums together do not reveal a figure, no selection of
     *     them reveals it. False if an intruder believes only the sums that the figures fulfil
     */
    public ReleaseSystem(FigureTreatment treatment, IntFunction<Role> role, boolean everySum) {
        LinkedReleases linked = treatment.linked();
        this.treatment = treatment;
        this.everySum = everySum;
        this.values = treatment.values();
        for (int figure = 0; figure < linked.figures().size(); figure++) {
            boolean isMasked = values.isMasked(figure);
            if (linked.figures().get(figure).isUnreported()) {
                builder.cell(Role.UNPUBLISHED, values.value(figure), 0, CellSystem.UNBOUNDED, 1);
                continue;
            }
            builder.cell(
                    role.apply(figure),
                    values.value(figure),
                    isMasked ? 0 : treatment.least(figure),
                    isMasked ? treatment.mostMasked(figure) : CellSystem.UNBOUNDED,
                    treatment.weight(figure),
                    treatment.rank(figure));
        }
        linked.sums().forEach(this::addSum);
        for (int i = 0; i < linked.crossings().size(); i++) {
            CrossingSums crossing = linked.crossings().get(i);
            values.crossing(i).ifPresent(found -> addCrossing(crossing, found));
        }
        this.system = builder.build();
    }

    public CellSystem system() {
        return system;
    }

    /** Returns the figures that the given sensitive cells represent, each once, in the order of their indexes. */
    public Set<ReleaseFigure> figures(Stream<Integer> cells) {
        return cells.map(this::figureOf)
                .sorted()
                .map(treatment.linked().figures()::get)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private int figureOf(int cell) {
        return standsFor.getOrDefault(cell, cell);
    }

    /**
     * Returns true if a sensitive cell stands for a masked figure in a sum that contradicts other sums, and this sum
     * has another figure that nobody can compute. An intruder who believes the sum then cannot compute the masked
     * figure.
     *
     * @param proven the hidden cells that nobody can compute
     */
    public boolean isHiddenByItsSum(int cell, BitSet proven) {
        return sumAlone.containsKey(cell) && Arrays.stream(sumAlone.get(cell)).anyMatch(proven::get);
    }

    /**
     * Returns true if an intruder could learn only that a masked count is zero. This discloses nobody if zeros are
     * public.
     */
    public boolean revealsOnlyZero(int cell) {
        int figure = figureOf(cell);
        return treatment.zerosPublic(figure) && values.isMasked(figure) && system.value(cell) == 0;
    }

    private void addSum(LinkedReleases.Sum of) {
        int[] sum = of.figures();
        int[] parts = Arrays.copyOfRange(sum, 1, sum.length);
        long rest = values.rest(sum);
        if (everySum && values.isBelievable(of)) {
            builder.line(sum[0], parts);
        } else if (rest >= 0) {
            addLine(sum[0], parts, rest);
        }
        if (rest != 0 && !everySum) {
            addAlone(sum, rest);
        }
    }

    /**
     * Handles a sum with masked figures that contradicts other sums but could hold by itself. An intruder who looks
     * only at this sum believes it. So the values that the masked figures would have in this sum are also protected.
     */
    private void addAlone(int[] sum, long rest) {
        int[] alone = sum.clone();
        long left = rest;
        boolean isMasked = false;
        for (int i = 0; i < sum.length; i++) {
            if (values.isMasked(sum[i])) {
                isMasked = true;
                int most = treatment.mostMasked(sum[i]);
                long own = values.value(sum[i]);
                long change = Math.max(-own, Math.min(most - own, i == 0 ? -left : left));
                left += i == 0 ? change : -change;
                alone[i] = builder.cell(Role.SENSITIVE, own + change, 0, most, 1);
                standsFor.put(alone[i], sum[i]);
                sumAlone.put(
                        alone[i],
                        Arrays.stream(sum)
                                .filter(figure -> !values.isMasked(figure))
                                .toArray());
            }
        }
        if (isMasked && left == 0) {
            builder.line(alone[0], Arrays.copyOfRange(alone, 1, alone.length));
        }
    }

    /**
     * Adds crossings as unpublished cells, with values that fit the figures as well as possible. A figure above the sum
     * of its crossings has an unreported rest. A figure below this sum adds no line.
     */
    private void addCrossing(CrossingSums crossing, long[] found) {
        int[] cells = new int[found.length];
        for (int place = 0; place < cells.length; place++) {
            cells[place] = builder.cell(Role.UNPUBLISHED, found[place], 0, CellSystem.UNBOUNDED, 1);
        }
        for (int i = 0; i < crossing.figures().length; i++) {
            int figure = crossing.figures()[i];
            int[] under = crossing.under()[i];
            long rest = values.value(figure)
                    - Arrays.stream(under).mapToLong(place -> found[place]).sum();
            if (rest >= 0) {
                int[] parts = Arrays.stream(under).map(place -> cells[place]).toArray();
                addLine(figure, parts, rest);
            }
        }
    }

    private void addLine(int whole, int[] parts, long rest) {
        if (rest == 0) {
            builder.line(whole, parts);
            return;
        }
        int[] closed = Arrays.copyOf(parts, parts.length + 1);
        closed[parts.length] = builder.cell(Role.UNPUBLISHED, rest, 0, CellSystem.UNBOUNDED, 1);
        builder.line(whole, closed);
    }
}
