package org.tipstats.publish.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.tipstats.collect.values.ValueSource;

/**
 * The origin of a published figure.
 *
 * @param key codes by dimension id
 * @param method explains in words how the figure is made
 * @param contributions the published figures that an aggregate consists of; null for a national figure
 * @param source the file and line of a national figure; null for an aggregate
 * @param figures the published figures of other dataflows that a derived figure is computed from; otherwise null
 */
public record Provenance(
        String release,
        Map<String, String> key,
        String method,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<AreaFigure> contributions,
        @JsonInclude(JsonInclude.Include.NON_NULL) ValueSource source,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<SourceFigure> figures) {

    Provenance(
            String release,
            Map<String, String> key,
            String method,
            List<AreaFigure> contributions,
            ValueSource source) {
        this(release, key, method, contributions, source, null);
    }

    /**
     * A published figure of another dataflow of the same release.
     *
     * @param key codes by dimension id
     */
    public record SourceFigure(
            String dataflow,
            Map<String, String> key,
            @JsonProperty("OBS_VALUE") BigDecimal value,
            @JsonProperty("OBS_STATUS") String status) {}

    /** The published contribution of one area. */
    public record AreaFigure(
            @JsonProperty("REF_AREA") String area,
            @JsonProperty("OBS_VALUE") BigDecimal value,
            @JsonProperty("OBS_STATUS") String status,
            @JsonProperty("POPULATION") BigDecimal population) {}
}
