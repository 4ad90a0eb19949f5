package org.tipstats.protect.solve;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Disjoint sets of the numbers 0 to size - 1, at first one number each. The root of a set is its smallest number. */
public final class DisjointSets {

    private final int[] above;

    public DisjointSets(int size) {
        this.above = IntStream.range(0, size).toArray();
    }

    /** Puts some numbers and all other numbers of their sets into one set. */
    public void join(int... numbers) {
        for (int number : numbers) {
            int one = root(numbers[0]);
            int other = root(number);
            above[Math.max(one, other)] = Math.min(one, other);
        }
    }

    public int root(int number) {
        int root = number;
        while (above[root] != root) {
            above[root] = above[above[root]];
            root = above[root];
        }
        return root;
    }

    /** Returns all sets in the order of their roots, the numbers of each set ascending. */
    public List<int[]> all() {
        return IntStream.range(0, above.length)
                .boxed()
                .collect(Collectors.groupingBy(this::root, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }
}
