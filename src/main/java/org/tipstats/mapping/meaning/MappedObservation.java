package org.tipstats.mapping.meaning;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.mapping.grid.Cell;

/**
 * An observation that a table gives.
 *
 * @param dataflow the id of the dataflow
 * @param key the code, or year, of each dimension
 * @param value the count; null if the value is missing
 * @param attributes the attributes by id, with OBS_STATUS
 * @param sources the cells that the value comes from; several cells are added up
 */
public record MappedObservation(
        String dataflow, MappedKey key, BigDecimal value, Map<String, String> attributes, List<Cell> sources) {

    public MappedObservation {
        // Most figures have only a status, which needs no sorting.
        attributes =
                attributes.size() < 2 ? Map.copyOf(attributes) : Collections.unmodifiableMap(new TreeMap<>(attributes));
        sources = List.copyOf(sources);
    }

    /** Returns the addresses of the cells. */
    public List<String> cells() {
        return sources.stream().map(Cell::toString).toList();
    }
}
