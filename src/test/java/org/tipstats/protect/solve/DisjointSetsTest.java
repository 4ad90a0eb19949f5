package org.tipstats.protect.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisjointSetsTest {

    private final DisjointSets sets = new DisjointSets(6);

    private List<List<Integer>> all() {
        return sets.all().stream()
                .map(set -> Arrays.stream(set).boxed().toList())
                .toList();
    }

    @Test
    void atFirstEachNumberIsAlone() {
        sets.join();
        sets.join(3);
        assertEquals(List.of(List.of(0), List.of(1), List.of(2), List.of(3), List.of(4), List.of(5)), all());
        assertEquals(3, sets.root(3));
    }

    @Test
    void theSmallestNumberOfAChainIsTheRoot() {
        sets.join(5, 4);
        sets.join(2, 5);
        sets.join(4, 2, 1);
        for (int number : List.of(1, 2, 4, 5)) {
            assertEquals(1, sets.root(number));
        }
        assertEquals(List.of(List.of(0), List.of(1, 2, 4, 5), List.of(3)), all());
    }
}
