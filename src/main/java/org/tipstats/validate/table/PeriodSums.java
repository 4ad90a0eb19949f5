package org.tipstats.validate.table;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sums of one area and period, and the ranges that they leave to the figures that are not published. */
public final class PeriodSums {

    /** Limits the work for figures that depend on one another in long chains. */
    static final int MAX_PASSES = 50;

    /** Below this number of sums, another thread is not worth its start. */
    private static final int MANY_SUMS = 10_000;

    private final RowTable table;
    private final List<PartSum> sums;
    /** The rows of all sums, sorted. */
    final int[] rows;
    /** The index of each row of the table in {@code rows}. All areas and periods share it, because no row is in two. */
    private final int[] indexes;
    /** For each sum, the indexes of its rows in {@code rows}: the whole, then the parts. */
    private final int[][] members;
    /** For each index in {@code rows}, the sums with this row. */
    private final int[][] sumsOf;
    // The published range of each row, and whether published figures hide its value.
    private final long[] lows;
    private final long[] highs;
    private final boolean[] hiddens;

    private PeriodSums(RowTable table, List<PartSum> sums, int[] indexes) {
        this.table = table;
        this.sums = sums;
        this.indexes = indexes;
        this.members = sums.stream().map(sum -> sum.rows().toArray()).toArray(int[][]::new);
        this.rows = distinctRows();
        for (int[] sum : members) {
            Arrays.setAll(sum, i -> indexes[sum[i]]);
        }
        this.sumsOf = invert(members, rows.length);
        CountRange[] published =
                IntStream.of(rows).mapToObj(table::publishedRange).toArray(CountRange[]::new);
        this.lows = Stream.of(published).mapToLong(CountRange::low).toArray();
        this.highs = Stream.of(published).mapToLong(CountRange::high).toArray();
        this.hiddens = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            hiddens[i] = table.isHidden(rows[i]);
        }
    }

    private int[] distinctRows() {
        IntStream.Builder found = IntStream.builder();
        for (int[] sum : members) {
            for (int row : sum) {
                if (indexes[row] == RowTable.NONE) {
                    indexes[row] = 0;
                    found.add(row);
                }
            }
        }
        int[] distinct = found.build().sorted().toArray();
        for (int i = 0; i < distinct.length; i++) {
            indexes[distinct[i]] = i;
        }
        return distinct;
    }

    /** Returns for each member the sets that have it, in their order. */
    private static int[][] invert(int[][] sets, int size) {
        int[][] inverse = new int[size][0];
        for (int set = 0; set < sets.length; set++) {
            for (int member : sets[set]) {
                int[] before = inverse[member];
                inverse[member] = Arrays.copyOf(before, before.length + 1);
                inverse[member][before.length] = set;
            }
        }
        return inverse;
    }

    /**
     * Returns what the function makes of the sums of each area and period of the file that have a masked count, in a
     * fixed order. Many sums are shared with other threads, so the function must change nothing.
     */
    public static <T> List<T> map(RowTable table, Function<PeriodSums, T> function) {
        return map(table, function, MANY_SUMS);
    }

    /** @param many the number of sums from which several threads share them */
    static <T> List<T> map(RowTable table, Function<PeriodSums, T> function, int many) {
        List<List<PartSum>> periods = PartSum.nearMasked(table);
        int[] indexes = new int[periods.isEmpty() ? 0 : table.size()];
        Arrays.fill(indexes, RowTable.NONE);
        int size = periods.stream().mapToInt(List::size).sum();
        return (size < many ? periods.stream() : periods.parallelStream())
                .map(sums -> function.apply(new PeriodSums(table, sums, indexes)))
                .toList();
    }

    private int index(int row) {
        int i = indexes[row];
        if (i < 0 || i >= rows.length || rows[i] != row) {
            throw new IllegalArgumentException("row " + row + " is in no sum of this area and period");
        }
        return i;
    }

    /** Returns the ranges that follow from all sums, if some published rows are withheld as well. */
    public Ranges ranges(Set<Integer> withheld) {
        return new Ranges(withheld, IntStream.range(0, members.length));
    }

    /** Returns the sums with a row that alone leave only one value for it. */
    public List<PartSum> givingAway(int row) {
        return IntStream.of(sumsOf[index(row)])
                .filter(sum -> new Ranges(Set.of(), IntStream.of(sum)).isRecoverable(row))
                .mapToObj(sums::get)
                .toList();
    }

    /** Ranges of values. Sums narrow them. A sum that holds for no values within the ranges is left out. */
    public final class Ranges {

        final long[] low = lows.clone();
        final long[] high = highs.clone();
        private final boolean[] hidden = hiddens.clone();
        /** The sum that last raised the lower end of each range, or -1. */
        final int[] raisedBy = new int[rows.length];
        /** The sum that last lowered the upper end of each range, or -1. */
        final int[] loweredBy = new int[rows.length];
        /** The sums of which a range has changed since they were last looked at. */
        private final boolean[] due = new boolean[members.length];

        private boolean changed = true;

        private Ranges(Set<Integer> withheld, IntStream some) {
            withheld.forEach(row -> withhold(index(row)));
            Arrays.fill(raisedBy, RowTable.NONE);
            Arrays.fill(loweredBy, RowTable.NONE);
            int[] open = some.filter(this::isOpen).toArray();
            Arrays.fill(due, true);
            for (int pass = 0; pass < MAX_PASSES && changed; pass++) {
                changed = false;
                open = IntStream.of(open)
                        .filter(sum -> !due[sum] || narrow(sum))
                        .toArray();
            }
        }

        private void withhold(int i) {
            low[i] = 0;
            high[i] = highs[i] <= table.largestMasked() ? table.largestMasked() : RowTable.UNBOUNDED;
            hidden[i] = true;
        }

        private boolean isOpen(int sum) {
            for (int i : members[sum]) {
                if (hidden[i]) {
                    return true;
                }
            }
            return false;
        }

        /**
         * Returns the masked rows that can have only one value, if this is not 0. Zeros are public. Rows of the file
         * come first, then those of the baseline by key, because their order is not fixed.
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
            int i = index(row);
            return table.isMasked(row) && low[i] > 0 && low[i] == high[i];
        }

        /** Returns the sums from which the range of a row follows, those of the row itself first. */
        public List<PartSum> derivation(int row) {
            Set<Integer> found = new LinkedHashSet<>();
            Deque<Integer> open = new ArrayDeque<>(List.of(index(row)));
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
            due[sum] = false;
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
         * Narrows the ranges.
         *
         * @param least the smallest sum of the parts
         * @param most the largest sum of those parts that have an upper end
         * @param unbounded the number of the other parts
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
                    due[other] = true;
                }
            }
        }
    }
}
