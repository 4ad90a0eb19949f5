package org.tipstats.platform.job;

/** Receives the progress of a job. */
@FunctionalInterface
public interface JobProgressListener {

    /**
     * Reports progress. It is cheap to call often. Throws an exception that ends the work if the job was cancelled.
     *
     * @param stage the current step, in one word, for example {@code reading}
     * @param percent from 0 to 99
     */
    void report(String stage, int percent);
}
