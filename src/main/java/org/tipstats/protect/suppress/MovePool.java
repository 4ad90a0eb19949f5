package org.tipstats.protect.suppress;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.CellSystem.Role;
import org.tipstats.protect.cells.Move;
import org.tipstats.protect.solve.ParallelSearches;

/** Holds the cells hidden so far, and the moves that prove that nobody can compute these cells. */
final class MovePool {

    private final CellSystem system;
    private final UnaryOperator<double[]> answers;
    private final BitSet hidden = new BitSet();
    private final List<List<Move>> movesOf = new ArrayList<>();
    private IntConsumer listener = cell -> {};

    /** @param answers a function that is applied to each answer of the linear solver; an answer may be null */
    MovePool(CellSystem system, UnaryOperator<double[]> answers) {
        this.system = system;
        this.answers = answers;
        for (int cell = 0; cell < system.size(); cell++) {
            movesOf.add(new ArrayList<>(2));
            hidden.set(cell, system.role(cell) != Role.OPEN && system.role(cell) != Role.KNOWN);
        }
    }

    void onChange(IntConsumer of) {
        listener = of;
    }

    CellSystem system() {
        return system;
    }

    /**
     * Returns an answer of the linear solver for use in the search. Every answer must pass through this method, because
     * tests can change answers here.
     *
     * @throws CancellationException if the search was interrupted
     */
    double[] seen(double[] answer) {
        double[] seen = answers.apply(answer);
        ParallelSearches.requireNotInterrupted();
        return seen;
    }

    /** Returns the cells that are hidden only to protect other cells, ascending. */
    int[] complements() {
        return hidden.stream().filter(cell -> system.role(cell).isComplement()).toArray();
    }

    /** Returns the weight of the cells that are hidden only to protect other cells. */
    double cost() {
        return IntStream.of(complements()).mapToDouble(system::weight).sum();
    }

    boolean isHidden(int cell) {
        return hidden.get(cell);
    }

    /** Returns the hidden cells as a live view, which callers must not change. */
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

    List<Move> movesOf(int cell) {
        return List.copyOf(movesOf.get(cell));
    }

    /** Restores an earlier state: all its moves and its hidden cells. */
    void restore(List<Move> then, BitSet hiddenThen) {
        moves().forEach(this::remove);
        IntStream.of(hidden.stream().toArray())
                .filter(cell -> !hiddenThen.get(cell))
                .forEach(this::open);
        then.forEach(this::add);
        hiddenThen.stream().filter(cell -> !hidden.get(cell)).forEach(this::hide);
    }

    /** Returns all moves without repetition, in the order of their first cells. */
    List<Move> moves() {
        Set<Move> all = new LinkedHashSet<>();
        movesOf.forEach(all::addAll);
        return List.copyOf(all);
    }
}
