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
 * A figure that is there twice: an area reported it in the totals of a breakdown, and in the dataflow whose figures these
 * repeat; or another source reported it beside the area itself.
 *
 * @param same whether the two values are equal; null where either is not published
 * @param figures the two, as they are published
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

    /** By whom a figure was reported twice. */
    @Schema(name = "OverlapKind")
    public enum Kind {
        /** Both name the agency that they come from, and not the same one. */
        TWO_AGENCIES,
        /** One is the official figure, the other that of another source. */
        TWO_SOURCES,
        /** All others. */
        TWO_DATAFLOWS;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One of the two.
     *
     * @param key codes by dimension id
     * @param agency null where none is named; the code of the source for a figure of another source
     */
    public record OverlapFigure(
            String dataflow,
            Map<String, String> key,
            @JsonProperty("OBS_VALUE") BigDecimal value,
            @JsonProperty("OBS_STATUS") String status,

            @JsonProperty("SOURCE_AGENCY") @JsonInclude(JsonInclude.Include.NON_NULL)
            String agency) {}
}
