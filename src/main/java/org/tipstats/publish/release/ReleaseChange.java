package org.tipstats.publish.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A difference between two releases in one published observation.
 *
 * @param key codes by dimension id
 * @param old the figure in the earlier release, or null
 * @param now the figure in this release (JSON field {@code new}), or null
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

    /** The kind of change. */
    @Schema(name = "ReleaseChangeKind")
    public enum Kind {
        NEW,
        REVISED,
        /** The observation is no longer published. */
        WITHDRAWN,
        /** The observation had a value and is now suppressed. */
        SUPPRESSED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
