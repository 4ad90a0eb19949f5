package org.tipstats.compile.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;
import org.tipstats.compile.aggregate.GroupCells.GroupCell;

class GroupCellsTest {

    @Test
    void thousandsOfKeysStayApartWhenTheTableGrows() {
        GroupCells cells = new GroupCells();
        Map<Long, GroupCell> expected = new HashMap<>();
        for (long i = 0; i < 20_000; i++) {
            // Many keys have equal low 32 bits. The table must compare whole keys.
            long key = (i << 32) + i % 7;
            expected.put(key, cells.at(key));
        }

        expected.forEach((key, cell) -> assertSame(cell, cells.at(key)));
        assertEquals(20_000, cells.size());
    }

    @Test
    void everyKeyIsVisitedOnce() {
        Seeds.check(200, random -> {
            Set<Long> keys = new HashSet<>();
            random.longs(random.nextInt(3000)).forEach(keys::add);
            GroupCells cells = new GroupCells();
            keys.forEach(cells::at);
            Set<Long> visited = new HashSet<>();
            cells.forEach(cell -> assertEquals(true, visited.add(cell.key())));

            assertEquals(keys, visited);
        });
    }
}
