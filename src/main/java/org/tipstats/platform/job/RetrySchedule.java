package org.tipstats.platform.job;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Schedules further attempts to reach a receiver on another machine after an attempt failed. The first retry comes
 * after ten seconds. Each later delay is three times as long, up to six hours.
 */
public final class RetrySchedule {

    private static final Duration FIRST_DELAY = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int FACTOR = 3;

    /**
     * Largest random deviation from the planned delay, in percent. Without it, retries to many receivers on one machine
     * would come at the same moment.
     */
    private static final int JITTER = 20;

    private RetrySchedule() {}

    /** Returns the delay before the next attempt. The delay grows with the number of attempts so far. */
    public static Duration delay(int attempts, RandomGenerator random) {
        Duration plan = FIRST_DELAY;
        for (int i = 1; i < attempts && plan.compareTo(LONGEST) < 0; i++) {
            plan = plan.multipliedBy(FACTOR);
        }
        return (plan.compareTo(LONGEST) < 0 ? plan : LONGEST)
                .multipliedBy(100 + random.nextInt(-JITTER, JITTER + 1))
                .dividedBy(100);
    }
}
