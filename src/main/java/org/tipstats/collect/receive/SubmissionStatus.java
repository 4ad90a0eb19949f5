package org.tipstats.collect.receive;

/** Where a submission stands. */
public enum SubmissionStatus {
    /** Has errors; kept and listed, its values are not. */
    INVALID,
    /** Has warnings that are not yet justified. */
    NEEDS_JUSTIFICATION,
    /** Waits for a reviewer. */
    SUBMITTED,
    ACCEPTED,
    /** Sent back by a reviewer, with the reason. */
    RETURNED,
    /** Taken back by its submitter, or replaced by a newer file that has all its keys. */
    WITHDRAWN;

    boolean isPending() {
        return this == NEEDS_JUSTIFICATION || this == SUBMITTED;
    }
}
