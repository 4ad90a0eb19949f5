package org.tipstats.publish.draft;

import org.tipstats.platform.job.JobService.JobProgressListener;
import org.tipstats.protect.disclose.ProtectionProgress;

/** Reports the progress of a job that protects figures. */
public final class ProtectionStages {

    private static final int COMPILED_PERCENT = 10;
    private static final int PROTECTED_PERCENT = 95;

    private ProtectionStages() {}

    /**
     * Returns a receiver that passes the progress on to a job. The work before the first part counts as a tenth. Each
     * round of the protection counts its parts again, and the number of rounds is unknown. So each round takes three
     * fifths of the remaining progress. The progress never goes backwards.
     */
    public static ProtectionProgress of(JobProgressListener watch) {
        return new Rounds(watch);
    }

    private static final class Rounds implements ProtectionProgress {

        private final JobProgressListener watch;
        private int begun = COMPILED_PERCENT;
        private int reached = COMPILED_PERCENT;
        private int last;

        Rounds(JobProgressListener watch) {
            this.watch = watch;
        }

        @Override
        public void parts(int done, int all) {
            if (done < last) {
                begun = reached;
            }
            last = done;
            int share = (PROTECTED_PERCENT - begun) * 3 / 5;
            reached = Math.max(reached, begun + share * done / Math.max(1, all));
            watch.report("protecting", reached);
        }
    }
}
