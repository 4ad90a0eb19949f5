package org.tipstats.validate.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * A sum that readers of published figures may rely on.
 *
 * @param dimension the dimension in which the rows of the sum differ
 * @param whole the row of the whole
 * @param parts the rows of the parts
 * @param atLeast whether the whole is at least the sum of the parts, because no person is in two parts
 * @param atMost whether the whole is at most the sum of the parts, because every person is in a part
 */
public record PartSum(Dimension dimension, int whole, int[] parts, boolean atLeast, boolean atMost) {

    /** Returns the rows of the whole and of the parts. */
    public IntStream rows() {
        return IntStream.concat(IntStream.of(whole), IntStream.of(parts));
    }

    /** Finds the areas and periods of the file that have a masked count. Returns the sums of each, in a fixed order. */
    static List<List<PartSum>> nearMasked(RowTable rows) {
        BitSet near = rows.merged().maskedPeriods();
        if (near.isEmpty()) {
            return List.of();
        }
        List<Map<Integer, List<PartSum>>> all = rows.merged()
                .shared()
                .map(along -> nearMasked(along, near, rows))
                .toList();
        return near.stream()
                .mapToObj(period -> all.stream()
                        .flatMap(sums -> sums.getOrDefault(period, List.of()).stream())
                        .toList())
                .filter(sums -> !sums.isEmpty())
                .toList();
    }

    /** Returns the sums along one dimension, by the number of their area and period, see {@link MergedRows#period}. */
    private static Map<Integer, List<PartSum>> nearMasked(BreakdownScanner along, BitSet near, RowTable rows) {
        Map<Integer, List<PartSum>> sums = new HashMap<>();
        along.forEachOf(near, breakdown -> {
            int period = rows.merged().period(rows.key(breakdown.whole()));
            add(breakdown, rows, sums.computeIfAbsent(period, none -> new ArrayList<>()));
        });
        return sums;
    }

    /**
     * Adds the sums that follow from a breakdown. If parts overlap, each part alone is at most the whole. If the row of
     * a part states that its value is missing, the other parts may add up to less than the whole.
     */
    private static void add(Breakdown breakdown, RowTable rows, List<PartSum> sums) {
        Dimension dimension = breakdown.tree().dimension();
        int whole = breakdown.whole();
        int[] parts = breakdown.parts().toArray();
        boolean complete = !dimension.overlapping() && !breakdown.statesMissingPart();
        if (breakdown.overlaps()) {
            for (int part : parts) {
                sums.add(new PartSum(dimension, whole, new int[] {part}, true, false));
            }
            if (complete) {
                sums.add(new PartSum(dimension, whole, parts, false, true));
            }
        } else if (breakdown.foreigners() == RowTable.NONE) {
            sums.add(new PartSum(dimension, whole, parts, true, complete));
        } else {
            addReadings(breakdown, parts, complete, rows, sums);
        }
        addNationals(breakdown, rows, sums);
    }

    /**
     * Adds the sums of a breakdown with foreigners and single areas. The row of the foreigners counts all foreigners,
     * or only those without a row for their area. If the figures allow only one of these two meanings, readers know the
     * meaning.
     */
    private static void addReadings(
            Breakdown breakdown, int[] parts, boolean complete, RowTable rows, List<PartSum> sums) {
        Dimension dimension = breakdown.tree().dimension();
        int whole = breakdown.whole();
        int foreigners = breakdown.foreigners();
        int[] direct = breakdown.directParts().toArray();
        int[] areas = IntStream.of(parts).skip(direct.length).toArray();
        List<PartSum> all = List.of(
                new PartSum(dimension, whole, direct, true, complete),
                new PartSum(dimension, foreigners, areas, true, false));
        PartSum others = new PartSum(dimension, whole, parts, true, complete);
        boolean mayBeAll = all.stream().allMatch(sum -> sum.canHold(rows));
        boolean mayBeOthers = others.canHold(rows);
        if (mayBeAll && mayBeOthers) {
            int[] single =
                    IntStream.of(parts).filter(part -> part != foreigners).toArray();
            sums.add(new PartSum(dimension, whole, direct, true, false));
            sums.add(new PartSum(dimension, whole, single, true, false));
            sums.add(new PartSum(dimension, whole, parts, false, complete));
        } else if (mayBeAll) {
            sums.addAll(all);
        } else if (mayBeOthers) {
            sums.add(others);
        }
    }

