package org.tipstats.start.boot;

import jakarta.inject.Singleton;
import java.util.OptionalInt;
import org.tipstats.site.frame.Preparation;

/** How far the loading of the demo is: on the console in steps, and for the pages. */
@Singleton
final class DemoProgress implements Preparation {

    /** What the parts take of the whole time, as it was measured: taking files in, compiling the release, auditing it. */
    static final int TAKEN = 45;

    static final int COMPILED = 80;

    private static final int STEP = 20;

    private volatile int percent = -1;

    void begin() {
        percent = 0;
    }

    /** Notes how much is done of a part that begins and ends at these percents of the whole. */
    void at(int from, int to, long done, long all) {
        int now = (int) (from + (to - from) * done / Math.max(1, all));
        if (now / STEP > percent / STEP) {
            System.out.printf("TIPstats loads the demo: %d %%%n", now);
        }
        percent = Math.max(percent, now);
    }

    void end() {
        percent = -1;
    }

    @Override
    public OptionalInt percent() {
        return percent < 0 ? OptionalInt.empty() : OptionalInt.of(percent);
    }
}
