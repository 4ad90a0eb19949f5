package org.tipstats.protect.intruder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tipstats.protect.equations.AuditedFigure;
import org.tipstats.protect.equations.Consistency;
import org.tipstats.protect.equations.Equation;
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.published.CellLookup;

/**
 * An intruder who knows which sums hold but knows no hidden figure. No wrong sum misleads this intruder, so the audit
 * is strict. The audit needs the true counts to examine this case.
 */
final class InformedIntruder {

    private final long[] lower;
    private final long[] upper;
    private final Map<Integer, Long> values = new HashMap<>();

    /** An unknown without a true count may have any value within its bounds. */
    InformedIntruder(long[] lower, long[] upper, Map<Integer, ExposedCell> hidden, CellLookup truth) {
        this.lower = lower;
        this.upper = upper;
        hidden.forEach((unknown, cell) ->
                truth.find(cell.release(), cell.table(), cell.key()).ifPresent(known -> values.put(unknown, known)));
    }

    /**
     * Returns the equations that agree with the true counts. If parts are below their total, the total remains their
     * upper limit. If they exceed it, the equation is left out.
     */
    List<Equation> believed(List<Equation> equations, Consistency consistency) {
        List<Equation> known = equations.stream().map(this::known).toList();
        List<Equation> held = consistency.loosenContradicting(lower, upper, known);
        return IntStream.range(0, held.size())
                .mapToObj(i -> equations
                        .get(i)
                        .within(
                                held.get(i).lower() <= -Equation.FREE
                                        ? -Equation.FREE
                                        : equations.get(i).lower(),
                                held.get(i).upper() >= Equation.FREE
                                        ? Equation.FREE
                                        : equations.get(i).upper()))
                .filter(Equation::isBounded)
                .toList();
    }

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
