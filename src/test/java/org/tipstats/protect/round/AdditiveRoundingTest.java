package org.tipstats.protect.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;
import org.tipstats.protect.round.RoundedTable.Deviation;

/** The guarantees of additive rounding, computed by hand and on random tables. */
class AdditiveRoundingTest {

    private static final long UNDECIDED = -1;

    private static int inner(RoundingTable cells, long value) {
        return inner(cells, value, UNDECIDED);
    }

    private static int inner(RoundingTable cells, long value, long decision) {
        InnerCell cell = new InnerCell("cell " + cells.size(), value, 0, false);
        if (decision != UNDECIDED) {
            cell.decide(decision);
        }
        return cells.number(cell);
    }

    @Test
    void onlyWhatFeedsASmallPublishedCellIsTouched() {
        RoundingTable cells = new RoundingTable();
        int two = inner(cells, 2);
        int hidden = inner(cells, 1);
        int large = inner(cells, 7);
        cells.publish(two);
        int all = cells.publish(two, hidden, large);
        RoundedTable rounded = new RoundedTable(cells, 3);
        assertEquals(3, rounded.value(two));
        assertEquals(1, rounded.value(hidden));
        assertEquals(7, rounded.value(large));
        assertEquals(11, rounded.published(all));
    }

    @Test
    void aCellThatRoundingLeavesSmallIsRoundedToo() {
        RoundingTable cells = new RoundingTable();
        int one = inner(cells, 1);
        int other = inner(cells, 2);
        cells.publish(one);
        int both = cells.publish(one, other);
        RoundedTable rounded = new RoundedTable(cells, 3);
        assertEquals(0, rounded.value(one));
        assertEquals(3, rounded.value(other));
        assertEquals(3, rounded.published(both));
    }

    @Test
    void threeOnesBecomeOneThree() {
        RoundingTable cells = new RoundingTable();
        int[] ones = IntStream.range(0, 3).map(i -> inner(cells, 1)).toArray();
        for (int one : ones) {
            cells.publish(one);
        }
        int sum = cells.publish(ones);
        RoundedTable rounded = new RoundedTable(cells, 3);
        assertEquals(3, rounded.published(sum));
        assertEquals(new Deviation(2, 4, 4), rounded.deviation());
        assertEquals("1.0000", rounded.deviation().mean().toPlainString());
    }

    @Test
    void aStepIsKeptToWhateverTheCellFeeds() {
        RoundingTable cells = new RoundingTable();
        int unknown = cells.number(new InnerCell("unknown", 8, 5, false));
        cells.publish(unknown, inner(cells, 40));
        assertEquals(10, new RoundedTable(cells, 3).value(unknown));
    }

    @Test
    void aDecisionStandsUnlessItLeavesASmallCell() {
        RoundingTable cells = new RoundingTable();
        int up = inner(cells, 1, 3);
        int adjusted = inner(cells, 9, 8);
        int exact = inner(cells, 2, 2);
        for (int cell : new int[] {up, adjusted, exact}) {
            cells.publish(cell);
        }
        RoundedTable rounded = new RoundedTable(cells, 3);
        assertEquals(3, rounded.value(up));
        assertEquals(8, rounded.value(adjusted));
        assertEquals(3, rounded.value(exact));
    }

    @Test
    void countsAreNotNegativeAndABaseOfOneRoundsNothing() {
        assertThrows(IllegalArgumentException.class, () -> inner(new RoundingTable(), -1));
        assertThrows(IllegalArgumentException.class, () -> new AdditiveRounding(1));
    }

    /** Returns a table of three dimensions with all margins. The margins are published in the given order. */
    private static RoundingTable cross(long[] values, long[] decisions, int[] size, List<Integer> order) {
        RoundingTable cells = new RoundingTable();
        List<List<Integer>> published = new ArrayList<>();
        order.forEach(i -> published.add(new ArrayList<>()));
        for (int place = 0; place < values.length; place++) {
            int inner = inner(cells, values[place], decisions == null ? UNDECIDED : decisions[place]);
            int[] at = {place / (size[1] * size[2]), place / size[2] % size[1], place % size[2]};
            for (int all = 0; all < 8; all++) {
                int a = (all & 1) > 0 ? size[0] : at[0];
                int b = (all & 2) > 0 ? size[1] : at[1];
                int c = (all & 4) > 0 ? size[2] : at[2];
                published.get((a * (size[1] + 1) + b) * (size[2] + 1) + c).add(inner);
            }
        }
        order.forEach(margin ->
                cells.publish(published.get(margin).stream().mapToInt(i -> i).toArray()));
        return cells;
    }

    private static long[] counts(Random random, int[] size) {
        return random.longs((long) size[0] * size[1] * size[2], 0, 9)
                .map(v -> v < 3 ? 0 : v - 2)
                .toArray();
    }

    private static List<Integer> order(int[] size) {
        int margins = (size[0] + 1) * (size[1] + 1) * (size[2] + 1);
        return new ArrayList<>(IntStream.range(0, margins).boxed().toList());
    }

    @Test
    void noSmallCountIsLeftSumsHoldAndTotalsDoNotDrift() {
        Seeds.check(20, random -> {
            int[] size = {2 + random.nextInt(6), 2 + random.nextInt(4), 2 + random.nextInt(4)};
            int base = random.nextBoolean() ? 3 : 5;
            long[] values = counts(random, size);
            RoundingTable table = cross(values, null, size, order(size));
            RoundedTable rounded = new RoundedTable(table, base);
            for (int inner = 0; inner < values.length; inner++) {
                boolean small = values[inner] > 0 && values[inner] < base;
                long value = rounded.value(inner);
                assertTrue(small ? value == 0 || value == base : value == values[inner], "became " + value);
            }
            int total = table.publishedCells() - 1;
            long drift = Math.abs(rounded.published(total) - RoundedTable.publishedValue(table, total));
            assertTrue(drift <= base, "the total drifts by " + drift);
        });
    }

    @Test
    void theOrderOfPublishedCellsChangesNothing() {
        Seeds.check(10, random -> {
            int[] size = {5, 4, 3};
            long[] values = counts(random, size);
            List<Integer> shuffled = order(size);
            Collections.shuffle(shuffled, random);
            RoundedTable one = new RoundedTable(cross(values, null, size, order(size)), 3);
            RoundedTable other = new RoundedTable(cross(values, null, size, shuffled), 3);
            for (int i = 0; i < values.length; i++) {
                assertEquals(one.value(i), other.value(i));
            }
        });
    }

    @Test
    void decisionsPersistWhereTheCountsDidNotChange() {
        Seeds.check(10, random -> {
            int[] size = {6, 5, 4};
            long[] before = counts(random, size);
            RoundedTable first = new RoundedTable(cross(before, null, size, order(size)), 3);
            long[] now = before.clone();
            long[] decisions = new long[now.length];
            for (int i = 0; i < now.length; i++) {
                boolean revised = random.nextInt(20) == 0;
                now[i] += revised ? 1 : 0;
                decisions[i] = revised ? -1 : first.value(i);
            }
            RoundingTable table = cross(now, decisions, size, order(size));
            RoundedTable second = new RoundedTable(table, 3);
            for (int i = 0; i < now.length; i++) {
                assertTrue(decisions[i] < 0 || decisions[i] == second.value(i));
            }
            for (int cell = 0; cell < table.publishedCells(); cell++) {
                long value = second.published(cell);
                assertTrue(value == 0 || value >= 3, "published " + value);
            }
        });
    }
}
