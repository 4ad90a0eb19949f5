package org.tipstats.platform.job;

import java.time.Clock;
import java.util.UUID;
import org.tipstats.platform.job.JobService.JobProgressListener;

/** Stores the progress of a job at most twice a second, and ends the work if the job was cancelled. */
final class JobProgress implements JobProgressListener {

    private static final long MIN_MILLIS_BETWEEN_WRITES = 500;

    private final UUID id;
    private final JobRepository jobs;
    private final Clock clock;
    private long written;

    JobProgress(UUID id, JobRepository jobs, Clock clock) {
        this.id = id;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Marks the job as started.
     *
     * @throws JobCancelledException if the job was cancelled while it waited
     */
    void begin() {
        write("started", 0);
    }

    @Override
    public void report(String stage, int percent) {
        if (clock.millis() - written >= MIN_MILLIS_BETWEEN_WRITES) {
            write(stage, percent);
        }
    }

    private void write(String stage, int percent) {
        written = clock.millis();
        if (!jobs.progress(id, stage, percent, clock.instant())) {
            throw new JobCancelledException();
        }
    }

    static final class JobCancelledException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        JobCancelledException() {
            super("the job is to be cancelled", null, false, false);
        }
    }
}
