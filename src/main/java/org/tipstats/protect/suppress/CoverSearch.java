package org.tipstats.protect.suppress;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.CellSystem.Role;
import org.tipstats.protect.cells.Move;

/**
 * Finds a move for every sensitive cell and hides the cells that the moves change. If many cells are sensitive, it
 * first protects most of them together, and then each remaining cell at the least cost.
 */
final class CoverSearch {

    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    /** If there are at most this many sensitive cells, each sensitive cell gets a separate search. */
    private static final int MAX_SINGLE_SEARCHES = 60;

    private static final long SEED = 61180;

    private final CellSystem system;
    private final MovePool pool;
    private final MoveFinder finder;
    private final Effort effort;
    private final List<Integer> sensitive;

    CoverSearch(MovePool pool, MoveFinder finder, Effort effort) {
        this.system = pool.system();
        this.pool = pool;
        this.finder = finder;
        this.effort = effort;
        this.sensitive = system.cells(Role.SENSITIVE)
                .boxed()
                .sorted(Comparator.comparingLong((Integer cell) -> -system.value(cell)))
                .toList();
    }

    void run() {
        boolean whole = MoveFinder.isWhole(system);
        boolean many = sensitive.size() > MAX_SINGLE_SEARCHES;
        if (many) {
            MovableCells movable = finder.movable();
            protect(cell -> movable.canChange(cell) ? finder.walk(cell, 0) : null);
        }
        if (many && (whole || !effort.hurries())) {
            new JointSearch(pool, SEED, true).run().moves().forEach(pool::add);
        }
        if (many && (effort.shortens() || !whole)) {
            together();
        }
        if (whole) {
            protect(cell -> finder.find(cell, NO_LIMIT));
        }
        boolean varies = whole || !many;
        protect(cell -> finder.findPatiently(cell, varies));
        IntStream.of(pool.complements()).filter(cell -> !pool.isProven(cell)).forEach(pool::open);
    }

    private void together() {
        JointSearch joint = new JointSearch(pool, SEED, false).run();
        joint.hidden().stream().forEach(pool::hide);
        if (!MoveFinder.isWhole(system)) {
            keep(joint.moves());
        }
    }

    /**
     * Keeps moves of the joint search. Also looks for moves of single cells that change only hidden cells. A joint move
     * may change thousands of cells. So with {@link Effort#shortens}, this method keeps only the joint moves that are
     * still needed after the moves of single cells are found.
     */
    private void keep(List<Move> joint) {
        if (!effort.shortens()) {
            joint.forEach(pool::add);
        }
        protect(cell -> finder.find(cell, 0));
        if (effort.shortens()) {
            joint.stream().filter(this::isNeeded).forEach(pool::add);
        }
    }

    private boolean isNeeded(Move move) {
        return IntStream.of(move.cells()).anyMatch(cell -> system.role(cell) == Role.SENSITIVE && !pool.isProven(cell));
    }

    private void protect(IntFunction<Move> finding) {
        for (int cell : sensitive) {
            Move move = pool.isProven(cell) ? null : finding.apply(cell);
            if (move != null) {
                pool.add(move);
            }
        }
    }
}
