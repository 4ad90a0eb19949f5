package org.tipstats.publish.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * A difference between two releases in one published observation.
 *
 * @param key codes by dimension id
 * @param old the figure in the earlier release; null if that release does not contain it
 * @param now the figure in this release (JSON field {@code new}); null if this release does not contain it
 */
public record ReleaseChange(
        Kind change,
        String dataflow,
        Map<String, String> key,
        Figure old,
        @JsonProperty("new") Figure now) {

    @Schema(name = "ReleaseChangeFigure")
    public record Figure(
            @JsonProperty("OBS_VALUE") BigDecimal value,
            @JsonProperty("OBS_STATUS") String status,

            @JsonProperty("CONF_STATUS") @JsonInclude(JsonInclude.Include.NON_NULL)
            String confidentiality) {

        static Figure of(Observation observation) {
            return observation == null
                    ? null
                    : new Figure(observation.value(), observation.status(), observation.confidentiality());
        }
    }

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

    /** Compares two published vintages of a dataflow by value and status, in key order. */
    static List<ReleaseChange> between(Dataflow dataflow, Cube before, Cube after) {
        String suppressed = new Statuses(dataflow.structure()).suppressed();
        List<ReleaseChange> changes = new ArrayList<>();
        Cube.forEachPair(before, after, (old, now) -> {
            if (old == null || now == null || !old.sameFigure(now)) {
                long key = old == null ? now.key() : old.key();
                changes.add(new ReleaseChange(
                        kind(old, now, suppressed),
                        dataflow.id(),
                        after.space().codes(key),
                        Figure.of(old),
                        Figure.of(now)));
            }
        });
        return changes;
    }

    private static Kind kind(Observation old, Observation now, String suppressed) {
        if (old == null) {
            return Kind.NEW;
        }
        if (now == null) {
            return Kind.WITHDRAWN;
        }
        return old.value() != null && suppressed.equals(now.status()) ? Kind.SUPPRESSED : Kind.REVISED;
    }
}
