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
    /** Flags a row that has the same key as an earlier row. */
    static final int LATER = 128;
    /** Flags a value that the provider does not publish. */
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
}
