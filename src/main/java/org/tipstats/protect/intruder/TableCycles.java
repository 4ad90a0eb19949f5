package org.tipstats.protect.intruder;

import java.util.Set;
import java.util.TreeSet;

/**
 * Finds out whether the tables of an area form a cycle. The type of a table is the set of dimensions that it breaks
 * down, with one bit for each dimension. Tables without a cycle (A x B, B x C) can be joined one after the other:
 * whenever their common margins agree, a joint table exists. So they reveal nothing about each other beyond the
 * margins. Tables that form a cycle (A x B, B x C, A x C) reveal more. The test is the reduction of Graham, Yu and
 * Ozsoyoglu for acyclic hypergraphs.
 */
final class TableCycles {

    private TableCycles() {}

    /** Returns true if the tables form a cycle. */
    static boolean isCyclic(Set<Integer> types) {
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

    /** Removes the dimensions that only one table has. */
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
