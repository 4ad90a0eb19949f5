package org.tipstats.collect.receive;

import java.util.Locale;
import java.util.function.Function;
import org.tipstats.platform.job.JobAnswer;
import org.tipstats.platform.job.JobWatch;
import org.tipstats.platform.job.JobWork;
import org.tipstats.validate.rule.Progress;

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
