package org.tipstats.protect.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * The decisions of areas about the protection of their own figures, in addition to the schemas.
 *
 * @param thresholds by the id of the dataflow and the code of the area: counts from 1 to below the threshold are
 *     withheld. If the threshold of the schema is higher, it applies instead
 * @param orders by the id of the dataflow and the code of the area: dimensions, the most valuable first. The search
 *     tries to keep figures broken down by an earlier dimension. Dimensions that are not named follow as in the schema
 */
public record AreaSettings(
        Map<String, Map<String, Integer>> thresholds, Map<String, Map<String, List<String>>> orders) {

    public static final AreaSettings NONE = new AreaSettings(Map.of(), Map.of());

    public AreaSettings {
        thresholds = copy(thresholds);
        orders = copy(orders);
    }

    private static <T> Map<String, Map<String, T>> copy(Map<String, Map<String, T>> byDataflow) {
        Map<String, Map<String, T>> copy = new HashMap<>();
        byDataflow.forEach((dataflow, areas) -> copy.put(dataflow, Map.copyOf(areas)));
        return Map.copyOf(copy);
    }

    /** Returns the threshold for the figures of an area or group, or 0 if the dataflow has no threshold. */
    public int threshold(Dataflow dataflow, String area) {
        int own = thresholds.getOrDefault(dataflow.id(), Map.of()).getOrDefault(area, 0);
        return dataflow.threshold() == 0 ? 0 : Math.max(dataflow.threshold(), own);
    }

    /** Returns the orders of dimensions that areas set for a dataflow, by the code of the area. */
    public Map<String, List<String>> orders(Dataflow dataflow) {
        return orders.getOrDefault(dataflow.id(), Map.of());
    }
}
