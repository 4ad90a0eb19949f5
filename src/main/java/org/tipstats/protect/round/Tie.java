package org.tipstats.protect.round;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A line that doesn't hold by itself when inner cells are rounded, since its total and its parts are made of other cells,
 * as are breakdowns by sex and by form of exploitation.
 *
 * @param line null for a figure that an earlier release showed and that should be shown alike
 * @param kept what that release showed; 0 for a line
 * @param coefficients how often each inner cell, by its number, is in the remainder: in the total less in the parts
 */
record Tie(Line line, long kept, long step, long base, Map<Integer, Integer> coefficients) {

    /** The tie of a line; null where the line holds whatever becomes of the inner cells. */
    static Tie of(Line line, Masking masking, long base, Map<InnerCell, Integer> numbers) {
        Map<Integer, Integer> coefficients = new TreeMap<>();
        line.total().inner(masking).forEach(cell -> coefficients.merge(numbers.get(cell), 1, Integer::sum));
        for (Figure part : line.parts()) {
            part.inner(masking).forEach(cell -> coefficients.merge(numbers.get(cell), -1, Integer::sum));
        }
        coefficients.values().removeIf(count -> count == 0);
        long step = masking.stepOf(line);
        boolean holds = step == 0 && coefficients.values().stream().allMatch(count -> count > 0);
        return holds ? null : new Tie(line, 0, step, base, coefficients);
    }

    /** The tie of a figure to what an earlier release showed of it; null where that needs none or decisions say it all. */
    static Tie keeping(Figure figure, Masking masking, long base, Map<InnerCell, Integer> numbers) {
        List<InnerCell> inner = figure.inner(masking);
        if (figure.kept() == Figure.FREE || inner.stream().allMatch(InnerCell::isDecided)) {
            return null;
        }
        Map<Integer, Integer> coefficients = new TreeMap<>();
        inner.forEach(cell -> coefficients.merge(numbers.get(cell), 1, Integer::sum));
        return new Tie(null, figure.kept(), 0, base, coefficients);
    }

    boolean isLine() {
        return line != null;
    }

    /** By how much the remainder must change so that the line holds and hides what it has to: nearest to what it is. */
    long need(long remainder) {
        long least = needs(remainder)[0];
        for (long need : needs(remainder)) {
            least = Math.abs(need) < Math.abs(least) ? need : least;
        }
        return least;
    }

    /** The changes of the remainder, downwards or upwards, that lead to the next where the line holds; 0 if it does. */
    long[] needs(long remainder) {
        if (remainder < 0 || !isLine() || (line.remainder() == 0 && step == 0)) {
            return new long[] {-remainder};
        }
        long above = step > 0 ? remainder % step : remainder;
        long width = step > 0 ? step : base;
        return above == 0 || above >= width ? new long[] {0} : new long[] {-above, width - above};
    }
}