    /** Returns whether the sum holds for some values of the figures that are not published. */
    private boolean canHold(RowTable rows) {
        CountRange all = rows.publishedRange(whole);
        long low = 0;
        long high = 0;
        for (int part : parts) {
            low = Breakdown.plus(low, rows.publishedRange(part).low());
            high = Breakdown.plus(high, rows.publishedRange(part).high());
        }
        return (!atLeast || low <= all.high()) && (!atMost || high >= all.low());
    }

    /** Adds the sum that equates nationals with the reporting area's own code. Both are the same persons. */
    private static void addNationals(Breakdown breakdown, RowTable rows, List<PartSum> sums) {
        CodeHierarchy tree = breakdown.tree();
        if (tree.citizens().nationals() < 0 || !breakdown.isTotal()) {
            return;
        }
        int dimension = tree.dimension().position();
        long key = rows.key(breakdown.whole());
        int own = tree.own(
                rows.space().position(key, rows.space().structure().area().position()));
        if (own >= 0) {
            int nationals = rows.merged()
                    .usableRow(rows.space()
                            .withPosition(key, dimension, tree.citizens().nationals()));
            int same = rows.merged().usableRow(rows.space().withPosition(key, dimension, own));
            if (nationals >= 0 && same >= 0) {
                sums.add(new PartSum(tree.dimension(), nationals, new int[] {same}, true, true));
            }
        }
    }

    /** The rows of the sums of an area and period, numbered from 0. */
    static final class NumberedSums {

        /** The rows by their numbers. */
        final int[] rows;
        /** For each sum, the numbers of its rows: the whole, then the parts. */
        final int[][] members;
        /** For each number, the sums with this row. */
        final int[][] sumsOf;

        private final int[] numbers;

        /**
         * @param numbers receives the number of each row. All areas and periods share this array, because no row is in
         *     two of them.
         */
        NumberedSums(List<PartSum> sums, int[] numbers) {
            this.numbers = numbers;
            this.members = sums.stream().map(NumberedSums::rows).toArray(int[][]::new);
            this.rows = number();
            this.sumsOf = invert(members, rows.length);
        }

        private static int[] rows(PartSum sum) {
            int[] rows = new int[sum.parts.length + 1];
            rows[0] = sum.whole;
            System.arraycopy(sum.parts, 0, rows, 1, sum.parts.length);
            return rows;
        }

        /** Replaces the rows of the sums by numbers. Returns the rows by their numbers. */
        private int[] number() {
            int[] found = new int[Stream.of(members).mapToInt(sum -> sum.length).sum()];
            int size = 0;
            for (int[] sum : members) {
                for (int i = 0; i < sum.length; i++) {
                    int row = sum[i];
                    if (numbers[row] == RowTable.NONE) {
                        numbers[row] = size;
                        found[size++] = row;
                    }
                    sum[i] = numbers[row];
                }
            }
            return Arrays.copyOf(found, size);
        }

        /** Returns, for each member, the sets that contain it, in their order. */
        private static int[][] invert(int[][] sets, int size) {
            int[] counts = new int[size];
            for (int[] set : sets) {
                for (int member : set) {
                    counts[member]++;
                }
            }
            int[][] inverse = IntStream.of(counts).mapToObj(int[]::new).toArray(int[][]::new);
            for (int set = sets.length - 1; set >= 0; set--) {
                for (int member : sets[set]) {
                    inverse[member][--counts[member]] = set;
                }
            }
            return inverse;
        }

        int of(int row) {
            int number = numbers[row];
            if (number < 0 || number >= rows.length || rows[number] != row) {
                throw new IllegalArgumentException("row " + row + " is in no sum of this area and period");
            }
            return number;
        }
    }
}
