package org.tipstats.protect.intruder;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Finds out which unknowns a set of equalities determines, without computing their values. It creates a random vector
 * of the null space: all equalities map the vector to zero. An unknown is determined if its entry in the vector is
 * zero. The elimination is exact, modulo the prime 2^61 - 1. The chance that an unknown wrongly appears as determined
 * is less than one in 10^15.
 */
final class NullSpace {

    private static final long PRIME = (1L << 61) - 1;
    private static final long SEED = 61;

    private final Map<Integer, Integer> pivots = new HashMap<>();
    private final int[] uses;
    private final long[] vector;

    /**
     * Solves the equalities.
     *
     * @param fixed the unknowns that are already known to be determined
     */
    NullSpace(int size, BitSet fixed, List<Equation> equalities) {
        this.uses = new int[size];
        this.vector = new long[size];
        equalities.forEach(equality -> {
            for (int unknown : equality.unknowns()) {
                uses[unknown]++;
            }
        });
        List<Equation> shortFirst = equalities.stream()
                .sorted((one, other) -> Integer.compare(one.size(), other.size()))
                .toList();
        Random random = new Random(SEED);
        for (int i = 0; i < size; i++) {
            vector[i] = fixed.get(i) ? 0 : 1 + Math.floorMod(random.nextLong(), PRIME - 1);
        }
        List<Pivot> rows = new ArrayList<>();
        shortFirst.forEach(equality -> eliminate(equality, fixed, rows));
        for (int i = rows.size() - 1; i >= 0; i--) {
            vector[rows.get(i).column] = rows.get(i).value(vector);
        }
    }

    boolean determines(int unknown) {
        return vector[unknown] == 0;
    }

    private void eliminate(Equation equality, BitSet fixed, List<Pivot> rows) {
        Map<Integer, Long> row = new HashMap<>();
        PriorityQueue<Integer> waiting = new PriorityQueue<>();
        for (int i = 0; i < equality.size(); i++) {
            if (!fixed.get(equality.unknowns()[i])) {
                add(row, equality.unknowns()[i], Math.floorMod((long) equality.signs()[i], PRIME), waiting);
            }
        }
        while (!waiting.isEmpty()) {
            Pivot pivot = rows.get(waiting.poll());
            Long factor = row.get(pivot.column);
            if (factor == null) {
                continue;
            }
            row.remove(pivot.column);
            for (int i = 0; i < pivot.columns.length; i++) {
                add(row, pivot.columns[i], times(factor, pivot.factors[i]), waiting);
            }
        }
        if (!row.isEmpty()) {
            Pivot pivot = pivot(row);
            pivots.put(pivot.column, rows.size());
            rows.add(pivot);
        }
    }

    private void add(Map<Integer, Long> row, int column, long value, PriorityQueue<Integer> waiting) {
        long sum = (row.getOrDefault(column, 0L) + value) % PRIME;
        if (sum == 0) {
            row.remove(column);
            return;
        }
        if (row.put(column, sum) == null && pivots.containsKey(column)) {
            waiting.add(pivots.get(column));
        }
    }

    /** Solves the row for the unknown that is in the fewest equalities. */
    private Pivot pivot(Map<Integer, Long> row) {
        int[] columns =
                row.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        int rarest = columns[0];
        for (int column : columns) {
            rarest = uses[column] < uses[rarest] ? column : rarest;
        }
        long scale = PRIME - inverse(row.get(rarest));
        int[] others = new int[columns.length - 1];
        long[] factors = new long[others.length];
        int size = 0;
        for (int column : columns) {
            if (column != rarest) {
                others[size] = column;
                factors[size++] = times(scale, row.get(column));
            }
        }
        return new Pivot(rarest, others, factors);
    }

    private static long times(long one, long other) {
        long high = Math.multiplyHigh(one, other);
        long low = one * other;
        long sum = (low & PRIME) + ((low >>> 61) | (high << 3));
        sum = (sum & PRIME) + (sum >>> 61);
        return sum == PRIME ? 0 : sum;
    }

    private static long inverse(long value) {
        long result = 1;
        long base = value;
        for (long exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
            result = (exponent & 1) == 1 ? times(result, base) : result;
            base = times(base, base);
        }
        return result;
    }

    /** An unknown as a weighted sum of other unknowns. */
    private record Pivot(int column, int[] columns, long[] factors) {

        long value(long[] vector) {
            long sum = 0;
            for (int i = 0; i < columns.length; i++) {
                sum = (sum + times(factors[i], vector[columns[i]])) % PRIME;
            }
            return sum;
        }
    }
}
