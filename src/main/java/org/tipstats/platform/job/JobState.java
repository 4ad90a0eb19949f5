package org.tipstats.platform.job;

/** The state of a job. */
enum JobState {
    RUNNING,
    /** It has an answer, which may be a problem. */
    DONE,
    CANCELLED,
    /** It ended without an answer, because of a fault or because its instance stopped. */
    FAILED
}
