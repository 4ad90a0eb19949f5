package org.tipstats.platform.job;

/** The work of a job. It runs on a thread of its own. */
@FunctionalInterface
public interface JobWork extends AutoCloseable {

    /** Does the work. It reports its progress to the watch and must not catch the watch's exceptions. */
    JobAnswer run(JobProgressListener watch);

    /** Releases resources of the work. Called after it ended, or if it never began. */
    @Override
    default void close() {}
}
