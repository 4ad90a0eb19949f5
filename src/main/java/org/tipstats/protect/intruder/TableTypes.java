package org.tipstats.protect.intruder;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which tables an area has, each as the set of dimensions that it breaks down (a bit a dimension). Tables that can be
 * put together one after another along common margins have a joint table whenever their margins agree; only where they
 * go round in a circle (A x B, B x C, A x C) do they say more about each other. The test is the reduction of Graham,
 * Yu and Ozsoyoglu for acyclic hypergraphs.
 */
final class TableTypes {

    private TableTypes() {}

    /** Whether the tables go round in a circle. */
    static boolean goRound(Set<Integer> types) {
        Set<Integer> left = new TreeSet<>(types);
        boolean changed = true;
        while (changed) {
            changed = dropContained(left) | dropLonely(left);
        }
        return left.size() > 1;
    }

    private static boolean dropContained(Set<Integer> types) {
        for (int type : types) {
            if (types.stream().anyMatch(other -> other != type && (type & ~other) == 0)) {
                types.remove(type);
                return true;
            }
        }
        return false;
    }

    /** Drops the dimensions that one table alone has. */
    private static boolean dropLonely(Set<Integer> types) {
        int once = 0;
        int often = 0;
        for (int type : types) {
            often |= once & type;
            once |= type;
        }
        int lonely = once & ~often;
        for (int type : types) {
            if ((type & lonely) != 0) {
                types.remove(type);
                types.add(type & ~lonely);
                return true;
            }
        }
        return false;
    }
}
