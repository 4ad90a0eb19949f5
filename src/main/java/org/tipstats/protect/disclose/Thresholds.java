package org.tipstats.protect.disclose;

import java.util.HashMap;
import java.util.Map;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * The thresholds that areas set for their own figures, in addition to the thresholds of the schemas. The higher
 * threshold takes effect.
 *
 * @param stricter the thresholds, by the id of the dataflow and the code of the area; counts from 1 to below the
 *     threshold are withheld
 */
public record Thresholds(Map<String, Map<String, Integer>> stricter) {

    /** The thresholds of the schemas only: no area sets its own threshold. */
    public static final Thresholds OF_THE_SCHEMAS = new Thresholds(Map.of());

    public Thresholds {
        Map<String, Map<String, Integer>> copy = new HashMap<>();
        stricter.forEach((dataflow, areas) -> copy.put(dataflow, Map.copyOf(areas)));
        stricter = Map.copyOf(copy);
    }

    /**
     * Returns the threshold for the figures of an area or group, or 0 if the dataflow has no threshold. Counts from 1
     * to below the threshold are never published.
     */
    public int of(Dataflow dataflow, String area) {
        int own = stricter.getOrDefault(dataflow.id(), Map.of()).getOrDefault(area, 0);
        return dataflow.threshold() == 0 ? 0 : Math.max(dataflow.threshold(), own);
    }
}
