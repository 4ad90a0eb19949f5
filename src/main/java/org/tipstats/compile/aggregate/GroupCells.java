package org.tipstats.compile.aggregate;

import java.util.function.Consumer;

/**
 * The cells of all groups by key. The cells are in a hash table with open addressing, because boxed keys would take
 * most of the time.
 */
final class GroupCells {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private GroupCell[] table = new GroupCell[1 << 10];
    private int size;

    /** Returns the cell with the key. Creates it if needed. */
    GroupCell at(long key) {
        int slot = slot(table, key);
        if (table[slot] == null) {
            if (size * 2 >= table.length) {
                grow();
                slot = slot(table, key);
            }
            table[slot] = new GroupCell(key);
            size++;
        }
        return table[slot];
    }

    /** Passes every cell to the visitor, in no order. */
    void forEach(Consumer<GroupCell> visitor) {
        for (GroupCell cell : table) {
            if (cell != null) {
                visitor.accept(cell);
            }
        }
    }

    int size() {
        return size;
    }

    private void grow() {
        GroupCell[] larger = new GroupCell[table.length * 2];
        forEach(cell -> larger[slot(larger, cell.key())] = cell);
        table = larger;
    }

    private static int slot(GroupCell[] table, long key) {
        int mask = table.length - 1;
        int slot = (int) ((key * GOLDEN) >>> 32) & mask;
        while (table[slot] != null && table[slot].key() != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
