package org.tipstats.collect.receive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One observation that a submission would change.
 *
 * @param key codes by dimension id
 * @param old what holds now, or null where nothing does
 * @param now what would hold (the field {@code new}), or null where it would be withdrawn
 * @param relativeChange (new - old) / old with four decimals; null where it has no meaning
 */
@Schema(name = "ImpactChange")
public record Change(
        Map<String, String> key,
        Figure old,

        @JsonProperty("new") Figure now,

        BigDecimal relativeChange) {

    /** A value with its status, as both stand in data. */
    @Schema(name = "ImpactFigure")
    public record Figure(
            @JsonProperty("OBS_VALUE") BigDecimal value,

            @JsonProperty("OBS_STATUS") String status) {}
}
