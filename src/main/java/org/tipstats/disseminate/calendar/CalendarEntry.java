package org.tipstats.disseminate.calendar;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A date in the calendar.
 *
 * @param title the title by language
 * @param release the id of the release; null for a round, and for an announced release if it is not known yet or the
 *     reader may not see it
 * @param version the number of changes
 */
public record CalendarEntry(
        String id,

        @Schema(implementation = String.class, format = "date")
        LocalDate date,

        Map<String, String> title,
        Kind kind,
        State state,
        @JsonInclude(JsonInclude.Include.NON_NULL) String release,
        @JsonIgnore int version,
        @JsonIgnore Instant changedAt) {

    public enum Kind {
        @JsonProperty("release")
        RELEASE,
        /** A round of collection. */
        @JsonProperty("round")
        ROUND
    }

    public enum State {
        /** A publisher announced the date. */
        ANNOUNCED,
        /** The release became public on the date. */
        PUBLISHED,
        /** The release became public on the date, and was withdrawn later. */
        WITHDRAWN
    }

    /** Makes the entry of a date that a publisher announced. */
    static CalendarEntry announced(
            UUID id, LocalDate date, Map<String, String> title, Kind kind, String release, int version, Instant at) {
        return new CalendarEntry(id.toString(), date, title, kind, State.ANNOUNCED, release, version, at);
    }

    /** Returns the entry as everyone sees it: an announced entry does not name its release. */
    CalendarEntry forEveryone() {
        return state == State.ANNOUNCED
                ? new CalendarEntry(id, date, title, kind, state, null, version, changedAt)
                : this;
    }
}
