package org.tipstats.publish.draft;

import org.tipstats.platform.job.JobWatch;
import org.tipstats.protect.disclose.ProtectionProgress;

/** How far a job is that protects figures. */
public final class ProtectionStages {

    private static final int COMPILED = 10;
    private static final int PROTECTED = 95;

    private ProtectionStages() {}

    /**
     * Tells a job of the parts that are safe: what comes before them is a tenth of the work. Each round of the protection
     * counts its parts anew, and nobody knows how many rounds there will be: each takes three fifths of what is left, so who
     * waits sees steps, and none back.
     */
    public static ProtectionProgress of(JobWatch watch) {
        return new Rounds(watch);
    }

    private static final class Rounds implements ProtectionProgress {

        private final JobWatch watch;
        private int begun = COMPILED;
        private int reached = COMPILED;
        private int last;

        Rounds(JobWatch watch) {
            this.watch = watch;
        }

        @Override
        public void parts(int done, int all) {
            if (done < last) {
                begun = reached;
            }
            last = done;
            int share = (PROTECTED - begun) * 3 / 5;
            reached = Math.max(reached, begun + share * done / Math.max(1, all));
            watch.at("protecting", reached);
        }
    }
}
