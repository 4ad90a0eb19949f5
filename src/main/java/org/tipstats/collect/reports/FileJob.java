package org.tipstats.collect.reports;

import java.util.Locale;
import java.util.function.Function;
import org.tipstats.collect.upload.ReceivedFile;
import org.tipstats.platform.job.JobAnswer;
import org.tipstats.platform.job.JobProgressListener;
import org.tipstats.platform.job.JobWork;
import org.tipstats.validate.run.Progress;

/** A job on a received file. Deletes the file when it ends. */
public record FileJob(ReceivedFile file, Function<Progress, JobAnswer> work) implements JobWork {

    @Override
    public JobAnswer run(JobProgressListener watch) {
        return work.apply((stage, percent) -> watch.report(stage.name().toLowerCase(Locale.ROOT), percent));
    }

    @Override
    public void close() {
        file.close();
    }
}
