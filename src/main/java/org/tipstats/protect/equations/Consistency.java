package org.tipstats.protect.equations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds equations that contradict each other and loosens as few of them as possible. For this, a linear program may
 * violate any equation at a price, and the equations that its solution violates are loosened: they lose a bound or both
 * bounds. Equations that the publisher computes (groups, rates) have the highest price. Sums that providers may have
 * computed differently have a lower price. The assumption that a figure was not revised has the lowest price.
 *
 * @param onLoosened receives the source of each loosened equation
 */
public record Consistency(LinearSolver solver, Consumer<Source> onLoosened) {

    private static final double TOLERANCE = 1e-6;
    /**
     * Multiplies the price if the parts of an equation exceed their total, because the equation then loses both bounds.
     * If the parts are below their total, the equation loses only one bound.
     */
    private static final double BELOW_FACTOR = 1.5;

    /**
     * Loosens equations that contradict each other, except equations of the sources in {@code apart}. Returns all
     * equations that still have a bound.
     */
    public List<Equation> repair(long[] lower, long[] upper, List<Equation> equations, Set<Source> apart) {
        Map<Boolean, List<Equation>> isApart =
                equations.stream().collect(Collectors.partitioningBy(equation -> apart.contains(equation.source())));
        List<Equation> checked = loosenContradicting(lower, upper, isApart.get(false));
        return Stream.concat(isApart.get(true).stream(), checked.stream())
                .filter(Equation::isBounded)
                .toList();
    }

    /**
     * Loosens as few equations as possible in each component whose equations contradict each other. Returns all
     * equations in the given order.
     */
    public List<Equation> loosenContradicting(long[] lower, long[] upper, List<Equation> equations) {
        List<Equation> held = new ArrayList<>(equations);
        for (Component component : Component.of(lower, upper, equations)) {
            List<Equation> own = repair(component.system());
            for (int i = 0; i < own.size(); i++) {
                Equation equation = equations.get(component.equations()[i]);
                held.set(
                        component.equations()[i],
                        equation.within(own.get(i).lower(), own.get(i).upper()));
            }
        }
        return held;
    }

    private List<Equation> repair(LinearSystem system) {
        if (system.equations().size() == 1) {
            return List.of(loosenSingle(system, system.equations().get(0)));
        }
        return maximise(system, new int[0], new double[0]).isPresent()
                ? system.equations()
                : missed(system).map(misses -> loosened(system, misses)).orElse(system.equations());
    }

    /** Loosens an equation that is alone in its component, if the bounds of its unknowns contradict the equation. */
    private Equation loosenSingle(LinearSystem system, Equation equation) {
        return loosened(
                equation,
                Bounds.least(equation, system.lower(), system.upper()) > equation.upper(),
                Bounds.most(equation, system.lower(), system.upper()) < equation.lower());
    }

    /** @param above true if the sum exceeds its upper bound; the total then remains an upper limit of the parts */
    private Equation loosened(Equation equation, boolean above, boolean below) {
        if (!above && !below) {
            return equation;
        }
        onLoosened.accept(equation.source());
        return equation.within(below ? -Equation.FREE : equation.lower(), Equation.FREE);
    }

    private Optional<double[]> maximise(LinearSystem system, int[] unknowns, double[] weights) {
        try (LinearSolver.Program program = solver.open(system)) {
            return program.maximise(unknowns, weights).filter(system::holds);
        }
    }

    /**
     * Returns how far the sum of each equation exceeds its upper bound, then how far each sum is below its lower bound;
     * empty if the solver finds no valid solution.
     */
    private Optional<double[]> missed(LinearSystem system) {
        int size = system.size();
        int rows = system.equations().size();
        long[] lower = Arrays.copyOf(system.lower(), size + 2 * rows);
        long[] upper = Arrays.copyOf(system.upper(), size + 2 * rows);
        Arrays.fill(upper, size, upper.length, Equation.FREE);
        List<Equation> elastic = new ArrayList<>(rows);
        int[] prices = IntStream.range(size, size + 2 * rows).toArray();
        double[] weights = new double[2 * rows];
        for (int row = 0; row < rows; row++) {
            Equation equation = system.equations().get(row);
            elastic.add(equation.withTerms(new int[] {size + row, size + rows + row}, new int[] {-1, 1}));
            weights[row] = -price(equation.source());
            weights[rows + row] = weights[row] * BELOW_FACTOR;
        }
        LinearSystem whole = new LinearSystem(lower, upper, elastic, false);
        return maximise(whole, prices, weights).map(point -> Arrays.copyOfRange(point, size, point.length));
    }

    private static double price(Source source) {
        return switch (source) {
            case GROUP, RATE -> 20;
            case BREAKDOWN, CROSSING -> 1;
            case LINK -> 0.5;
            case RELEASE -> 0.1;
        };
    }

    private List<Equation> loosened(LinearSystem system, double[] misses) {
        List<Equation> rows = system.equations();
        return IntStream.range(0, rows.size())
                .mapToObj(
                        row -> loosened(rows.get(row), misses[row] > TOLERANCE, misses[rows.size() + row] > TOLERANCE))
                .toList();
    }
}
