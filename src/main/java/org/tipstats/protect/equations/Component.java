package org.tipstats.protect.equations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of the complete system that can be examined alone, because no equation connects its unknowns to other
 * unknowns.
 *
 * @param unknowns the indexes of the part's unknowns in the complete system, ascending
 * @param equations the indexes of the part's equations in the original list, ascending
 * @param system the unknowns and equations of the part, with new indexes from 0
 */
public record Component(int[] unknowns, int[] equations, LinearSystem system) {

    /** Returns the components, in the order of their unknowns. Unknowns without an equation are in none. */
    public static List<Component> of(long[] lower, long[] upper, List<Equation> equations) {
        int[] root = roots(lower.length, equations);
        Map<Integer, List<Integer>> rows = new TreeMap<>();
        for (int e = 0; e < equations.size(); e++) {
            if (equations.get(e).size() > 0) {
                int component = root[equations.get(e).unknowns()[0]];
                rows.computeIfAbsent(component, none -> new ArrayList<>()).add(e);
            }
        }
        Map<Integer, List<Integer>> members = new TreeMap<>();
        int[] place = new int[lower.length];
        for (int i = 0; i < lower.length; i++) {
            if (rows.containsKey(root[i])) {
                List<Integer> own = members.computeIfAbsent(root[i], none -> new ArrayList<>());
                place[i] = own.size();
                own.add(i);
            }
        }
        List<Component> components = new ArrayList<>(members.size());
        members.forEach((component, unknowns) -> components.add(
                component(lower, upper, equations, place, numbers(unknowns), numbers(rows.get(component)))));
        return components;
    }

    private static Component component(
            long[] lower, long[] upper, List<Equation> equations, int[] place, int[] unknowns, int[] rows) {
        long[] least = Arrays.stream(unknowns).mapToLong(i -> lower[i]).toArray();
        long[] most = Arrays.stream(unknowns).mapToLong(i -> upper[i]).toArray();
        List<Equation> own = Arrays.stream(rows)
                .mapToObj(row -> equations.get(row).with(unknown -> AuditedFigure.unknown(place[unknown])))
                .toList();
        return new Component(unknowns, rows, new LinearSystem(least, most, own, false));
    }

    private static int[] numbers(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Returns, for each unknown, the smallest unknown of its component. */
    private static int[] roots(int size, List<Equation> equations) {
        int[] above = new int[size];
        Arrays.setAll(above, i -> i);
        for (Equation equation : equations) {
            for (int unknown : equation.unknowns()) {
                join(above, equation.unknowns()[0], unknown);
            }
        }
        Arrays.setAll(above, i -> root(above, i));
        return above;
    }

    /** Puts two unknowns into one set. The smallest unknown of a set is its root. */
    static void join(int[] above, int one, int other) {
        int first = root(above, one);
        int second = root(above, other);
        above[Math.max(first, second)] = Math.min(first, second);
    }

    static int root(int[] above, int unknown) {
        int current = unknown;
        while (above[current] != current) {
            above[current] = above[above[current]];
            current = above[current];
        }
        return current;
    }
}
