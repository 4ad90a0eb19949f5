package org.tipstats.collect.submission;

/** The state of a submission. */
public enum SubmissionStatus {
    /** Has errors. The file is stored and listed, but its values are not stored. */
    INVALID,
    /** Has warnings without a justification. */
    NEEDS_JUSTIFICATION,
    /** Waits for a reviewer. */
    SUBMITTED,
    ACCEPTED,
    /** Returned by a reviewer, with a reason. */
    RETURNED,
    /** Withdrawn by its submitter, or replaced by a newer file that covers it. */
    WITHDRAWN;

    public boolean isPending() {
        return this == NEEDS_JUSTIFICATION || this == SUBMITTED;
    }
}
