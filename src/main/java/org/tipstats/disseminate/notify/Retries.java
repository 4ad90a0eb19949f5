package org.tipstats.disseminate.notify;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When a delivery that failed is tried again: after ten seconds, then after three times as long each time, up to six hours. */
final class Retries {

    /** How long deliveries to a receiver may fail before it is told of nothing any more. */
    static final Duration LONGEST_FAILURE = Duration.ofDays(3);
    /** How long a challenge is sent. */
    static final Duration LONGEST_VERIFICATION = Duration.ofDays(1);

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int FACTOR = 3;
    /** How far from the plan a wait may be, in percent: so that receivers of one machine don't all come back at once. */
    private static final int JITTER = 20;

    private Retries() {}

    /** How long to wait after so many attempts. */
    static Duration delay(int attempts, RandomGenerator random) {
        Duration plan = FIRST;
        for (int i = 1; i < attempts && plan.compareTo(LONGEST) < 0; i++) {
            plan = plan.multipliedBy(FACTOR);
        }
        return (plan.compareTo(LONGEST) < 0 ? plan : LONGEST)
                .multipliedBy(100 + random.nextInt(-JITTER, JITTER + 1))
                .dividedBy(100);
    }
}
