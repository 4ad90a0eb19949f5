package org.tipstats.validate.row;

import java.util.Map;
import org.tipstats.validate.table.Action;

/**
 * A row of a file that was validated without errors.
 *
 * @param line the physical line on which it starts
 * @param record its number among the data records, from 1
 * @param key the codes in dimension order joined by dots, as {@code KeySpace.format} writes them; in a row that
 *     withdraws, an empty dimension stands for every code
 * @param packed the key in the key space of the dataflow's structure; -1 if a dimension is empty
 * @param value the count, or null
 * @param status the status; null only in a row that withdraws
 * @param confidentiality a code of CONF_STATUS, or null
 * @param attributes the texts of the other attributes, by id
 */
public record ValidatedRow(
        int line,
        int record,
        Action action,
        String key,
        long packed,
        Long value,
        String status,
        String confidentiality,
        Map<String, String> attributes) {

    /** Returns whether the row withdraws all observations that its key covers. */
    public boolean isPattern() {
        return packed < 0;
    }
}
