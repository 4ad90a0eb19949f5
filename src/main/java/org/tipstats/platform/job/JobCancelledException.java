package org.tipstats.platform.job;

/** Ends the work of a cancelled job. */
final class JobCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobCancelledException() {
        super("the job is to be cancelled", null, false, false);
    }
}
