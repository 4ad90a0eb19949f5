package org.tipstats.intruder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * An intruder who has been told which sums hold, though none of the figures: he believes no wrong sum, so that he is
 * misled least of all. Only who knows the truth can play him.
 */
final class WellInformed {

    private final long[] lower;
    private final long[] upper;
    private final Map<Integer, Long> values = new HashMap<>();

    /**
     * Prepares him.
     *
     * @param lower what each unknown is at least; @param upper at most
     * @param truth true counts; what it doesn't know may be anything within the bounds
     */
    WellInformed(long[] lower, long[] upper, List<HiddenCell> hidden, CellLookup truth) {
        this.lower = lower;
        this.upper = upper;
        for (HiddenCell cell : hidden) {
            OptionalLong value = truth.find(
                    cell.cell().release(), cell.cell().table(), cell.cell().key());
            value.ifPresent(known -> values.put(cell.unknown(), known));
        }
    }

    /** The equations as they can hold: one whose parts are below its whole only bounds them, one above says nothing. */
    List<Equation> believed(List<Equation> equations) {
        List<Equation> believed = new ArrayList<>(equations.size());
        for (Equation equation : equations) {
            Equation held = held(equation);
            believed.add(held);
        }
        believed.removeIf(equation -> !equation.isBounded());
        return believed;
    }

    private Equation held(Equation equation) {
        long least = 0;
        long most = 0;
        for (int i = 0; i < equation.size(); i++) {
            int unknown = equation.unknowns()[i];
            int sign = equation.signs()[i];
            Long value = values.get(unknown);
            long low = value != null ? value : lower[unknown];
            long high = value != null ? value : upper[unknown];
            least = plus(least, sign > 0 ? low : high, sign);
            most = plus(most, sign > 0 ? high : low, sign);
        }
        if (least > equation.upper()) {
            return equation.within(equation.lower(), Equation.FREE);
        }
        return most < equation.lower() ? equation.within(-Equation.FREE, Equation.FREE) : equation;
    }

    private static long plus(long sum, long value, int sign) {
        boolean free = Math.abs(sum) >= Equation.FREE || Math.abs(value) >= Equation.FREE;
        if (free) {
            return Math.abs(sum) >= Equation.FREE ? sum : Long.signum(value) * Long.signum(sign) * Equation.FREE;
        }
        return sum + sign * value;
    }
}
