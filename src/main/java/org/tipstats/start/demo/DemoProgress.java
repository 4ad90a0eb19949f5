package org.tipstats.start.demo;

import jakarta.inject.Singleton;
import java.util.OptionalInt;
import org.tipstats.site.frame.Frames.Preparation;

/** The progress of loading the demo, for the console (in steps) and for the pages. */
@Singleton
public final class DemoProgress implements Preparation {

    /** The progress in percent when all files are received. The number comes from measured times. */
    static final int RECEIVED = 45;

    /** The progress in percent when the release is compiled. Only the audit of the release follows. */
    static final int COMPILED = 80;

    private static final int STEP = 20;

    private volatile int percent = -1;

    public void begin() {
        percent = 0;
    }

    /**
     * Records progress within one part of the work.
     *
     * @param from the total progress in percent at which the part begins
     * @param to the total progress in percent at which the part ends
     */
    void at(int from, int to, long done, long all) {
        int now = (int) (from + (to - from) * done / Math.max(1, all));
        if (now / STEP > percent / STEP) {
            System.out.printf("TIPstats loads the demo: %d %%%n", now);
        }
        percent = Math.max(percent, now);
    }

    public void end() {
        percent = -1;
    }

    @Override
    public OptionalInt percent() {
        return percent < 0 ? OptionalInt.empty() : OptionalInt.of(percent);
    }
}
