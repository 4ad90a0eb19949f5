package org.tipstats.platform.job;

/** How a job stands. */
enum JobState {
    RUNNING,
    /** There is an answer; it may be a problem. */
    DONE,
    CANCELLED,
    /** It ended without an answer, by a fault or because its instance stopped. */
    FAILED
}
