package org.tipstats.protect.equations;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Collects the terms of an equation. A known figure is not a term: its value shifts the bounds of the equation. */
public final class EquationSum {

    private final Map<Integer, Integer> terms = new TreeMap<>();
    private long known;

    public EquationSum plus(AuditedFigure figure) {
        return add(figure, 1);
    }

    public EquationSum minus(AuditedFigure figure) {
        return add(figure, -1);
    }

    EquationSum add(AuditedFigure figure, int sign) {
        if (figure.isKnown()) {
            known += sign * figure.value();
        } else {
            terms.merge(figure.unknown(), sign, Integer::sum);
        }
        return this;
    }

    public Equation within(Source source, long least, long most) {
        terms.values().removeIf(sign -> sign == 0);
        int[] unknowns = terms.keySet().stream().mapToInt(Integer::intValue).toArray();
        int[] signs = new int[unknowns.length];
        Arrays.setAll(signs, i -> terms.get(unknowns[i]));
        return new Equation(source, unknowns, signs, shifted(least), shifted(most));
    }

    private long shifted(long bound) {
        return Math.abs(bound) >= Equation.FREE ? bound : bound - known;
    }
}
