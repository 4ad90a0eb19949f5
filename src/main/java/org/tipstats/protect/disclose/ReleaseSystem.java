package org.tipstats.protect.disclose;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.tipstats.protect.suppress.CellSystem;
import org.tipstats.protect.suppress.CompletionSolver;

/**
 * Turns the figures and sums of linked releases into cells and lines, for the search for figures to hide. A figure and
 * its cell have the same index.
 *
 * <p>A sum that the figures fulfil becomes a line. If the parts add up to less than the total, an additional
 * unpublished cell represents the difference. If the parts add up to more, the sum is ignored. With {@link
 * BelievedSums#EVERY_SUM}, every sum that is not optional becomes a line. Masked figures get the values that fit the
 * sums best, because an intruder would assume these values. Each unreported figure is a separate unknown.
 */
final class ReleaseSystem {

    static final long MAX_UNREPORTED = 1_000_000_000;

    /** Gives the role, bounds and weight of each figure. */
    interface Treatment {

        CellSystem.Role role(int figure);

        /** Returns the lower bound that an intruder knows. */
        long least(int figure);

        /** Returns the cost of hiding the figure, at least 1. */
        long weight(int figure);

        /** Returns the largest possible value of a masked figure. */
        int mostMasked(int figure);
    }

    /** The sums that an intruder believes. */
    enum BelievedSums {
        /** Only the sums that the figures fulfil. */
        WHAT_HOLDS,
        /**
         * All sums except optional sums, even if the figures contradict them. If all these sums together do not reveal
         * a figure, no selection of them reveals it.
         */
        EVERY_SUM
    }

    private final Treatment treatment;
    private final BelievedSums believes;
    private final MaskedValues values;
    private final CellSystem.Builder builder = new CellSystem.Builder();
    private final Map<Integer, Integer> standsFor = new HashMap<>();
    private final CellSystem system;

    /**
     * Builds the system.
     *
     * @param values the assumed values of masked figures
     */
    ReleaseSystem(LinkedReleases linked, MaskedValues values, Treatment treatment, BelievedSums believes) {
        this.treatment = treatment;
        this.believes = believes;
        this.values = values;
        for (int figure = 0; figure < linked.figures().size(); figure++) {
            boolean isMasked = values.isMasked(figure);
            if (linked.figures().get(figure).isUnreported()) {
                builder.cell(CellSystem.Role.UNPUBLISHED, values.value(figure), 0, CellSystem.UNBOUNDED, 1);
                continue;
            }
            builder.cell(
                    treatment.role(figure),
                    values.value(figure),
                    isMasked ? 0 : treatment.least(figure),
                    isMasked ? treatment.mostMasked(figure) : CellSystem.UNBOUNDED,
                    treatment.weight(figure));
        }
        linked.sums().forEach(sum -> addSum(sum.figures(), sum.optional()));
        linked.crossings().forEach(this::addCrossing);
        this.system = builder.build();
    }

    CellSystem system() {
        return system;
    }

    /** Returns the index of the figure that a sensitive cell represents. */
    int figureOf(int cell) {
        return standsFor.getOrDefault(cell, cell);
    }

    /** Returns true if an intruder could learn only that a masked count is zero. A zero describes no person. */
    boolean revealsOnlyZero(int cell) {
        return values.isMasked(figureOf(cell)) && system.value(cell) == 0;
    }

    private void addSum(int[] sum, boolean optional) {
        int[] parts = Arrays.copyOfRange(sum, 1, sum.length);
        long rest = values.value(sum[0])
                - Arrays.stream(parts).mapToLong(values::value).sum();
        if (rest == 0 || believes == BelievedSums.EVERY_SUM && !optional) {
            builder.line(sum[0], parts);
        } else if (rest > 0) {
            int[] closed = Arrays.copyOf(parts, sum.length);
            closed[parts.length] = builder.cell(CellSystem.Role.UNPUBLISHED, rest, 0, CellSystem.UNBOUNDED, 1);
            builder.line(sum[0], closed);
        }
        if (rest != 0 && believes == BelievedSums.WHAT_HOLDS) {
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
                alone[i] = builder.cell(CellSystem.Role.SENSITIVE, own + change, 0, most, 1);
                standsFor.put(alone[i], sum[i]);
            }
        }
        if (isMasked && left == 0) {
            builder.line(alone[0], Arrays.copyOfRange(alone, 1, alone.length));
        }
    }

    /**
     * Adds the crossings as unpublished cells. If the solver finds no values of the crossings that fit all figures,
     * nothing is added, because an intruder cannot use such crossings either.
     */
    private void addCrossing(CrossingSums crossing) {
        CompletionSolver completion = new CompletionSolver();
        for (int place = 0; place < crossing.size(); place++) {
            completion.cell(0, MAX_UNREPORTED);
        }
        for (int i = 0; i < crossing.figures().length; i++) {
            completion.sum(values.value(crossing.figures()[i]), crossing.under()[i]);
        }
        long[] found = completion.find();
        if (found == null) {
            return;
        }
        int[] cells = new int[found.length];
        for (int place = 0; place < cells.length; place++) {
            cells[place] = builder.cell(CellSystem.Role.UNPUBLISHED, found[place], 0, CellSystem.UNBOUNDED, 1);
        }
        for (int i = 0; i < crossing.figures().length; i++) {
            int[] parts = Arrays.stream(crossing.under()[i])
                    .map(place -> cells[place])
                    .toArray();
            builder.line(crossing.figures()[i], parts);
        }
    }
}
