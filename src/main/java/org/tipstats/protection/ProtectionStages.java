package org.tipstats.protection;

import org.tipstats.disclosure.ProtectionProgress;
import org.tipstats.job.JobWatch;

/** How far a job is that protects figures. */
public final class ProtectionStages {

    private static final int COMPILED = 10;
    private static final int PROTECTED = 95;

    private ProtectionStages() {}

    /** Tells a job of the parts that are safe: what comes before them is a tenth of the work. */
    public static ProtectionProgress of(JobWatch watch) {
        return (done, all) -> watch.at("protecting", COMPILED + (PROTECTED - COMPILED) * done / Math.max(1, all));
    }
}
