package org.tipstats.validate.table;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tipstats.validate.table.PartSum.NumberedSums;

/** The sums of one area and period, and the ranges to which they limit the figures that are not published. */
public final class PeriodSums {

    /** Largest number of passes over all sums. With long chains of sums, ranges may then still be too wide. */
    static final int MAX_PASSES = 50;

    /** The number of sums from which a second thread saves time. */
    private static final int MANY_SUMS = 10_000;

    private final RowTable table;
    private final List<PartSum> sums;
    /** The rows of all sums. */
    final int[] rows;

    private final NumberedSums numbers;
    private final int[][] members;
    private final int[][] sumsOf;
    // The published range of each row, and whether published figures hide its value.
    private final long[] lows;
    private final long[] highs;
    private final boolean[] hiddens;
    /** Whether each sum has a hidden row. */
    private final boolean[] opens;

    private PeriodSums(RowTable table, List<PartSum> sums, int[] indexes) {
        this.table = table;
        this.sums = sums;
        this.numbers = new NumberedSums(sums, indexes);
        this.rows = numbers.rows;
        this.members = numbers.members;
        this.sumsOf = numbers.sumsOf;
        this.lows = new long[rows.length];
        this.highs = new long[rows.length];
        this.hiddens = new boolean[rows.length];
        this.opens = new boolean[members.length];
        for (int i = 0; i < rows.length; i++) {
            CountRange published = table.publishedRange(rows[i]);
            lows[i] = published.low();
            highs[i] = published.high();
            if (table.isHidden(rows[i])) {
                hide(i, hiddens, opens);
            }
        }
    }

    private void hide(int i, boolean[] hidden, boolean[] open) {
        hidden[i] = true;
        for (int sum : sumsOf[i]) {
            open[sum] = true;
        }
    }

    /**
     * Finds the areas and periods of the file that have a masked count, and applies the function to the sums of each.
     * Returns the results in a fixed order. Several threads may call the function, so it must change nothing.
     */
    public static <T> List<T> map(RowTable table, Function<PeriodSums, T> function) {
        return map(table, function, MANY_SUMS);
    }

    /** @param many several threads are used from this number of sums */
    static <T> List<T> map(RowTable table, Function<PeriodSums, T> function, int many) {
        List<List<PartSum>> periods = PartSum.nearMasked(table);
        int[] indexes = new int[periods.isEmpty() ? 0 : table.size()];
        Arrays.fill(indexes, RowTable.NONE);
        int size = periods.stream().mapToInt(List::size).sum();
        return (size < many ? periods.stream() : periods.parallelStream())
                .map(sums -> function.apply(new PeriodSums(table, sums, indexes)))
                .toList();
    }

    /** Returns the ranges that would follow from all sums if the given published rows were withheld, too. */
    public Ranges ranges(Collection<Integer> withheld) {
        return new Ranges(withheld, opens, RowTable.NONE);
    }

    /** Returns whether a row would be recoverable even if the given published rows were withheld, too. */
    public boolean isRecoverable(int row, Collection<Integer> withheld) {
        return new Ranges(withheld, opens, numbers.of(row)).isRecoverable(row);
    }

    /** Returns the sums of which each alone leaves the row only one possible value. */
    public List<PartSum> givingAway(int row) {
        return IntStream.of(sumsOf[numbers.of(row)])
                .filter(sum -> isGivenAway(row, sum))
                .mapToObj(sums::get)
                .toList();
    }

    private boolean isGivenAway(int row, int sum) {
        boolean[] alone = new boolean[members.length];
        alone[sum] = true;
        return new Ranges(Set.of(), alone, RowTable.NONE).isRecoverable(row);
    }

    /**
     * The range of possible values of each row. Sums narrow the ranges; a sum that contradicts the ranges is left out.
     */
    public final class Ranges {

        final long[] low = lows.clone();
        final long[] high = highs.clone();
        private final boolean[] hidden = hiddens.clone();
        /** The sum that last raised the lower end of each range, or -1. */
        final int[] raisedBy = new int[rows.length];
        /** The sum that last lowered the upper end of each range, or -1. */
        final int[] loweredBy = new int[rows.length];
        /** Whether each sum may narrow ranges. */
        private final boolean[] open;
        /** Whether each open sum must be evaluated: all at first, later only those with a row whose range changed. */
        private final boolean[] due;

        private boolean changed = true;

