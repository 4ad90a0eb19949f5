package org.tipstats.protect.round;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A tie: a condition that the rounding of inner cells may break. Usually a tie is a line whose total and parts consist
 * of different inner cells. For example, a total that is computed from its breakdown by sex must also equal the sum of
 * its breakdown by form of exploitation. A tie may also bind a figure to its value in an earlier release.
 *
 * @param line null if the tie binds a figure to an earlier release
 * @param kept the value that the earlier release showed; 0 for a line
 * @param coefficients by the index of an inner cell: how often the total contains this cell, minus how often the parts
 *     contain this cell
 */
record SumConstraint(FigureLine line, long kept, long base, Map<Integer, Integer> coefficients) {

    /** Returns the tie of a line; empty if no rounding of the inner cells can break the line. */
    static Optional<SumConstraint> of(FigureLine line, long base, Map<InnerCell, Integer> numbers) {
        Map<Integer, Integer> coefficients = new TreeMap<>();
        line.total().inner().forEach(cell -> coefficients.merge(numbers.get(cell), 1, Integer::sum));
        for (NationalFigure part : line.parts()) {
            part.inner().forEach(cell -> coefficients.merge(numbers.get(cell), -1, Integer::sum));
        }
        coefficients.values().removeIf(count -> count == 0);
        boolean holds = line.step() == 0 && coefficients.values().stream().allMatch(count -> count > 0);
        return holds ? Optional.empty() : Optional.of(new SumConstraint(line, 0, base, coefficients));
    }

    /**
     * Returns the tie of a figure to its earlier value; empty without such a value, or if all inner cells are decided.
     */
    static Optional<SumConstraint> ofEarlierValue(NationalFigure figure, long base, Map<InnerCell, Integer> numbers) {
        List<InnerCell> inner = figure.inner();
        if (figure.kept() == NationalFigure.FREE || inner.stream().allMatch(InnerCell::isDecided)) {
            return Optional.empty();
        }
        Map<Integer, Integer> coefficients = new TreeMap<>();
        inner.forEach(cell -> coefficients.merge(numbers.get(cell), 1, Integer::sum));
        return Optional.of(new SumConstraint(null, figure.kept(), base, coefficients));
    }

    boolean isLine() {
        return line != null;
    }

    /** Returns the smallest change of the remainder that makes the tie hold; 0 if the tie already holds. */
    long need(long remainder) {
        long[] needs = needs(remainder);
        return needs.length > 1 && needs[1] < -needs[0] ? needs[1] : needs[0];
    }

    /**
     * Returns the smallest changes of the remainder that make the tie hold: one down and one up, only one if no other
     * is possible, and only 0 if the tie holds already.
     */
    long[] needs(long remainder) {
        if (remainder < 0 || !isLine() || (line.remainder() == 0 && line.step() == 0)) {
            return new long[] {-remainder};
        }
        long above = line.step() > 0 ? remainder % line.step() : remainder;
        long width = line.step() > 0 ? line.step() : base;
        return above == 0 || above >= width ? new long[] {0} : new long[] {-above, width - above};
    }
}
