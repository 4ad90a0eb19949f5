package org.tipstats.disseminate.notify;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Schedules the retries of a failed delivery: the first after ten seconds, each later one after three times as long, up
 * to six hours.
 */
final class RetrySchedule {

    /** Longest time for which deliveries to a receiver may fail before its subscription is suspended. */
    static final Duration MAX_FAILING_TIME = Duration.ofDays(3);
    /** Longest time for which a challenge is sent. */
    static final Duration MAX_VERIFICATION_TIME = Duration.ofDays(1);

    private static final Duration FIRST_DELAY = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int FACTOR = 3;
    /**
     * Largest random deviation from the planned delay, in percent. It keeps retries to many receivers on one machine
     * from coming at the same time.
     */
    private static final int JITTER = 20;

    private RetrySchedule() {}

    /** Returns the delay after a number of attempts. */
    static Duration delay(int attempts, RandomGenerator random) {
        Duration plan = FIRST_DELAY;
        for (int i = 1; i < attempts && plan.compareTo(LONGEST) < 0; i++) {
            plan = plan.multipliedBy(FACTOR);
        }
        return (plan.compareTo(LONGEST) < 0 ? plan : LONGEST)
                .multipliedBy(100 + random.nextInt(-JITTER, JITTER + 1))
                .dividedBy(100);
    }
}
