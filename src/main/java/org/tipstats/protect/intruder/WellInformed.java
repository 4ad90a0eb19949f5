package org.tipstats.protect.intruder;

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

    /**
     * The equations as they can hold together with what is true: one whose parts are below its whole only bounds them, one
     * above says nothing.
     */
    List<Equation> believed(List<Equation> equations, Consistency consistency) {
        List<Equation> known = new ArrayList<>(equations.size());
        for (Equation equation : equations) {
            known.add(known(equation));
        }
        List<Equation> held = consistency.held(lower, upper, known);
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

    /** What the equation says of the unknowns that he knows nothing of. */
    private Equation known(Equation equation) {
        EquationSum sum = new EquationSum();
        for (int i = 0; i < equation.size(); i++) {
            int unknown = equation.unknowns()[i];
            Long value = values.get(unknown);
            sum.add(value == null ? new Figure(unknown, 0) : Figure.known(value), equation.signs()[i]);
        }
        Equation rest = sum.within(equation.source(), equation.lower(), equation.upper());
        return rest.size() > 0 || rest.lower() <= 0 && rest.upper() >= 0
                ? rest
                : rest.within(
                        rest.lower() > 0 ? -Equation.FREE : rest.lower(),
                        rest.upper() < 0 ? Equation.FREE : rest.upper());
    }
}
