package org.tipstats.protect.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the breakdowns of a total add up to the total after rounding, as far as possible. A line is a total with its
 * parts. An instance covers the figures of one area in one year.
 *
 * <p>If the parts of a line differ from their total by a few persons, the difference is added to a large cell, or a
 * small count is rounded in the other direction. If this change breaks another line, the broken line is corrected next,
 * in chains of a few changes. Changes of the same kind let a total keep the value that an earlier release showed. Lines
 * have priority over such earlier values. A cell whose value comes from an earlier release changes only if nothing else
 * helps. Differences that remain stay. Some of them might reveal a masked part; {@link #settle} returns their lines.
 */
final class Balance {

    private static final int MAX_CHANGES = 6;
    private static final int MAX_TRIES = 20_000;

    /** A change that may correct a line: a cell gets a new count. */
    private record Move(int cell, long count) {}

    private final long base;
    private final List<InnerCell> cells;
    private final List<SumConstraint> ties = new ArrayList<>();
    private boolean mayRevise;
    private int tries;

    Balance(List<NationalFigure> figures, long base) {
        this.base = base;
        this.cells = figures.stream()
                .flatMap(figure -> figure.inner().stream())
                .distinct()
                .toList();
        Map<InnerCell, Integer> numbers = new IdentityHashMap<>();
        cells.forEach(cell -> numbers.put(cell, numbers.size()));
        for (NationalFigure figure : figures) {
            FigureLine primary = figure.primary();
            Stream<Optional<SumConstraint>> lines = figure.lines().stream()
                    .filter(line -> line != primary)
                    .map(line -> SumConstraint.of(line, base, numbers));
            Stream.concat(lines, Stream.of(SumConstraint.ofEarlierValue(figure, base, numbers)))
                    .flatMap(Optional::stream)
                    .forEach(ties::add);
        }
    }

    /** Corrects all lines as far as possible. Returns the lines whose remainder might reveal a masked part. */
    List<FigureLine> settle() {
        mayRevise = false;
        improveAll();
        ties.removeIf(tie -> !tie.isLine());
        improveAll();
        mayRevise = true;
        improveAll();
        return ties.stream()
                .filter(tie -> tie.line().step() > 0 && need(tie) != 0)
                .map(SumConstraint::line)
                .toList();
    }

    /** Repeats {@link #improve} until no difference is left or no further improvement is found. */
    private void improveAll() {
        boolean better = true;
        while (better && difference() > 0) {
            better = improve();
        }
    }

    private long need(SumConstraint tie) {
        return tie.need(remainder(tie));
    }

    private long remainder(SumConstraint tie) {
        long remainder = -tie.kept();
        for (Map.Entry<Integer, Integer> term : tie.coefficients().entrySet()) {
            remainder += term.getValue() * cells.get(term.getKey()).rounded();
        }
        return remainder;
    }

    private long difference() {
        long sum = 0;
        for (SumConstraint tie : ties) {
            sum += Math.abs(need(tie));
        }
        return sum;
    }

    /**
     * Reduces the total difference of all lines and earlier values, with as few changes as possible. Returns false if
     * no attempt succeeds.
     */
    private boolean improve() {
        long[] needs = ties.stream().mapToLong(this::need).toArray();
        long now = difference();
        for (int changes = 1; changes <= MAX_CHANGES; changes++) {
            tries = 0;
            for (int tie = 0; tie < needs.length; tie++) {
                if (needs[tie] != 0 && change(ties.get(tie), changes, now, needs)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean change(SumConstraint tie, int changes, long now, long[] needs) {
        for (Move move : moves(tie)) {
            if (tries++ > MAX_TRIES) {
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
        cell.setRounded(move.count());
        return before;
    }

    /**
     * Returns the changes that could correct a line or restore an earlier value. Changes of parts come before changes
     * of the total, which should stay close to its true count. In both groups, the cells with the largest counts come
     * first.
     */
    private List<Move> moves(SumConstraint tie) {
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
