package org.tipstats.platform.job;

/** Takes note of how far a job is. */
@FunctionalInterface
public interface JobWatch {

    /**
     * The work has come this far; cheap to call often. Throws what ends the work when the job is to be cancelled.
     *
     * @param stage what is being done, in a word such as {@code reading}
     * @param percent from 0 to 99
     */
    void at(String stage, int percent);
}
