package org.tipstats.protect.disclose;

import java.util.HashMap;
import java.util.Map;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * The thresholds that areas state for their own figures beside those of the schemas; only stricter ones count.
 *
 * @param stricter by the id of the dataflow and the code of the area: counts from 1 to below it are withheld
 */
public record Thresholds(Map<String, Map<String, Integer>> stricter) {

    /** No area states its own. */
    public static final Thresholds OF_THE_SCHEMAS = new Thresholds(Map.of());

    public Thresholds {
        Map<String, Map<String, Integer>> copy = new HashMap<>();
        stricter.forEach((dataflow, areas) -> copy.put(dataflow, Map.copyOf(areas)));
        stricter = Map.copyOf(copy);
    }

    /** The threshold for the figures of an area (or group): counts from 1 to below it are never published. */
    public int of(Dataflow dataflow, String area) {
        int own = stricter.getOrDefault(dataflow.id(), Map.of()).getOrDefault(area, 0);
        return dataflow.threshold() == 0 ? 0 : Math.max(dataflow.threshold(), own);
    }
}
