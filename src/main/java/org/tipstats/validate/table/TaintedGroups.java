package org.tipstats.validate.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.tipstats.vocabulary.cube.KeySpace;

/** Finds the positions along one dimension where erroneous rows may lie whose key is known only in part. */
final class TaintedGroups {

    /** Patterns that leave the same dimensions open, rotated along the axis and sorted. */
    private record Patterns(int open, boolean openAlongAxis, long[] rotated) {}

    private final KeySpace space;
    private final Axis axis;
    private final List<Patterns> patterns = new ArrayList<>();

    TaintedGroups(KeySpace space, Axis axis, Map<Integer, long[]> taints) {
        this.space = space;
        this.axis = axis;
        taints.forEach((open, keys) -> {
            long[] rotated = Arrays.stream(keys).map(axis::rotate).sorted().toArray();
            patterns.add(new Patterns(open, (open >> axis.dimension() & 1) == 1, rotated));
        });
    }

    /**
     * Collects the positions at which an erroneous row may lie in the group with this base.
     *
     * @return whether it may lie at any position
     */
    boolean collect(long base, BitSet positions) {
        positions.clear();
        boolean anywhere = false;
        for (Patterns some : patterns) {
            long start = axis.rotate(KeyPatterns.project(space, base, some.open));
            int found = Arrays.binarySearch(some.rotated, start);
            for (int i = found < 0 ? -found - 1 : found; i < some.rotated.length; i++) {
                long offset = some.rotated[i] - start;
                if (offset >= axis.size()) {
                    break;
                }
                anywhere |= some.openAlongAxis;
                positions.set((int) offset);
            }
        }
        return anywhere;
    }
}
