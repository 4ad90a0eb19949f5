package org.tipstats.bench.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;

/**
 * Solves the equations of a puzzle by elimination modulo a large prime, ignoring the limits of the unknowns, and finds
 * the unknowns that have only one solution.
 *
 * <p>It starts with the rows that have the fewest unknowns. Afterwards it sets the unknowns that no row determines to
 * random numbers and all right sides to 0. An unknown that then comes out as 0 depends on none of them, except with a
 * probability of 2^-61.
 */
final class Elimination {

    private static final long SEED = 20_100_730;

    /** One equation: unknowns in ascending order and their coefficients, none of which is 0. */
    private record Row(int[] unknowns, long[] coefficients, long right) {

        long coefficient(int unknown) {
            int place = Arrays.binarySearch(unknowns, unknown);
            return place < 0 ? 0 : coefficients[place];
        }
    }

    private final int size;
    private final List<Row> rows = new ArrayList<>();
    private final List<TreeSet<Integer>> rowsOf = new ArrayList<>();
    private final TreeSet<Integer> waiting;
    private final List<Row> solved = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();
    private final long[] particular;
    private final long[] direction;
    private boolean contradictory;

    Elimination(SumPuzzle puzzle) {
        this.size = puzzle.size();
        for (int i = 0; i < size; i++) {
            rowsOf.add(new TreeSet<>());
        }
        this.waiting = new TreeSet<>(Comparator.<Integer>comparingInt(row -> rows.get(row).unknowns.length)
                .thenComparingInt(row -> row));
        for (Relation relation : puzzle.relations()) {
            if (relation.isEquation()) {
                rows.add(null);
                put(rows.size() - 1, row(relation));
            }
        }
        while (!waiting.isEmpty()) {
            step(waiting.first());
        }
        this.particular = solution(new long[size], true);
        this.direction = solution(new Random(SEED).longs(size, 1, Prime.P).toArray(), false);
    }

    private static Row row(Relation relation) {
        Integer[] order = new Integer[relation.unknowns().length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt(i -> relation.unknowns()[i]));
        int[] unknowns =
                Arrays.stream(order).mapToInt(i -> relation.unknowns()[i]).toArray();
        long[] coefficients = Arrays.stream(order)
                .mapToLong(i -> Prime.of(relation.signs()[i]))
                .toArray();
        return new Row(unknowns, coefficients, Prime.of(relation.least()));
    }

    /** Returns whether no numbers at all satisfy the equations. */
    boolean isContradictory() {
        return contradictory;
    }

    /** Returns the value of an unknown if the equations determine it. */
    OptionalLong determined(int unknown) {
        return direction[unknown] == 0 ? OptionalLong.of(Prime.signed(particular[unknown])) : OptionalLong.empty();
    }

    private void put(int number, Row row) {
        rows.set(number, row);
        if (row.unknowns.length == 0) {
            contradictory |= row.right != 0;
            return;
        }
        waiting.add(number);
        for (int unknown : row.unknowns) {
            rowsOf.get(unknown).add(number);
        }
    }

    private void take(int number) {
        waiting.remove(number);
        for (int unknown : rows.get(number).unknowns) {
            rowsOf.get(unknown).remove(number);
        }
    }

    private void step(int number) {
        Row row = rows.get(number);
        take(number);
        int pivot = Arrays.stream(row.unknowns)
                .boxed()
                .min(Comparator.<Integer>comparingInt(u -> rowsOf.get(u).size()).thenComparingInt(u -> u))
                .orElseThrow();
        pivots.add(pivot);
        solved.add(row);
        long inverse = Prime.inverse(row.coefficient(pivot));
        for (int other : List.copyOf(rowsOf.get(pivot))) {
            Row before = rows.get(other);
            take(other);
            put(other, minus(before, Prime.times(before.coefficient(pivot), inverse), row));
        }
    }

    private static Row minus(Row from, long factor, Row row) {
        int[] unknowns = new int[from.unknowns.length + row.unknowns.length];
        long[] coefficients = new long[unknowns.length];
        int filled = 0;
        int a = 0;
        int b = 0;
        while (a < from.unknowns.length || b < row.unknowns.length) {
            int left = a < from.unknowns.length ? from.unknowns[a] : Integer.MAX_VALUE;
            int right = b < row.unknowns.length ? row.unknowns[b] : Integer.MAX_VALUE;
            int unknown = Math.min(left, right);
            long kept = left == unknown ? from.coefficients[a++] : 0;
            long taken = right == unknown ? Prime.times(factor, row.coefficients[b++]) : 0;
            long rest = Prime.minus(kept, taken);
            if (rest != 0) {
                unknowns[filled] = unknown;
                coefficients[filled++] = rest;
            }
        }
        long side = Prime.minus(from.right, Prime.times(factor, row.right));
        return new Row(Arrays.copyOf(unknowns, filled), Arrays.copyOf(coefficients, filled), side);
    }

    /**
     * Solves backwards from values of the free unknowns.
     *
     * @param withRight whether to use the right sides; otherwise all are 0
     */
    private long[] solution(long[] values, boolean withRight) {
        for (int i = solved.size() - 1; i >= 0; i--) {
            Row row = solved.get(i);
            int pivot = pivots.get(i);
            long rest = withRight ? row.right : 0;
            for (int j = 0; j < row.unknowns.length; j++) {
                if (row.unknowns[j] != pivot) {
                    rest = Prime.minus(rest, Prime.times(row.coefficients[j], values[row.unknowns[j]]));
                }
            }
            values[pivot] = Prime.times(rest, Prime.inverse(row.coefficient(pivot)));
        }
        return values;
    }
}
