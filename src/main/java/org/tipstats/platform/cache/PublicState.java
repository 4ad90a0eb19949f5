package org.tipstats.platform.cache;

import java.time.Duration;
import java.time.Instant;

/** The state of everything public that cached answers show. */
public interface PublicState {

    /** How long no change is committed after the beginning of a reading that says so. */
    Duration QUIET = Duration.ofMillis(20);

    /**
     * A reading of the state.
     *
     * @param stamp a text that differs from all earlier ones as soon as a committed change, or the time, makes something
     *     public, changes it, or takes it back
     * @param isQuiet true if no change is committed until {@link #QUIET} has passed since the beginning of the reading
     * @param changesAt the next time that changes the state without a commit; null if there is none
     */
    record Reading(String stamp, boolean isQuiet, Instant changesAt) {}

    /** Reads the state from the database. */
    Reading read();
}
