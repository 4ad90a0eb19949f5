package org.tipstats.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts that providers masked, as small whole numbers that fit as many of the known sums as can hold together. Only
 * their providers know the true ones; an intruder believes every sum that can hold.
 */
final class MaskedCounts {

    /** A sum: what some masked counts, each taken once or taken away once, have to be together. */
    private record Sum(int[] counts, int[] signs, long total) {}

    private static final int MOST_STEPS = 20_000;

    private final int[] largest;
    private final int[] found;
    private final List<List<Sum>> sumsOf = new ArrayList<>();
    private final int[] trial;
    private int steps;

    /**
     * Starts without sums.
     *
     * @param largest for each masked count what it can be at most
     */
    MaskedCounts(int[] largest) {
        this.largest = largest;
        this.found = new int[largest.length];
        this.trial = new int[largest.length];
        for (int i = 0; i < largest.length; i++) {
            sumsOf.add(new ArrayList<>());
        }
    }

    /** What a masked count may well be, given the sums that hold. */
    int value(int count) {
        return found[count];
    }

    /** Takes a sum for true where it can be, together with those before it; tells whether it can. */
    boolean add(int[] counts, int[] signs, long total) {
        Sum sum = new Sum(counts, signs, total);
        for (int count : counts) {
            sumsOf.get(count).add(sum);
        }
        if (holds(sum, found) || solve(counts[0])) {
            return true;
        }
        for (int count : counts) {
            sumsOf.get(count).remove(sum);
        }
        return false;
    }

    private static boolean holds(Sum sum, int[] values) {
        long total = 0;
        for (int i = 0; i < sum.counts().length; i++) {
            total += (long) sum.signs()[i] * values[sum.counts()[i]];
        }
        return total == sum.total();
    }

    /** Finds values for all counts that hang together with one; keeps the old ones where there are none. */
    private boolean solve(int start) {
        int[] together = together(start);
        Arrays.fill(trial, -1);
        steps = 0;
        if (!assign(together, 0)) {
            return false;
        }
        for (int count : together) {
            found[count] = trial[count];
        }
        return true;
    }

    private int[] together(int start) {
        boolean[] seen = new boolean[found.length];
        List<Integer> order = new ArrayList<>(List.of(start));
        seen[start] = true;
        for (int next = 0; next < order.size(); next++) {
            for (Sum sum : sumsOf.get(order.get(next))) {
                for (int count : sum.counts()) {
                    if (!seen[count]) {
                        seen[count] = true;
                        order.add(count);
                    }
                }
            }
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean assign(int[] order, int next) {
        if (next == order.length) {
            return true;
        }
        if (++steps > MOST_STEPS) {
            return false;
        }
        int count = order[next];
        for (int value = 0; value <= largest[count]; value++) {
            trial[count] = value;
            if (canHold(count) && assign(order, next + 1)) {
                return true;
            }
        }
        trial[count] = -1;
        return false;
    }

    private boolean canHold(int count) {
        for (Sum sum : sumsOf.get(count)) {
            long low = 0;
            long high = 0;
            for (int i = 0; i < sum.counts().length; i++) {
                int sign = sum.signs()[i];
                int value = trial[sum.counts()[i]];
                int most = largest[sum.counts()[i]];
                low += (long) sign * (value >= 0 ? value : sign > 0 ? 0 : most);
                high += (long) sign * (value >= 0 ? value : sign > 0 ? most : 0);
            }
            if (sum.total() < low || sum.total() > high) {
                return false;
            }
        }
        return true;
    }
}
