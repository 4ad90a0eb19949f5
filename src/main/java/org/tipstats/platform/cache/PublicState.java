package org.tipstats.platform.cache;

import java.time.Duration;
import java.time.Instant;

/** The public state: everything public that cached answers show. */
public interface PublicState {

    /** After the start of a quiet reading, no change is committed for this time, see {@link Reading#isQuiet}. */
    Duration QUIET = Duration.ofMillis(20);

    /**
     * A reading of the state.
     *
     * @param stamp a text that differs after each change of the public data, whether a commit or the time caused the
     *     change
     * @param isQuiet true if no change is committed until {@link #QUIET} has passed since the start of the reading
     * @param changesAt the next time that changes the state without a commit; null if there is none
     */
    record Reading(String stamp, boolean isQuiet, Instant changesAt) {}

    /** Reads the state from the database. */
    Reading read();
}
