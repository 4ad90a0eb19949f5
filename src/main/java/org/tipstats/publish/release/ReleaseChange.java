package org.tipstats.publish.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How one published observation differs between two releases.
 *
 * @param key codes by dimension id
 * @param old as published in the release before, or null
 * @param now as published in this release (the field {@code new}), or null
 */
public record ReleaseChange(
        Kind change,
        String dataflow,
        Map<String, String> key,
        Figure old,
        @JsonProperty("new") Figure now) {

    /** A published value with its status. */
    @Schema(name = "ReleaseChangeFigure")
    public record Figure(
            @JsonProperty("OBS_VALUE") BigDecimal value,
            @JsonProperty("OBS_STATUS") String status) {}

    /** What happened to an observation. */
    @Schema(name = "ReleaseChangeKind")
    public enum Kind {
        NEW,
        REVISED,
        /** It is no longer published at all. */
        WITHDRAWN,
        /** It had a value and is now suppressed. */
        SUPPRESSED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