        /** @param wanted the index of the only row to compute a range for; -1 for all rows */
        private Ranges(Collection<Integer> withheld, boolean[] some, int wanted) {
            Arrays.fill(raisedBy, RowTable.NONE);
            Arrays.fill(loweredBy, RowTable.NONE);
            open = some.clone();
            withheld.forEach(row -> withhold(numbers.of(row)));
            due = open.clone();
            for (int pass = 0; pass < MAX_PASSES && changed && !isKnown(wanted); pass++) {
                changed = false;
                for (int sum = 0; sum < due.length; sum++) {
                    if (due[sum]) {
                        due[sum] = false;
                        open[sum] = narrow(sum);
                    }
                }
            }
        }

        private boolean isKnown(int i) {
            return i >= 0 && low[i] == high[i];
        }

        private void withhold(int i) {
            low[i] = 0;
            high[i] = highs[i] <= table.largestMasked() ? table.largestMasked() : RowTable.UNBOUNDED;
            hide(i, hidden, open);
        }

        /**
         * Returns the masked rows that can have only one value, if this value is not 0, because zeros are public. Rows
         * of the file come first, then rows of the baseline, by key because the baseline has no fixed order.
         */
        public int[] recoverable() {
            return IntStream.of(rows)
                    .filter(this::isRecoverable)
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer row) -> table.fromFile(row) ? row : table.fileRows())
                            .thenComparingLong(table::key))
                    .mapToInt(row -> row)
                    .toArray();
        }

        public boolean isRecoverable(int row) {
            int i = numbers.of(row);
            return table.isMasked(row) && low[i] > 0 && low[i] == high[i];
        }

        /** Returns the sums from which the range of a row follows. The sums that contain the row come first. */
        public List<PartSum> derivation(int row) {
            Set<Integer> found = new LinkedHashSet<>();
            Deque<Integer> open = new ArrayDeque<>(List.of(numbers.of(row)));
            while (!open.isEmpty()) {
                int i = open.remove();
                IntStream.of(raisedBy[i], loweredBy[i])
                        .filter(sum -> sum != RowTable.NONE && found.add(sum))
                        .forEach(sum -> IntStream.of(members[sum]).forEach(open::add));
            }
            return found.stream().map(sums::get).toList();
        }

        /** Narrows the ranges of the rows of a sum. Returns false if the sum cannot hold. */
        private boolean narrow(int sum) {
            boolean atLeast = sums.get(sum).atLeast();
            boolean atMost = sums.get(sum).atMost();
            int[] member = members[sum];
            long least = 0;
            long most = 0;
            int unbounded = 0;
            for (int i = 1; i < member.length; i++) {
                boolean limited = high[member[i]] < RowTable.UNBOUNDED;
                unbounded += limited ? 0 : 1;
                least = Breakdown.plus(least, low[member[i]]);
                most = limited ? Breakdown.plus(most, high[member[i]]) : most;
            }
            boolean holds =
                    (!atLeast || least <= high[member[0]]) && (!atMost || unbounded > 0 || most >= low[member[0]]);
            boolean exact = least < RowTable.UNBOUNDED && most < RowTable.UNBOUNDED;
            if (holds && exact) {
                narrow(sum, atLeast ? least : 0, atMost ? most : RowTable.UNBOUNDED, atMost ? unbounded : 2);
            }
            return holds;
        }

        /**
         * Narrows the ranges of the rows of a sum, given the limits of its parts.
         *
         * @param least the smallest sum of the parts
         * @param most the largest sum of the parts that have an upper end
         * @param unbounded the number of parts without an upper end; 2, which stands for several, if the parts do not
         *     limit the whole
         */
        private void narrow(int sum, long least, long most, int unbounded) {
            int[] member = members[sum];
            long wholeLow = low[member[0]];
            long wholeHigh = high[member[0]];
            set(member[0], Math.max(wholeLow, least), unbounded == 0 ? Math.min(wholeHigh, most) : wholeHigh, sum);
            for (int i = 1; i < member.length; i++) {
                int part = member[i];
                boolean limited = high[part] < RowTable.UNBOUNDED;
                boolean raises = unbounded == 0 || unbounded == 1 && !limited;
                boolean lowers = sums.get(sum).atLeast() && wholeHigh < RowTable.UNBOUNDED;
                long raised = raises ? wholeLow - (limited ? most - high[part] : most) : 0;
                long lowered = lowers ? wholeHigh - (least - low[part]) : RowTable.UNBOUNDED;
                set(part, Math.max(low[part], raised), Math.min(high[part], lowered), sum);
            }
        }

        private void set(int i, long newLow, long newHigh, int sum) {
            if (hidden[i] && (newLow > low[i] || newHigh < high[i])) {
                raisedBy[i] = newLow > low[i] ? sum : raisedBy[i];
                loweredBy[i] = newHigh < high[i] ? sum : loweredBy[i];
                low[i] = newLow;
                high[i] = newHigh;
                changed = true;
                for (int other : sumsOf[i]) {
                    due[other] = open[other];
                }
            }
        }
    }
}
