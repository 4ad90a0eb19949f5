package org.tipstats.platform.job;

/** What a job does, on a thread of its own. */
@FunctionalInterface
public interface JobWork extends AutoCloseable {

    /** Does the work. It tells the watch how far it is, and lets its exceptions pass. */
    JobAnswer run(JobWatch watch);

    /** Gives back what the work holds on to; called when it has ended, and when it never began. */
    @Override
    default void close() {}
}
