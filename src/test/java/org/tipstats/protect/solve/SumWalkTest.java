package org.tipstats.protect.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Walks in a table of three rows and three columns whose sums are known: cell 3 * row + column. */
class SumWalkTest {

    private static final int SIZE = 3;
    private static final int[][] SUMS = {{0, 1, 2}, {3, 4, 5}, {6, 7, 8}, {0, 3, 6}, {1, 4, 7}, {2, 5, 8}};

    private static final IntToLongFunction FREE = cell -> 0;

    private static SumWalk walk(int... counts) {
        int[][] ones = Arrays.stream(SUMS)
                .map(sum -> IntStream.of(sum).map(cell -> 1).toArray())
                .toArray(int[][]::new);
        long[] up = new long[SIZE * SIZE];
        Arrays.fill(up, Long.MAX_VALUE);
        return new SumWalk(
                SUMS, ones, IntStream.of(counts).mapToLong(count -> -count).toArray(), up, 5);
    }

    private static IntToLongFunction only(IntPredicate movable) {
        return cell -> movable.test(cell) ? 0 : SumWalk.NEVER;
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
            assertTrue(walk.change(cell, -1, FREE, 0));
            assertEquals(-1, walk.changeOf(cell));
            assertArrayEquals(new long[SUMS.length], sums(walk));
            assertTrue(walk.changed().length >= 4);
        }
    }

    @Test
    void aCellThatOthersCannotMakeUpForStaysAsItIs() {
        SumWalk walk = walk(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertFalse(walk.change(0, 1, only(other -> other < SIZE), 0), "one row alone cannot change");
        assertFalse(walk(0, 2, 3, 4, 5, 6, 7, 8, 9).change(0, -1, FREE, 0), "a zero cannot fall");
        assertTrue(walk.change(0, 1, only(other -> other != 8), 0), "a failed walk leaves nothing behind");
        assertEquals(0, walk.changeOf(8));
        assertArrayEquals(new long[SUMS.length], sums(walk));
    }

    @Test
    void noCellFallsBelowItsBound() {
        int[] counts = {1, 0, 3, 0, 5, 0, 2, 0, 1};
        SumWalk walk = walk(counts);
        for (int cell : new int[] {0, 2, 6, 8}) {
            assertTrue(walk.change(cell, 1, FREE, 0));
            IntStream.range(0, counts.length).forEach(other -> assertTrue(counts[other] + walk.changeOf(other) >= 0));
        }
    }

    @Test
    void cellsWithAPriceChangeWithinTheLimitOnly() {
        SumWalk walk = walk(1, 2, 3, 4, 5, 6, 7, 8, 9);
        IntToLongFunction price = cell -> cell < 2 * SIZE ? 0 : 5;
        assertTrue(walk.change(0, 1, price, 0), "two rows need none of the third");
        assertTrue(IntStream.of(walk.changed()).allMatch(cell -> cell < 2 * SIZE));
        IntToLongFunction dear = cell -> cell < SIZE ? 0 : 5;
        assertFalse(walk.change(0, 1, dear, 9));
        assertTrue(
                IntStream.range(0, 20).anyMatch(walks -> walk.change(0, 1, dear, 10)),
                "a second row costs two of its cells");
        assertEquals(
                2, IntStream.of(walk.changed()).filter(cell -> cell >= SIZE).count());
    }

    /** A change by two would keep the sum of 0 and twice 1. */
    @Test
    void aCellNeverChangesByMore() {
        SumWalk walk =
                new SumWalk(new int[][] {{0, 1}}, new int[][] {{1, 2}}, new long[] {-9, -9}, new long[] {9, 9}, 1);
        assertFalse(walk.change(0, 1, FREE, 0));
        assertFalse(walk.change(0, -1, FREE, 0));
        assertTrue(walk.change(1, 1, FREE, 0));
        assertEquals(-2, walk.changeOf(0));
    }

    @Test
    void noLimitLetsACellChangeThatMustNot() {
        SumWalk walk = walk(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertFalse(walk.change(0, 1, only(other -> other < SIZE), Long.MAX_VALUE));
    }

    /** Twenty times the price is more than a number can be, so that the dear cells would seem to be gifts. */
    @Test
    void theDearestCellsAreTheLeastAttractive() {
        IntToLongFunction price = cell -> cell % SIZE == 2 ? Long.MAX_VALUE / 18 : 1;
        for (int cell = 0; cell < 2; cell++) {
            SumWalk walk = walk(1, 2, 3, 4, 5, 6, 7, 8, 9);
            assertTrue(walk.change(cell, 1, price, Long.MAX_VALUE));
            assertTrue(IntStream.of(walk.changed()).allMatch(other -> other % SIZE < 2));
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
            assertEquals(one.change(cell, 1, FREE, 0), other.change(cell, 1, FREE, 0));
            assertArrayEquals(one.changed(), other.changed());
        }
    }
}
