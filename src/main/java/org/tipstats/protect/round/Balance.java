package org.tipstats.protect.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes several breakdowns of one total sum up to it after they were rounded: the figures of one area and year.
 *
 * <p>Where they differ by a few persons, the largest finest figure of a breakdown takes the difference, or a small count goes
 * the other way; where that unsettles another line, that one is settled next, in chains of a few changes. In the same way a
 * total stays what an earlier release showed of it, though it is made of other cells now; lines come before that. What
 * earlier releases decided is touched only when nothing else helps. What is left then stays apart.
 */
final class Balance {

    private static final int MOST_CHANGES = 6;
    private static final int MOST_TRIES = 20_000;

    /** A cell and what it could become. */
    private record Move(int cell, long count) {}

    private final long base;
    private final List<InnerCell> cells = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();
    private boolean mayRevise;
    private int tries;

    Balance(List<Figure> figures, Masking masking, long base) {
        this.base = base;
        Map<InnerCell, Integer> numbers = new IdentityHashMap<>();
        for (Figure figure : figures) {
            for (InnerCell cell : figure.inner(masking)) {
                if (numbers.putIfAbsent(cell, cells.size()) == null) {
                    cells.add(cell);
                }
            }
        }
        for (Figure figure : figures) {
            Line primary = figure.primary();
            for (Line line : figure.lines()) {
                Tie tie = line == primary ? null : Tie.of(line, masking, base, numbers);
                if (tie != null) {
                    ties.add(tie);
                }
            }
            Tie kept = Tie.keeping(figure, masking, base, numbers);
            if (kept != null) {
                ties.add(kept);
            }
        }
    }

    /** Settles all lines as far as that is possible; returns those whose remainder might show a masked part. */
    List<Line> settle() {
        mayRevise = false;
        improveAll();
        ties.removeIf(tie -> !tie.isLine());
        improveAll();
        mayRevise = true;
        improveAll();
        return ties.stream()
                .filter(tie -> tie.step() > 0 && need(tie) != 0)
                .map(Tie::line)
                .toList();
    }

    /** Improves until nothing is left to settle, or nothing helps: each time less is left. */
    private void improveAll() {
        boolean better = true;
        while (better && difference() > 0) {
            better = improve();
        }
    }

    private long need(Tie tie) {
        return tie.need(remainder(tie));
    }

    private long remainder(Tie tie) {
        long remainder = -tie.kept();
        for (Map.Entry<Integer, Integer> term : tie.coefficients().entrySet()) {
            remainder += term.getValue() * cells.get(term.getKey()).rounded();
        }
        return remainder;
    }

    private long difference() {
        long sum = 0;
        for (Tie tie : ties) {
            sum += Math.abs(need(tie));
        }
        return sum;
    }

    /** Settles one line at least, with as few changes as possible; false where none of the ways tried leads there. */
    private boolean improve() {
        long[] needs = ties.stream().mapToLong(this::need).toArray();
        long now = difference();
        for (int changes = 1; changes <= MOST_CHANGES; changes++) {
            tries = 0;
            for (int tie = 0; tie < needs.length; tie++) {
                if (needs[tie] != 0 && change(ties.get(tie), changes, now, needs)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Settles a line by one change, and then the lines that this unsettles by what is left of the changes. */
    private boolean change(Tie tie, int changes, long now, long[] needs) {
        for (Move move : moves(tie)) {
            if (tries++ > MOST_TRIES) {
                return false;
            }
            long before = become(move);
            if (difference() < now || (changes > 1 && changeUnsettled(changes - 1, now, needs))) {
                return true;
            }
            become(new Move(move.cell(), before));
        }
        return false;
    }

    private boolean changeUnsettled(int changes, long now, long[] needs) {
        for (int tie = 0; tie < needs.length; tie++) {
            long need = need(ties.get(tie));
            if (need != 0 && need != needs[tie]) {
                return change(ties.get(tie), changes, now, needs);
            }
        }
        return false;
    }

    private long become(Move move) {
        InnerCell cell = cells.get(move.cell());
        long before = cell.rounded();
        cell.become(move.count());
        return before;
    }

    /**
     * What could settle a line: changes of its cells, those of the parts first, since the totals are near to the truth
     * already, and those of the largest counts first.
     */
    private List<Move> moves(Tie tie) {
        List<Move> moves = new ArrayList<>();
        for (long need : tie.needs(remainder(tie))) {
            tie.coefficients().forEach((cell, coefficient) -> addMove(cell, need / coefficient, moves));
        }
        moves.sort(Comparator.<Move>comparingInt(move -> tie.coefficients().get(move.cell()) > 0 ? 1 : 0)
                .thenComparingLong(move -> -cells.get(move.cell()).value()));
        return moves;
    }

    private void addMove(int number, long need, List<Move> moves) {
        InnerCell cell = cells.get(number);
        boolean bound = cell.isDecided() && !mayRevise;
        if (bound || cell.value() == 0 || (cell.step() > 0 && cell.value() % cell.step() == 0)) {
            return;
        }
        if (cell.step() > 0) {
            long lower = cell.value() / cell.step() * cell.step();
            moves.add(new Move(number, cell.rounded() == lower ? lower + cell.step() : lower));
        } else if (cell.value() < base) {
            moves.add(new Move(number, cell.rounded() == 0 ? base : 0));
        } else if (cell.rounded() + need >= base) {
            moves.add(new Move(number, cell.rounded() + need));
        }
    }
}
