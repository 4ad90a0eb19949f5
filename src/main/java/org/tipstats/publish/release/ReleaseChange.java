package org.tipstats.publish.release;

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
            @JsonProperty("OBS_STATUS") String status) {}

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
    static final class VintageComparison {

        private final Dataflow dataflow;
        private final Statuses statuses;

        VintageComparison(Dataflow dataflow) {
            this.dataflow = dataflow;
            this.statuses = new Statuses(dataflow.structure());
        }

        List<ReleaseChange> changes(Cube before, Cube after) {
            List<ReleaseChange> changes = new ArrayList<>();
            int b = 0;
            int a = 0;
            while (b < before.size() || a < after.size()) {
                Observation old = b < before.size() ? before.at(b) : null;
                Observation now = a < after.size() ? after.at(a) : null;
                boolean takeOld = old != null && (now == null || old.key() <= now.key());
                boolean takeNow = now != null && (old == null || now.key() <= old.key());
                ReleaseChange change = change(after, takeOld ? old : null, takeNow ? now : null);
                if (change != null) {
                    changes.add(change);
                }
                b += takeOld ? 1 : 0;
                a += takeNow ? 1 : 0;
            }
            return changes;
        }

        private ReleaseChange change(Cube cube, Observation old, Observation now) {
            if (old != null && now != null && old.sameFigure(now)) {
                return null;
            }
            ReleaseChange.Kind kind;
            if (old == null) {
                kind = ReleaseChange.Kind.NEW;
            } else if (now == null) {
                kind = ReleaseChange.Kind.WITHDRAWN;
            } else if (old.value() != null && statuses.suppressed().equals(now.status())) {
                kind = ReleaseChange.Kind.SUPPRESSED;
            } else {
                kind = ReleaseChange.Kind.REVISED;
            }
            long key = old == null ? now.key() : old.key();
            return new ReleaseChange(kind, dataflow.id(), cube.space().codes(key), figure(old), figure(now));
        }

        private static ReleaseChange.Figure figure(Observation observation) {
            return observation == null ? null : new ReleaseChange.Figure(observation.value(), observation.status());
        }
    }
}
