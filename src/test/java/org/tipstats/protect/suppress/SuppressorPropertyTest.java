package org.tipstats.protect.suppress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.Seeds;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.start.tables.CodeColumns;
import org.tipstats.start.tables.CrossedTables;
import org.tipstats.start.tables.CrossedTables.ZeroPolicy;

/** Small tables, attacked by listing every table that agrees with the published cells. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class SuppressorPropertyTest {

    /** Counts are tried up to this much above the true ones. */
    private static final int ABOVE = 4;

    private static final int MOST_TABLES = 400_000;

    private static CrossedTables tables(Random random, ZeroPolicy zeros) {
        List<CrossedTables.Row> rows = new ArrayList<>();
        int columns = 2 + random.nextInt(2);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < columns; j++) {
                // Mostly large counts, so that few cells are hidden and every table can be tried.
                long count = random.nextInt(3) == 0 ? random.nextInt(4) : 5 + random.nextInt(9);
                rows.add(new CrossedTables.Row(List.of("r" + i, "c" + j), count, false));
            }
        }
        return CrossedTables.full(List.of("row", "column"), rows, new CrossedTables.Rule(zeros, 2));
    }

    private static CrossedTables table(long... counts) {
        List<CrossedTables.Row> rows = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            rows.add(new CrossedTables.Row(List.of("a" + i), counts[i], false));
        }
        return CrossedTables.full(List.of("area"), rows, new CrossedTables.Rule(ZeroPolicy.HIDDEN, 4));
    }

    private static Pattern protect(CrossedTables tables, int threads) {
        return new Suppressor(tables.system(), Effort.THOROUGH, SearchMemory.NONE)
                .suppress(tables.system().ranks(), threads, (done, all) -> {});
    }

    private static boolean counts(CrossedTables.Cell cell, CrossedTables.Cell inner) {
        return IntStream.range(0, cell.codes().size())
                .allMatch(i -> List.of(CodeColumns.TOTAL, inner.codes().get(i))
                        .contains(cell.codes().get(i)));
    }

    /** Lists all tables that an intruder must consider possible. */
    private static final class Intruder {

        private final CrossedTables tables;
        private final Pattern pattern;
        private final List<TreeSet<Long>> seen = new ArrayList<>();
        private final List<Integer> hiddenInner = new ArrayList<>();

        /** The hidden inner cells that each cell counts. */
        private final int[][] counted;

        private final long[] changes;
        private final long least;

        Intruder(CrossedTables tables, Pattern pattern, ZeroPolicy zeros) {
            this.tables = tables;
            this.pattern = pattern;
            this.least = zeros == ZeroPolicy.PUBLIC ? 1 : 0;
            this.changes = new long[tables.cells().size()];
            for (int cell = 0; cell < changes.length; cell++) {
                seen.add(new TreeSet<>());
                if (pattern.isHidden(cell) && !tables.cells().get(cell).codes().contains(CodeColumns.TOTAL)) {
                    hiddenInner.add(cell);
                }
            }
            counted = tables.cells().stream()
                    .map(cell -> hiddenInner.stream()
                            .mapToInt(inner -> inner)
                            .filter(inner -> counts(cell, tables.cells().get(inner)))
                            .toArray())
                    .toArray(int[][]::new);
        }

        boolean isTooMuch() {
            double product = 1;
            for (int cell : hiddenInner) {
                product *= tables.cells().get(cell).count() + ABOVE + 1;
            }
            return product > MOST_TABLES;
        }

        void attack(int next) {
            if (next == hiddenInner.size()) {
                record();
                return;
            }
            int cell = hiddenInner.get(next);
            long count = tables.cells().get(cell).count();
            for (long value = least; value <= count + ABOVE; value++) {
                changes[cell] = value - count;
                attack(next + 1);
            }
            changes[cell] = 0;
        }

        private void record() {
            long[] values = new long[changes.length];
            for (int cell = 0; cell < values.length; cell++) {
                long count = tables.cells().get(cell).count();
                values[cell] = count;
                for (int inner : counted[cell]) {
                    values[cell] += changes[inner];
                }
                if (values[cell] != count && !pattern.isHidden(cell)) {
                    return;
                }
            }
            for (int cell = 0; cell < values.length; cell++) {
                seen.get(cell).add(values[cell]);
            }
        }
    }

    private static int attack(Random random, ZeroPolicy zeros) {
        CrossedTables tables = tables(random, zeros);
        Pattern pattern = protect(tables, 1);
        assertEquals(List.of(), pattern.unprotected());
        for (int cell = 0; cell < tables.cells().size(); cell++) {
            assertTrue(!tables.cells().get(cell).sensitive() || pattern.isHidden(cell), "sensitive cells are hidden");
        }
        Intruder intruder = new Intruder(tables, pattern, zeros);
        if (intruder.isTooMuch()) {
            return 0;
        }
        intruder.attack(0);
        pattern.hidden().stream()
                .forEach(cell -> assertTrue(
                        intruder.seen.get(cell).size() >= 2, tables.cells().get(cell) + " has one possible value"));
        return 1;
    }

    @Test
    void everyHiddenCellHasTwoValuesAtLeast() {
        int[] attacked = new int[1];
        Seeds.check(30, random -> attacked[0] += attack(random, ZeroPolicy.PUBLIC));
        Seeds.check(30, random -> attacked[0] += attack(random, ZeroPolicy.HIDDEN));
        assertTrue(attacked[0] >= 30, attacked[0] + " tables were small enough to try everything");
    }

    @Test
    void theSameTablesAreHiddenAlikeByOneThreadAndByTwo() {
        Seeds.check(10, random -> {
            CrossedTables tables = tables(random, ZeroPolicy.PUBLIC);
            assertEquals(protect(tables, 1).hidden(), protect(tables, 2).hidden());
            assertEquals(protect(tables, 1).hidden(), protect(tables, 1).hidden());
        });
    }

    /** 15 = 10 + 5 + 0 + 0 and 15 = 10 + 3 + 1 + 1: small counts hide each other only if they can be larger. */
    @Test
    void smallCountsBesideLargeOnesDoNotAddUpToWhatIsLeft() {
        for (long[] counts : new long[][] {{0, 0, 0}, {10, 5, 0, 0}, {10, 3, 1, 1}, {3, 7}, {1, 9, 9}}) {
            CrossedTables tables = table(counts);
            Pattern pattern = protect(tables, 1);
            assertEquals(List.of(), pattern.unprotected());
            assertTrue(pattern.hidden().cardinality() != 1, "the other cells reveal a single hidden cell");
        }
    }
}
