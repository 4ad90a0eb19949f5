package org.tipstats.protect.suppress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.start.tables.CrossedTables;
import org.tipstats.start.tables.CrossedTables.ZeroPolicy;

/** Whatever a faulty solver answers, no unprotected cell counts as protected. */
@Execution(ExecutionMode.CONCURRENT)
class SolverFaultsTest {

    /** A table of 13 by 13 with small counts far from each other. It is too large for the other solver. */
    private static final CrossedTables TABLES = tables();

    private static CrossedTables tables() {
        List<CrossedTables.Row> rows = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            for (int j = 0; j < 13; j++) {
                long count = i == j && i % 4 == 0 ? 2 : 10 + i + j;
                rows.add(new CrossedTables.Row(List.of("r" + i, "c" + j), count, false));
            }
        }
        return CrossedTables.full(List.of("row", "column"), rows, new CrossedTables.Rule(ZeroPolicy.PUBLIC, 4));
    }

    private static List<Integer> unprotected(UnaryOperator<double[]> answers) {
        return new Suppressor(TABLES.system(), Effort.THOROUGH, SearchMemory.NONE, answers)
                .suppress(TABLES.system().ranks(), 1, (done, all) -> {})
                .unprotected();
    }

    private static List<Integer> sensitive() {
        return IntStream.range(0, TABLES.cells().size())
                .filter(cell -> TABLES.cells().get(cell).sensitive())
                .boxed()
                .toList();
    }

    @Test
    void aSolverThatAnswersProtectsAll() {
        assertEquals(4, sensitive().size());
        assertEquals(List.of(), unprotected(answer -> answer));
    }

    @Test
    void nothingIsProtectedBySolversThatFindNothing() {
        assertEquals(sensitive(), unprotected(answer -> null));
    }

    @Test
    void nothingIsProtectedByAnswersThatAreNoNumbersOrNoChange() {
        assertEquals(sensitive(), unprotected(answer -> filled(Double.NaN)));
        assertEquals(sensitive(), unprotected(answer -> filled(0)));
    }

    private static double[] filled(double nonsense) {
        double[] wrong = new double[TABLES.cells().size()];
        Arrays.fill(wrong, nonsense);
        return wrong;
    }

    /** Then the solver for whole numbers is asked. It never hides a single cell of a row or column. */
    @Test
    @Tag("long")
    void answersThatBreakLinesAreRepairedOrProtectNothing() {
        double[] broken = filled(0);
        for (int cell = 0; cell < broken.length; cell += 7) {
            broken[cell] = 1;
        }
        assertNoSingleCells(Effort.THOROUGH, answer -> broken);
        // Repairs do not depend on the local search, which takes most of the time.
        assertNoSingleCells(Effort.QUICK, answer -> filled(1e300));
        assertNoSingleCells(Effort.QUICK, answer -> filled(0.37));
    }

    private static void assertNoSingleCells(Effort effort, UnaryOperator<double[]> answers) {
        Pattern pattern = new Suppressor(TABLES.system(), effort, SearchMemory.NONE, answers)
                .suppress(TABLES.system().ranks(), 1, (done, all) -> {});
        for (int line = 0; line < TABLES.system().lines(); line++) {
            int[] hidden = Arrays.stream(TABLES.system().line(line).cells())
                    .filter(cell ->
                            pattern.isHidden(cell) && !pattern.unprotected().contains(cell))
                    .toArray();
            assertNotEquals(1, hidden.length, "a cell counts as protected although the rest of its line reveals it");
        }
    }
}
