package org.tipstats.protect.equations;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tipstats.protect.solve.DisjointSets;

/**
 * Merges unknowns that an equation declares equal, for example the same figure in several tables or releases. Because
 * of the merge, an additional release with few changes takes little additional time.
 */
public final class EqualUnknowns {

    private final long[] lower;
    private final long[] upper;
    private final int[] first;

    /**
     * Merges the unknowns. In each set of equal unknowns, the first unknown represents the set. Its bounds are
     * narrowed, in place, to the values that the bounds of all unknowns of the set allow.
     */
    public EqualUnknowns(long[] lower, long[] upper, List<Equation> equations) {
        this.lower = lower;
        this.upper = upper;
        DisjointSets sets = new DisjointSets(lower.length);
        equations.stream().filter(EqualUnknowns::isSame).forEach(equation -> sets.join(equation.unknowns()));
        this.first = IntStream.range(0, lower.length).map(sets::root).toArray();
        for (int i = 0; i < first.length; i++) {
            lower[first[i]] = Math.max(lower[first[i]], lower[i]);
            upper[first[i]] = Math.min(upper[first[i]], upper[i]);
        }
    }

    private static boolean isSame(Equation equation) {
        return equation.size() == 2
                && equation.lower() == 0
                && equation.upper() == 0
                && equation.signs()[0] * equation.signs()[1] == -1;
    }

    public int first(int unknown) {
        return first[unknown];
    }

    /**
     * Returns the equations between the first unknowns of the sets, with determined unknowns replaced by their values.
     * Equal equations are returned once; equations without unknowns are left out.
     */
    public List<Equation> between(List<Equation> equations) {
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
