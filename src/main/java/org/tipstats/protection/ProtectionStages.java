package org.tipstats.protection;

import java.util.concurrent.atomic.AtomicInteger;
import org.tipstats.disclosure.ProtectionProgress;
import org.tipstats.job.JobWatch;

/** How far a job is that protects figures. */
public final class ProtectionStages {

    private static final int COMPILED = 10;
    private static final int PROTECTED = 95;

    private ProtectionStages() {}

    /**
     * Tells a job of the parts that are safe: what comes before them is a tenth of the work. Each round of the protection
     * counts its parts anew; who waits sees no step back.
     */
    public static ProtectionProgress of(JobWatch watch) {
        AtomicInteger reached = new AtomicInteger();
        return (done, all) -> watch.at(
                "protecting",
                reached.accumulateAndGet(COMPILED + (PROTECTED - COMPILED) * done / Math.max(1, all), Math::max));
    }
}
