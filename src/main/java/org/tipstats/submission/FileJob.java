package org.tipstats.submission;

import java.util.Locale;
import java.util.function.Function;
import org.tipstats.job.JobAnswer;
import org.tipstats.job.JobWatch;
import org.tipstats.job.JobWork;
import org.tipstats.validation.Progress;

/** A job on a received file. Deletes the file when it ends. */
record FileJob(ReceivedFile file, Function<Progress, JobAnswer> work) implements JobWork {

    @Override
    public JobAnswer run(JobWatch watch) {
        return work.apply((stage, percent) -> watch.at(stage.name().toLowerCase(Locale.ROOT), percent));
    }

    @Override
    public void close() {
        file.close();
    }
}
