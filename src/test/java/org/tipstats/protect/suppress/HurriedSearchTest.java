package org.tipstats.protect.suppress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.CondensedSystem;
import org.tipstats.protect.cells.Sum;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.start.tables.CrossedTables;
import org.tipstats.start.tables.CrossedTables.ZeroPolicy;

/** Tables of 3,330 cells. In a hurry, they are searched by fewer programs. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class HurriedSearchTest {

    private static final CrossedTables TABLES = JointSearchTest.tables(ZeroPolicy.PUBLIC);

    /** Totals are more valuable than the counts of an area by form and age. */
    private static CellSystem inTwoRanks(CrossedTables... unconnected) {
        CellSystem.Builder builder = new CellSystem.Builder();
        int before = 0;
        for (CrossedTables tables : unconnected) {
            add(tables, before, builder);
            before += tables.cells().size();
        }
        return builder.build();
    }

    private static void add(CrossedTables tables, int before, CellSystem.Builder builder) {
        CellSystem system = tables.system();
        for (int cell = 0; cell < system.size(); cell++) {
            long upper = system.up(cell) == CellSystem.UNBOUNDED
                    ? CellSystem.UNBOUNDED
                    : system.value(cell) + system.up(cell);
            builder.cell(
                    system.role(cell),
                    system.value(cell),
                    system.value(cell) + system.down(cell),
                    upper,
                    system.weight(cell),
                    tables.cells().get(cell).codes().contains("Total") ? 0 : 1);
        }
        for (int line = 0; line < system.lines(); line++) {
            Sum sum = system.line(line);
            builder.line(
                    new Sum(IntStream.of(sum.cells()).map(cell -> before + cell).toArray(), sum.times()));
        }
    }

    private static Pattern suppress(CellSystem system, int threads, ProtectionProgress progress) {
        return new Suppressor(system, Effort.QUICK, SearchMemory.NONE).suppress(system.ranks(), threads, progress);
    }

    /** At the second rank, one part has 2,596 cells. */
    @Test
    void itProtectsAll() {
        CellSystem system = inTwoRanks(JointSearchTest.tables(ZeroPolicy.HIDDEN));
        assertEquals(List.of(), suppress(system, 2, ProtectionProgress.SILENT).unprotected());
    }

    @Test
    void itDoesNotDependOnThreads() {
        CellSystem system = inTwoRanks(
                JointSearchTest.tables(ZeroPolicy.HIDDEN, 4),
                JointSearchTest.tables(ZeroPolicy.HIDDEN, 2),
                JointSearchTest.tables(ZeroPolicy.HIDDEN, 3));
        AtomicInteger most = new AtomicInteger();
        Pattern one = suppress(system, 1, (done, all) -> most.accumulateAndGet(all, Math::max));
        Pattern two = suppress(system, 2, ProtectionProgress.SILENT);
        assertTrue(most.get() > 1, "several parts");
        assertEquals(one.hidden(), two.hidden());
        assertEquals(one.unprotected(), two.unprotected());
        assertEquals(one.programs(), two.programs());
    }

    /** The system decides about the totals, as if all other figures were hidden. */
    @Test
    void exchangesLowerTheCostAndAskForNoProgram() {
        CellSystem system = CondensedSystem.deciding(inTwoRanks(TABLES), 0, new BitSet(), new BitSet())
                .system();
        AtomicInteger asked = new AtomicInteger();
        UnaryOperator<double[]> counted = answer -> {
            asked.incrementAndGet();
            return answer;
        };
        MovePool covered = new MovePool(system, counted);
        try (MoveFinder finder = new MoveFinder(covered)) {
            new CoverSearch(covered, finder, Effort.QUICK).run();
        }
        int before = asked.getAndSet(0);
        try (PatternSearch search = new PatternSearch(system, Effort.QUICK, counted)) {
            BitSet hidden = search.run().hidden();
            assertEquals(before, asked.get());
            double cost = hidden.stream()
                    .filter(cell -> system.role(cell).isComplement())
                    .mapToDouble(system::weight)
                    .sum();
            assertTrue(cost < covered.cost(), cost + " instead of " + covered.cost());
        }
    }

    @Test
    void anInterruptedSearchAsksNothingMore() {
        AtomicInteger asked = new AtomicInteger();
        UnaryOperator<double[]> interrupting = answer -> {
            if (asked.incrementAndGet() == 3) {
                Thread.currentThread().interrupt();
            }
            return answer;
        };
        try (PatternSearch search = new PatternSearch(TABLES.system(), Effort.QUICK, interrupting)) {
            assertThrows(CancellationException.class, search::run);
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals(3, asked.get());
    }

    @Test
    void anInterruptedSearchEndsBeforeItsNextWalk() {
        MovePool pool = new MovePool(TABLES.system(), answer -> answer);
        try (MoveFinder finder = new MoveFinder(pool)) {
            Thread.currentThread().interrupt();
            assertThrows(CancellationException.class, () -> finder.walk(0, 0));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }
}
