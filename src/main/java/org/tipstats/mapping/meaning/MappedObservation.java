package org.tipstats.mapping.meaning;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An observation that a table gives.
 *
 * @param dataflow the id of the dataflow
 * @param key the code, or year, of each dimension
 * @param value the count; null if the value is missing
 * @param attributes the attributes by id, with OBS_STATUS
 * @param cells the cells that the value comes from; several cells are added up
 */
public record MappedObservation(
        String dataflow,
        SortedMap<String, String> key,
        BigDecimal value,
        Map<String, String> attributes,
        List<String> cells) {

    public MappedObservation {
        key = Collections.unmodifiableSortedMap(new TreeMap<>(key));
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        cells = List.copyOf(cells);
    }
}
