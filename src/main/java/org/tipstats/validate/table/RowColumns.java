package org.tipstats.validate.table;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Rows stored as growing arrays of primitives, one array for each column. A million rows take about 28 MB. */
final class RowColumns {

    static final int MASKED = 1;
    static final int MULTI_RESPONSE = 2;
    static final int FAULTY = 4;
    static final int REPLACE = 8;
    static final int DELETE = 16;
    static final int WITHHELD = 32;
    static final int GONE = 64;
    /** The flag of a row that has the same key as an earlier row. */
    static final int LATER = 128;
    /** The flag of a value that the provider does not publish. */
    static final int CONFIDENTIAL = 256;

    private long[] keys = new long[64];
    private long[] values = new long[64];
    private int[] lines = new int[64];
    private int[] records = new int[64];
    private short[] flags = new short[64];
    private short[] statuses = new short[64];
    private int size;

    void add(int line, int record, long key, long value, int status, int flag) {
        if (size == keys.length) {
            grow(size + (size >> 1));
        }
        keys[size] = key;
        values[size] = value;
        lines[size] = line;
        records[size] = record;
        flags[size] = (short) flag;
        statuses[size] = (short) status;
        size++;
    }

    private void grow(int capacity) {
        keys = Arrays.copyOf(keys, capacity);
        values = Arrays.copyOf(values, capacity);
        lines = Arrays.copyOf(lines, capacity);
        records = Arrays.copyOf(records, capacity);
        flags = Arrays.copyOf(flags, capacity);
        statuses = Arrays.copyOf(statuses, capacity);
    }

    int size() {
        return size;
    }

    long key(int row) {
        return keys[row];
    }

    /** Returns the value, or -1 if there is none. */
    long value(int row) {
        return values[row];
    }

    int line(int row) {
        return lines[row];
    }

    int record(int row) {
        return records[row];
    }

    /** Returns the position of the status in the list of statuses, or -1 if the row has no status. */
    int status(int row) {
        return statuses[row];
    }

    boolean is(int row, int flag) {
        return (flags[row] & flag) != 0;
    }

    void mark(int row, int flag) {
        flags[row] |= (short) flag;
    }

    /** Turns accepted or published observations into rows. */
    static final class BaselineRows {

        private final KeySpace space;
        private final Statuses statuses;
        private final Dimension unit;
        private final Optional<Attribute> multiResponse;

        BaselineRows(KeySpace space, Statuses statuses) {
            this.space = space;
            this.statuses = statuses;
            this.unit = space.structure().unit();
            this.multiResponse = space.structure().attribute(Role.MULTI_RESPONSE);
        }

        /** Adds all observations that are counts. Rates are left out, because files do not contain them. */
        void addAll(Iterable<Observation> observations, RowColumns rows, ToIntFunction<String> statusPosition) {
            for (Observation observation : observations) {
                Code code = unit.codes().at(space.position(observation.key(), unit.position()));
                if (!code.means("RATE")) {
                    long value = observation.value() == null
                            ? -1
                            : observation.value().longValueExact();
                    int status = statusPosition.applyAsInt(observation.status());
                    rows.add(0, 0, observation.key(), value, status, flags(observation));
                }
            }
        }

        private int flags(Observation observation) {
            return (statuses.isMasked(observation) ? RowColumns.MASKED : 0)
                    | (statuses.isWithheld(observation) ? RowColumns.WITHHELD : 0)
                    | (statuses.isConfidential(observation.confidentiality()) ? RowColumns.CONFIDENTIAL : 0)
                    | (isMultiResponse(observation) ? RowColumns.MULTI_RESPONSE : 0);
        }

        private boolean isMultiResponse(Observation observation) {
            return multiResponse
                    .map(attribute -> observation.attributes().get(attribute.id()))
                    .flatMap(code -> multiResponse.get().codes().find(code))
                    .filter(code -> code.means("YES"))
                    .isPresent();
        }
    }

    /**
     * A hash table with open addressing that finds rows by key. Rows that share a key form a chain; all rows of a chain
     * except the first have the flag {@link RowColumns#LATER}.
     */
    static final class RowIndex {

        private static final int EMPTY = -1;

        private final RowColumns rows;
        private final int[] slots;
        private final int shift;
        private int[] next;

        RowIndex(RowColumns rows) {
            this.rows = rows;
            int bits = 64 - Long.numberOfLeadingZeros(Math.max(8, 2L * rows.size() - 1));
            this.slots = new int[1 << bits];
            this.shift = 64 - bits;
            Arrays.fill(slots, EMPTY);
            for (int row = rows.size() - 1; row >= 0; row--) {
                insert(row);
            }
        }

        private void insert(int row) {
            int slot = slot(rows.key(row));
            if (slots[slot] != EMPTY) {
                if (next == null) {
                    next = new int[rows.size()];
                    Arrays.fill(next, EMPTY);
                }
                next[row] = slots[slot];
                rows.mark(slots[slot], RowColumns.LATER);
            }
            slots[slot] = row;
        }

        private int slot(long key) {
            int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
            while (slots[slot] != EMPTY && rows.key(slots[slot]) != key) {
                slot = (slot + 1) & (slots.length - 1);
            }
            return slot;
        }

        /** Returns the first row with the key, or -1. */
        int first(long key) {
            return slots[slot(key)];
        }

        /** Returns the next row with the same key, or -1. */
        int next(int row) {
            return next == null ? EMPTY : next[row];
        }
    }
}
