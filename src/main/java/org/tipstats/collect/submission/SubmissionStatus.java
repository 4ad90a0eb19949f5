package org.tipstats.collect.submission;

/** The state of a submission. */
public enum SubmissionStatus {
    /** The file has errors. It is stored and listed, but its values are not stored. */
    INVALID,
    /** The submission has warnings without a justification. */
    NEEDS_JUSTIFICATION,
    /** The submission waits for a reviewer. */
    SUBMITTED,
    ACCEPTED,
    /** A reviewer returned the submission, with a reason. */
    RETURNED,
    /**
     * The submitter withdrew the submission, or a newer file of the same account that covers all its figures replaced
     * it.
     */
    WITHDRAWN;

    public boolean isPending() {
        return this == NEEDS_JUSTIFICATION || this == SUBMITTED;
    }
}
