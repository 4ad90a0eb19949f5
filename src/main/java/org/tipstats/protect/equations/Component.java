package org.tipstats.protect.equations;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tipstats.protect.solve.DisjointSets;

/**
 * A part of the complete system that can be examined alone, because no equation connects its unknowns to other
 * unknowns.
 *
 * @param unknowns the indexes of the part's unknowns in the complete system, ascending
 * @param equations the indexes of the part's equations in the original list, ascending
 * @param system the unknowns and equations of the part, with new indexes from 0
 */
public record Component(int[] unknowns, int[] equations, LinearSystem system) {

    /** Returns the components, in the order of their unknowns. Leaves out unknowns without an equation. */
    public static List<Component> of(long[] lower, long[] upper, List<Equation> equations) {
        DisjointSets sets = new DisjointSets(lower.length);
        equations.forEach(equation -> sets.join(equation.unknowns()));
        Map<Integer, List<Integer>> rows = IntStream.range(0, equations.size())
                .filter(e -> equations.get(e).size() > 0)
                .boxed()
                .collect(Collectors.groupingBy(e -> sets.root(equations.get(e).unknowns()[0])));
        return sets.all().stream()
                .filter(unknowns -> rows.containsKey(unknowns[0]))
                .map(unknowns -> component(lower, upper, equations, unknowns, rows.get(unknowns[0])))
                .toList();
    }

    private static Component component(
            long[] lower, long[] upper, List<Equation> equations, int[] unknowns, List<Integer> rows) {
        List<Equation> own = rows.stream()
                .map(equations::get)
                .map(equation ->
                        equation.with(unknown -> AuditedFigure.unknown(Arrays.binarySearch(unknowns, unknown))))
                .toList();
        LinearSystem system = new LinearSystem(
                Arrays.stream(unknowns).mapToLong(i -> lower[i]).toArray(),
                Arrays.stream(unknowns).mapToLong(i -> upper[i]).toArray(),
                own,
                false);
        return new Component(unknowns, rows.stream().mapToInt(Integer::intValue).toArray(), system);
    }
}
