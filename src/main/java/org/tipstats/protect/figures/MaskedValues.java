package org.tipstats.protect.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tipstats.protect.figures.AreaTables.CrossingSums;
import org.tipstats.protect.suppress.CompletionSolver;

/**
 * Estimates the counts that providers masked or did not report. The estimates are the whole numbers that fit all sums
 * best. Only the providers know the true counts, and an intruder believes the numbers that fit best.
 */
public final class MaskedValues {

    private static final int NONE = -1;

    private final List<ReleaseFigure> figures;
    private final int[] parent;
    private final long[] values;
    private final IntUnaryOperator maxMasked;
    private final List<Optional<long[]>> crossings;
    private final boolean contradict;

    /** @param most gives the largest possible value of a masked figure */
    public MaskedValues(LinkedReleases linked, IntUnaryOperator most) {
        this.figures = linked.figures();
        this.maxMasked = most;
        this.values = figures.stream().mapToLong(ReleaseFigure::value).toArray();
        this.parent = IntStream.range(0, figures.size()).toArray();
        Map<Integer, List<int[]>> sums = byUnknowns(linked);
        IntStream.range(0, values.length).filter(this::isUnknown).forEach(figure -> values[figure] = 0);
        // Parts that share no unknown figure do not affect each other.
        sums.values().parallelStream().forEach(this::solve);
        this.crossings = linked.crossings().parallelStream().map(this::fit).toList();
        this.contradict = linked.sums().stream().anyMatch(sum -> isBelievable(sum) && rest(sum.figures()) != 0);
    }

    /** Returns the sums with unknown figures. Sums are together if they share unknown figures, directly or by others. */
    private Map<Integer, List<int[]>> byUnknowns(LinkedReleases linked) {
        for (LinkedReleases.Sum sum : linked.sums()) {
            int first = NONE;
            for (int figure : sum.figures()) {
                if (isUnknown(figure)) {
                    parent[root(figure)] = first == NONE ? root(figure) : root(first);
                    first = figure;
                }
            }
        }
        return linked.sums().stream()
                .map(LinkedReleases.Sum::figures)
                .filter(sum -> Arrays.stream(sum).anyMatch(this::isUnknown))
                .collect(Collectors.groupingBy(
                        sum -> root(Arrays.stream(sum)
                                .filter(this::isUnknown)
                                .findFirst()
                                .getAsInt()),
                        TreeMap::new,
                        Collectors.toList()));
    }

    /** Returns true if the figures contradict a sum that an intruder may believe. */
    public boolean contradict() {
        return contradict;
    }

    /** Returns the values of crossings that fit the figures best, in their order; empty if the solver finds none. */
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

    private int root(int figure) {
        int at = figure;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
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
