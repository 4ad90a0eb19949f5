package org.tipstats.collect.rounds;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * A round of collection, without its areas.
 *
 * @param title the title by language
 * @param dataflows the ids of the dataflows that it asks for
 * @param years the years that it asks for, the earliest first
 * @param closesAt the deadline; answers after it are late
 * @param guidance the guidance by language; empty if there is none
 * @param contact the person or office that answers questions
 * @param closedAt the time at which an administrator closed the round; null while it is not closed
 */
public record Round(
        String id,
        Map<String, String> title,
        List<String> dataflows,
        List<String> years,
        Instant opensAt,
        Instant closesAt,
        Map<String, String> guidance,
        String contact,
        Instant closedAt) {

    public RoundState state(Instant now) {
        if (closedAt != null) {
            return RoundState.CLOSED;
        }
        return opensAt.isAfter(now) ? RoundState.PLANNED : RoundState.OPEN;
    }

    /** Returns whether the round uses a file that arrived at this time: it does, unless the round was closed before. */
    boolean counts(Instant receivedAt) {
        return closedAt == null || !receivedAt.isAfter(closedAt);
    }

    /** Returns whether a deadline is the end of its day in UTC, so that its time need not be shown. */
    public static boolean isEndOfDay(Instant deadline) {
        return !LocalTime.ofInstant(deadline, ZoneOffset.UTC).isBefore(LocalTime.of(23, 59));
    }

    public enum RoundState {
        /** The round opens later. */
        PLANNED,
        /** The round takes answers, even after its deadline. */
        OPEN,
        /** An administrator closed the round, and its summary is public. */
        CLOSED
    }
}
