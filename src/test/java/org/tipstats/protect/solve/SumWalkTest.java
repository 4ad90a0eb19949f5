package org.tipstats.protect.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Walks in a table of three rows and three columns whose sums are known: cell 3 * row + column. */
class SumWalkTest {

    private static final int SIZE = 3;
    private static final int[][] SUMS = {{0, 1, 2}, {3, 4, 5}, {6, 7, 8}, {0, 3, 6}, {1, 4, 7}, {2, 5, 8}};

    private static SumWalk walk(int... counts) {
        int[][] ones = Arrays.stream(SUMS)
                .map(sum -> IntStream.of(sum).map(cell -> 1).toArray())
                .toArray(int[][]::new);
        long[] up = new long[SIZE * SIZE];
        Arrays.fill(up, Long.MAX_VALUE);
        return new SumWalk(
                SUMS, ones, IntStream.of(counts).mapToLong(count -> -count).toArray(), up);
    }

    private static long[] sums(SumWalk walk) {
        return Arrays.stream(SUMS)
                .mapToLong(sum -> IntStream.of(sum).mapToLong(walk::changeOf).sum())
                .toArray();
    }

    @Test
    void aCellChangesByOneAndAllSumsStay() {
        SumWalk walk = walk(1, 2, 3, 4, 5, 6, 7, 8, 9);
        for (int cell = 0; cell < SIZE * SIZE; cell++) {
            assertTrue(walk.change(cell, -1, any -> true));
            assertEquals(-1, walk.changeOf(cell));
            assertArrayEquals(new long[SUMS.length], sums(walk));
            assertTrue(walk.changed().length >= 4);
        }
    }

    @Test
    void aCellThatOthersCannotMakeUpForStaysAsItIs() {
        SumWalk walk = walk(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertFalse(walk.change(0, 1, cell -> cell < SIZE), "one row alone cannot change");
        assertFalse(walk(0, 2, 3, 4, 5, 6, 7, 8, 9).change(0, -1, any -> true), "a zero cannot fall");
        assertTrue(walk.change(0, 1, cell -> cell != 8), "a failed walk leaves nothing behind");
        assertEquals(0, walk.changeOf(8));
        assertArrayEquals(new long[SUMS.length], sums(walk));
    }

    @Test
    void noCellFallsBelowItsBound() {
        int[] counts = {1, 0, 3, 0, 5, 0, 2, 0, 1};
        SumWalk walk = walk(counts);
        for (int cell : new int[] {0, 2, 6, 8}) {
            assertTrue(walk.change(cell, 1, any -> true));
            IntStream.range(0, counts.length).forEach(other -> assertTrue(counts[other] + walk.changeOf(other) >= 0));
        }
    }

    @Test
    void missedSumsAreRepaired() {
        SumWalk walk = walk(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertTrue(walk.repair(new long[] {2, 0, -1, 1, 1, -1}));
        assertArrayEquals(new long[] {-2, 0, 1, -1, -1, 1}, sums(walk));
        assertFalse(walk.repair(new long[] {1, 0, 0, 0, 0, 0}), "rows and columns have the same sum");
    }

    @Test
    void equalCallsGiveEqualResults() {
        SumWalk one = walk(1, 2, 3, 4, 5, 6, 7, 8, 9);
        SumWalk other = walk(1, 2, 3, 4, 5, 6, 7, 8, 9);
        for (int cell = 0; cell < SIZE * SIZE; cell++) {
            assertEquals(one.change(cell, 1, any -> true), other.change(cell, 1, any -> true));
            assertArrayEquals(one.changed(), other.changed());
        }
    }
}
