package org.tipstats.disseminate.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A figure that was reported twice. Either an area reported it in the totals of a breakdown and in the dataflow whose
 * figures these totals repeat, or another source reported it in addition to the area itself.
 *
 * @param same whether the two values are equal; null if either is not published
 * @param figures the two figures as they are published
 */
public record Overlap(
        Kind kind,
        @JsonProperty("REF_AREA") String area,
        @JsonProperty("TIME_PERIOD") String year,
        Boolean same,
        List<OverlapFigure> figures) {

    public Overlap {
        figures = List.copyOf(figures);
    }

    /** The kind of double report. */
    @Schema(name = "OverlapKind")
    public enum Kind {
        /** Both figures name the agency that they come from, and the agencies differ. */
        TWO_AGENCIES,
        /** One figure is official, the other comes from another source. */
        TWO_SOURCES,
        /** The figures come from two dataflows and do not name two different agencies. */
        TWO_DATAFLOWS;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One of the two figures.
     *
     * @param key codes by dimension id
     * @param agency the agency, or the code of the source for a figure of another source; null if none is named
     */
    public record OverlapFigure(
            String dataflow,
            Map<String, String> key,
            @JsonProperty("OBS_VALUE") BigDecimal value,
            @JsonProperty("OBS_STATUS") String status,

            @JsonProperty("SOURCE_AGENCY") @JsonInclude(JsonInclude.Include.NON_NULL)
            String agency) {}
}
