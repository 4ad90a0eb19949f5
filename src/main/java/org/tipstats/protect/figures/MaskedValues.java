package org.tipstats.protect.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tipstats.protect.figures.AreaTables.CrossingSums;
import org.tipstats.protect.solve.DisjointSets;
import org.tipstats.protect.suppress.CompletionSolver;

/**
 * Estimates the counts that providers masked or did not report. The estimates are the whole numbers that fit the sums
 * best, as far as the solver finds them; otherwise 0. Only the providers know the true counts, and an intruder believes
 * the numbers that fit best.
 */
public final class MaskedValues {

    private final List<ReleaseFigure> figures;
    private final long[] values;
    private final IntUnaryOperator maxMasked;
    private final List<Optional<long[]>> crossings;
    private final boolean contradict;

    /** @param most gives the largest possible value of a masked figure */
    public MaskedValues(LinkedReleases linked, IntUnaryOperator most) {
        this.figures = linked.figures();
        this.maxMasked = most;
        this.values = figures.stream().mapToLong(ReleaseFigure::value).toArray();
        Collection<List<int[]>> sums = byUnknowns(linked);
        IntStream.range(0, values.length).filter(this::isUnknown).forEach(figure -> values[figure] = 0);
        // Groups of sums that share no unknown figure do not affect each other.
        sums.parallelStream().forEach(this::solve);
        this.crossings = linked.crossings().parallelStream().map(this::fit).toList();
        this.contradict = linked.sums().stream().anyMatch(sum -> isBelievable(sum) && rest(sum.figures()) != 0);
    }

    /** Returns the sums with unknown figures, grouped: sums that share unknowns, directly or through other sums. */
    private Collection<List<int[]>> byUnknowns(LinkedReleases linked) {
        DisjointSets sets = new DisjointSets(figures.size());
        linked.sums().forEach(sum -> sets.join(unknowns(sum.figures()).toArray()));
        return linked.sums().stream()
                .map(LinkedReleases.Sum::figures)
                .filter(sum -> unknowns(sum).findAny().isPresent())
                .collect(Collectors.groupingBy(
                        sum -> sets.root(unknowns(sum).findFirst().getAsInt())))
                .values();
    }

    private IntStream unknowns(int[] sum) {
        return Arrays.stream(sum).filter(this::isUnknown);
    }

    /** Returns true if the figures contradict a sum that an intruder may believe. */
    public boolean contradict() {
        return contradict;
    }

    /** Returns the values of an area's crossings that fit the figures best; empty if the solver finds no values. */
    Optional<long[]> crossing(int index) {
        return crossings.get(index);
    }

    private Optional<long[]> fit(CrossingSums crossing) {
        CompletionSolver completion = new CompletionSolver();
        for (int place = 0; place < crossing.size(); place++) {
            completion.cell(0, ReleaseSystem.MAX_UNREPORTED);
        }
        for (int i = 0; i < crossing.figures().length; i++) {
            completion.prefer(value(crossing.figures()[i]), crossing.under()[i], new int[0]);
        }
        return Optional.ofNullable(completion.find());
    }

    /** Returns true if the sum is not optional and could hold for some masked counts. */
    boolean isBelievable(LinkedReleases.Sum sum) {
        return !sum.optional() && canHold(sum.figures());
    }

    /** Returns the total minus its parts: 0 if the sum holds, negative if the parts exceed the total. */
    long rest(int[] sum) {
        return value(sum[0]) - Arrays.stream(sum).skip(1).mapToLong(this::value).sum();
    }

    boolean isMasked(int figure) {
        return figures.get(figure).value() == DataflowCounts.MASKED;
    }

    boolean isUnreported(int figure) {
        return figures.get(figure).isUnreported();
    }

    private boolean isUnknown(int figure) {
        return isMasked(figure) || isUnreported(figure);
    }

    private void solve(List<int[]> sums) {
        CompletionSolver completion = new CompletionSolver();
        Map<Integer, Integer> cells = new TreeMap<>();
        for (int[] sum : sums) {
            if (!canHold(sum)) {
                continue;
            }
            long rest = 0;
            List<Integer> parts = new ArrayList<>();
            List<Integer> whole = new ArrayList<>();
            for (int i = 0; i < sum.length; i++) {
                int figure = sum[i];
                if (isUnknown(figure)) {
                    int cell = cells.computeIfAbsent(figure, any -> completion.cell(0, maxMasked(figure)));
                    (i == 0 ? whole : parts).add(cell);
                } else {
                    rest += i == 0 ? values[figure] : -values[figure];
                }
            }
            completion.prefer(rest, ints(parts), ints(whole));
        }
        long[] found = completion.find();
        if (found != null) {
            cells.forEach((figure, cell) -> values[figure] = found[cell]);
        }
    }

    /** Returns true if the sum can hold for some values, regardless of the other sums. */
    boolean canHold(int[] sum) {
        return least(sum[0])
                        <= Arrays.stream(sum).skip(1).mapToLong(this::maxMasked).sum()
                && maxMasked(sum[0])
                        >= Arrays.stream(sum).skip(1).mapToLong(this::least).sum();
    }

    private long least(int figure) {
        return isUnknown(figure) ? 0 : figures.get(figure).value();
    }

    private long maxMasked(int figure) {
        if (isMasked(figure)) {
            return maxMasked.applyAsInt(figure);
        }
        return isUnreported(figure)
                ? ReleaseSystem.MAX_UNREPORTED
                : figures.get(figure).value();
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Returns the figure, or its estimate if it is masked or unreported. */
    long value(int figure) {
        return values[figure];
    }
}
