package org.tipstats.protect.intruder;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Merges unknowns that an equation declares equal, for example the same figure in several tables or releases. Because
 * of the merge, an additional release with few changes takes little additional time.
 */
final class EqualUnknowns {

    private final long[] lower;
    private final long[] upper;
    private final int[] first;

    /**
     * Merges the unknowns. In each set of equal unknowns, the first unknown represents the set. Its bounds are
     * narrowed, in place, to the values that the bounds of all unknowns of the set allow.
     */
    EqualUnknowns(long[] lower, long[] upper, List<Equation> equations) {
        this.lower = lower;
        this.upper = upper;
        this.first = new int[lower.length];
        Arrays.setAll(first, i -> i);
        for (Equation equation : equations) {
            if (isSame(equation)) {
                int one = first(equation.unknowns()[0]);
                int other = first(equation.unknowns()[1]);
                first[Math.max(one, other)] = Math.min(one, other);
            }
        }
        for (int i = 0; i < first.length; i++) {
            int known = first(i);
            first[i] = known;
            lower[known] = Math.max(lower[known], lower[i]);
            upper[known] = Math.min(upper[known], upper[i]);
        }
    }

    private static boolean isSame(Equation equation) {
        return equation.size() == 2
                && equation.lower() == 0
                && equation.upper() == 0
                && Math.abs(equation.signs()[0]) == 1
                && equation.signs()[0] == -equation.signs()[1];
    }

    /** Returns the first of all unknowns that are equal to the given unknown. */
    int first(int unknown) {
        int current = unknown;
        while (first[current] != current) {
            first[current] = first[first[current]];
            current = first[current];
        }
        return current;
    }

    /**
     * Returns the equations after two replacements: a determined unknown is replaced by its value, and any other
     * unknown by the first unknown that is equal to it. Equal equations are returned once; equations without unknowns
     * are left out.
     */
    List<Equation> between(List<Equation> equations) {
        List<Equation> open = new ArrayList<>(equations.size());
        Set<List<Object>> known = new HashSet<>();
        for (Equation equation : equations) {
            Equation rest = equation.with(this::figure);
            IntBuffer unknowns = IntBuffer.wrap(rest.unknowns());
            if (rest.size() > 0
                    && known.add(List.of(unknowns, IntBuffer.wrap(rest.signs()), rest.lower(), rest.upper()))) {
                open.add(rest);
            }
        }
        return open;
    }

    private AuditedFigure figure(int unknown) {
        int first = first(unknown);
        return lower[first] == upper[first] ? AuditedFigure.known(lower[first]) : AuditedFigure.unknown(first);
    }
}
