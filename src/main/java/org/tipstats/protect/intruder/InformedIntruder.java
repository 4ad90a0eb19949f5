package org.tipstats.protect.intruder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An intruder who knows which sums hold but knows no hidden figure. No wrong sum misleads this intruder, so the audit
 * is strict. The audit needs the true counts to examine this case.
 */
final class InformedIntruder {

    private final long[] lower;
    private final long[] upper;
    private final Map<Integer, Long> values = new HashMap<>();

    /**
     * Prepares the intruder.
     *
     * @param lower the lower bound of each unknown
     * @param upper the upper bound of each unknown
     * @param truth the true counts; an unknown without a true count may have any value within its bounds
     */
    InformedIntruder(long[] lower, long[] upper, Map<Integer, ExposedCell> hidden, CellLookup truth) {
        this.lower = lower;
        this.upper = upper;
        hidden.forEach((unknown, cell) ->
                truth.find(cell.release(), cell.table(), cell.key()).ifPresent(known -> values.put(unknown, known)));
    }

    /**
     * Returns the equations that agree with the true counts, and weakens or drops the others. If the parts are below
     * their total, the total remains an upper limit of the parts. If the parts exceed their total, the equation is left
     * out.
     */
    List<Equation> believed(List<Equation> equations, Consistency consistency) {
        List<Equation> known = new ArrayList<>(equations.size());
        for (Equation equation : equations) {
            known.add(known(equation));
        }
        List<Equation> held = consistency.loosenContradicting(lower, upper, known);
        List<Equation> believed = new ArrayList<>(equations.size());
        for (int i = 0; i < held.size(); i++) {
            Equation own = held.get(i);
            Equation equation = equations.get(i);
            believed.add(equation.within(
                    own.lower() <= -Equation.FREE ? -Equation.FREE : equation.lower(),
                    own.upper() >= Equation.FREE ? Equation.FREE : equation.upper()));
        }
        believed.removeIf(equation -> !equation.isBounded());
        return believed;
    }

    /** Returns the equation with the true counts inserted. The unknowns without a true count remain. */
    private Equation known(Equation equation) {
        Equation rest = equation.with(unknown -> {
            Long value = values.get(unknown);
            return value == null ? AuditedFigure.unknown(unknown) : AuditedFigure.known(value);
        });
        return rest.size() > 0 || rest.lower() <= 0 && rest.upper() >= 0
                ? rest
                : rest.within(
                        rest.lower() > 0 ? -Equation.FREE : rest.lower(),
                        rest.upper() < 0 ? Equation.FREE : rest.upper());
    }
}
