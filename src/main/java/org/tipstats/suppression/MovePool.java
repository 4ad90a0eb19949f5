package org.tipstats.suppression;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is hidden so far, and the moves that prove of hidden cells that they cannot be known. */
final class MovePool {

    private final BitSet hidden = new BitSet();
    private final List<List<Move>> movesOf = new ArrayList<>();

    MovePool(CellSystem system) {
        for (int cell = 0; cell < system.size(); cell++) {
            movesOf.add(new ArrayList<>(2));
            CellSystem.Role role = system.role(cell);
            hidden.set(cell, role == CellSystem.Role.SENSITIVE || role == CellSystem.Role.UNPUBLISHED);
        }
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
    }

    void open(int cell) {
        hidden.clear(cell);
    }

    boolean isProven(int cell) {
        return !movesOf.get(cell).isEmpty();
    }

    void add(Move move) {
        for (int cell : move.cells()) {
            movesOf.get(cell).add(move);
        }
    }

    void remove(Move move) {
        for (int cell : move.cells()) {
            movesOf.get(cell).remove(move);
        }
    }

    /** The moves that change a cell, as they are now. */
    List<Move> movesOf(int cell) {
        return List.copyOf(movesOf.get(cell));
    }

    /** All moves, each once, in the order of their first cells. */
    List<Move> moves() {
        Set<Move> all = new LinkedHashSet<>();
        movesOf.forEach(all::addAll);
        return List.copyOf(all);
    }
}
