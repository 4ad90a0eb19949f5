package org.tipstats.validate.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;
import org.tipstats.validate.table.KeyPatterns.TaintedGroups;
import org.tipstats.validate.table.RowGroups.Axis;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SampleStructures;

/** Compares the positions of rows with partly known keys with a search that tries every code. */
class TaintedGroupsTest {

    private final KeySpace space = new KeySpace(SampleStructures.support());
    private final List<Dimension> dimensions = space.structure().dimensions();

    @Test
    void rotatedKeysComeBack() {
        Seeds.check(100, random -> {
            long key = space.pack(positions(random));
            for (Dimension dimension : dimensions) {
                Axis axis = Axis.of(space, dimension.position());
                assertEquals(key, axis.restore(axis.rotate(key)));
                assertEquals(space.position(key, dimension.position()), axis.rotate(key) % axis.size());
                assertEquals(space.withPosition(key, dimension.position(), 0), axis.base(key));
            }
        });
    }

    @Test
    void aPatternReachesTheGroupsThatOneOfItsKeysIsIn() {
        Seeds.check(200, random -> {
            List<int[]> patterns = new ArrayList<>();
            KeyPatterns taints = new KeyPatterns(space);
            for (int i = 0; i < 6; i++) {
                int[] pattern = positions(random);
                for (int d = 0; d < pattern.length; d++) {
                    pattern[d] = random.nextInt(3) == 0 ? -1 : pattern[d];
                }
                patterns.add(pattern);
                taints.add(pattern);
            }
            for (int i = 0; i < 40; i++) {
                int[] group = positions(random);
                assertEquals(anyCovers(patterns, group, -1), taints.covers(space.pack(group)));
                compare(patterns, taints, group, random.nextInt(group.length));
            }
        });
    }

    private void compare(List<int[]> patterns, KeyPatterns taints, int[] group, int along) {
        Axis axis = Axis.of(space, along);
        BitSet found = new BitSet();
        boolean anywhere = new TaintedGroups(space, axis, taints.sorted()).collect(axis.base(space.pack(group)), found);
        List<int[]> reaching =
                patterns.stream().filter(p -> covers(p, group, along)).toList();
        assertEquals(reaching.stream().anyMatch(p -> p[along] < 0), anywhere);
        if (!anywhere) {
            BitSet expected = new BitSet();
            reaching.forEach(p -> expected.set(p[along]));
            assertEquals(expected, found);
        }
    }

    private static boolean anyCovers(List<int[]> patterns, int[] key, int except) {
        return patterns.stream().anyMatch(pattern -> covers(pattern, key, except));
    }

    private static boolean covers(int[] pattern, int[] key, int except) {
        boolean covers = true;
        for (int d = 0; d < key.length; d++) {
            covers &= d == except || pattern[d] < 0 || pattern[d] == key[d];
        }
        return covers;
    }

    /** Returns random positions among few codes of each dimension, so that patterns often overlap. */
    private int[] positions(Random random) {
        return dimensions.stream()
                .mapToInt(d -> random.nextInt(Math.min(3, d.size())))
                .toArray();
    }
}
