package org.tipstats.protect.suppress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.Seeds;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.CellSystem.Role;
import org.tipstats.protect.cells.Sum;
import org.tipstats.protect.solve.SearchMemory;

/** A cell of a low rank is hidden only if no pattern without it protects, whatever the other cells cost. */
@Execution(ExecutionMode.CONCURRENT)
class RanksTest {

    private static final int VALUABLE = 0;
    private static final int USUAL = 1;
    private static final int DEAR = 1_000_000;

    private static Pattern suppress(CellSystem system) {
        return new Suppressor(system, Effort.QUICK, SearchMemory.NONE).suppress(system.ranks(), 1, (done, all) -> {});
    }

    @Test
    void dearCellsOfALaterRankGoBeforeACheapOneOfAnEarlierRank() {
        CellSystem.Builder builder = new CellSystem.Builder();
        int total = builder.cell(Role.OPEN, 60, 1, CellSystem.UNBOUNDED, 1, VALUABLE);
        int small = builder.cell(Role.SENSITIVE, 3, 1, CellSystem.UNBOUNDED, 1);
        int rest = builder.cell(Role.OPEN, 57, 1, CellSystem.UNBOUNDED, DEAR, USUAL);
        builder.line(total, small, rest);
        Pattern pattern = suppress(builder.build());

        assertEquals(List.of(), pattern.unprotected());
        assertFalse(pattern.isHidden(total));
        assertTrue(pattern.isHidden(rest));
    }

    @Test
    void aCellOfTheFirstRankGoesIfNothingElseProtects() {
        CellSystem.Builder builder = new CellSystem.Builder();
        int total = builder.cell(Role.OPEN, 60, 1, CellSystem.UNBOUNDED, 1, VALUABLE);
        int small = builder.cell(Role.SENSITIVE, 3, 1, CellSystem.UNBOUNDED, 1);
        int rest = builder.cell(Role.KNOWN, 57, 1, CellSystem.UNBOUNDED, 1);
        builder.line(total, small, rest);
        Pattern pattern = suppress(builder.build());

        assertEquals(List.of(), pattern.unprotected());
        assertTrue(pattern.isHidden(total));
    }

    /** The sum of the two lines says that twice the sensitive cell cannot change. */
    @Test
    void aCellThatCannotMoveIsAskedForOnce() {
        CellSystem.Builder builder = new CellSystem.Builder();
        int stuck = builder.cell(Role.SENSITIVE, 3, 1, CellSystem.UNBOUNDED, 1);
        int valuable = builder.cell(Role.OPEN, 20, 1, CellSystem.UNBOUNDED, 1, VALUABLE);
        int usual = builder.cell(Role.OPEN, 30, 1, CellSystem.UNBOUNDED, 1, USUAL);
        builder.line(stuck, valuable, usual);
        builder.line(new Sum(new int[] {stuck, valuable, usual}, new int[] {1, 1, 1}));
        Pattern pattern = suppress(builder.build());

        assertEquals(List.of(stuck), pattern.unprotected());
        assertTrue(pattern.immovable().get(stuck));
        assertEquals(2, pattern.programs(), "one program for a rise and one for a fall");
    }

    @Test
    void noCellOfTheFirstRankIsHiddenWhereTheOthersSuffice() {
        int[] checked = new int[2];
        Seeds.check(30, random -> {
            long seed = random.nextLong();
            CellSystem ranked = table(new Random(seed), Role.OPEN);
            Pattern pattern = suppress(ranked);
            boolean suffices =
                    suppress(table(new Random(seed), Role.KNOWN)).unprotected().isEmpty();
            checked[suffices ? 1 : 0]++;
            assertEquals(List.of(), pattern.unprotected());
            boolean gaveUp = IntStream.range(0, ranked.size())
                    .anyMatch(cell ->
                            ranked.role(cell) == Role.OPEN && ranked.rank(cell) == VALUABLE && pattern.isHidden(cell));
            assertEquals(suffices, !gaveUp);
        });
        assertTrue(checked[0] > 5 && checked[1] > 5, "both cases occur: " + checked[0] + ", " + checked[1]);
    }

    /** A search at a further rank publishes cells of earlier ranks again where it finds a cheaper way. */
    @Test
    void aRankWithoutCellsIsSearchedToo() {
        int[] fewer = new int[1];
        Seeds.check(30, random -> {
            CellSystem system = table(random, Role.OPEN);
            Suppressor suppressor = new Suppressor(system, Effort.QUICK, SearchMemory.NONE);
            Pattern own = suppress(system);
            Pattern more = suppressor.suppress(new int[] {VALUABLE, USUAL, USUAL + 1}, 1, ProtectionProgress.SILENT);
            assertEquals(List.of(), more.unprotected());
            assertTrue(more.programs() >= own.programs());
            fewer[0] += more.programs() > own.programs() ? 1 : 0;
        });
        assertTrue(fewer[0] > 5, "searched again in " + fewer[0] + " tables");
    }

    /** Returns a table of four by four counts with totals. About two thirds of the public cells have the role. */
    private static CellSystem table(Random random, Role ofValuable) {
        int size = 4;
        long[][] counts = new long[size + 1][size + 1];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                counts[row][column] = 1 + random.nextInt(random.nextInt(3) == 0 ? 4 : 40);
                counts[row][size] += counts[row][column];
                counts[size][column] += counts[row][column];
                counts[size][size] += counts[row][column];
            }
        }
        CellSystem.Builder builder = new CellSystem.Builder();
        int[][] cells = new int[size + 1][size + 1];
        for (int row = 0; row <= size; row++) {
            for (int column = 0; column <= size; column++) {
                long count = counts[row][column];
                boolean valuable = random.nextInt(3) > 0;
                Role role = count <= 4 ? Role.SENSITIVE : valuable ? ofValuable : Role.OPEN;
                cells[row][column] =
                        builder.cell(role, count, 1, CellSystem.UNBOUNDED, count, valuable ? VALUABLE : USUAL);
            }
        }
        for (int i = 0; i <= size; i++) {
            int line = i;
            builder.line(
                    cells[i][size],
                    IntStream.range(0, size).map(k -> cells[line][k]).toArray());
            builder.line(
                    cells[size][i],
                    IntStream.range(0, size).map(k -> cells[k][line]).toArray());
        }
        return builder.build();
    }
}
