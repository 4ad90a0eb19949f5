package org.tipstats.collect.values;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One observation that a submission would change.
 *
 * @param key codes by dimension id
 * @param old the figure that holds now; null if there is none
 * @param now the figure that would hold (JSON field {@code new}); null if it would be withdrawn
 * @param relativeChange (new - old) / old with four decimals; null if either value is missing or the old one is 0
 */
@Schema(name = "ImpactChange")
public record Change(
        Map<String, String> key,
        Figure old,

        @JsonProperty("new") Figure now,

        BigDecimal relativeChange) {

    /** A value with its status, as the data give them. */
    @Schema(name = "ImpactFigure")
    public record Figure(
            @JsonProperty("OBS_VALUE") BigDecimal value,

            @JsonProperty("OBS_STATUS") String status) {}
}
