package org.tipstats.protect.suppress;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/** What is hidden so far, and the moves that prove of hidden cells that they cannot be known. */
final class MovePool {

    private final BitSet hidden = new BitSet();
    private final List<List<Move>> movesOf = new ArrayList<>();
    private IntConsumer listener = cell -> {};

    MovePool(CellSystem system) {
        for (int cell = 0; cell < system.size(); cell++) {
            movesOf.add(new ArrayList<>(2));
            CellSystem.Role role = system.role(cell);
            hidden.set(cell, role == CellSystem.Role.SENSITIVE || role == CellSystem.Role.UNPUBLISHED);
        }
    }

    /** Lets somebody hear of each cell that is hidden, opened, or in one move more or less. */
    void tell(IntConsumer of) {
        listener = of;
    }

    boolean isHidden(int cell) {
        return hidden.get(cell);
    }

    /** A view that others must not change. */
    BitSet hidden() {
        return hidden;
    }

    void hide(int cell) {
        hidden.set(cell);
        listener.accept(cell);
    }

    void open(int cell) {
        hidden.clear(cell);
        listener.accept(cell);
    }

    boolean isProven(int cell) {
        return !movesOf.get(cell).isEmpty();
    }

    /** Adds a move, and hides what it changes. */
    void add(Move move) {
        for (int cell : move.cells()) {
            movesOf.get(cell).add(move);
            hide(cell);
        }
    }

    void remove(Move move) {
        for (int cell : move.cells()) {
            movesOf.get(cell).remove(move);
            listener.accept(cell);
        }
    }

    /** The moves that change a cell, as they are now. */
    List<Move> movesOf(int cell) {
        return List.copyOf(movesOf.get(cell));
    }

    /** Goes back to moves that were all there were once, and to what was hidden then. */
    void restore(List<Move> then, BitSet hiddenThen) {
        moves().forEach(this::remove);
        for (int cell = 0; cell < movesOf.size(); cell++) {
            if (hidden.get(cell) && !hiddenThen.get(cell)) {
                open(cell);
            }
        }
        then.forEach(this::add);
        hiddenThen.stream().filter(cell -> !hidden.get(cell)).forEach(this::hide);
    }

    /** All moves, each once, in the order of their first cells. */
    List<Move> moves() {
        Set<Move> all = new LinkedHashSet<>();
        movesOf.forEach(all::addAll);
        return List.copyOf(all);
    }
}
