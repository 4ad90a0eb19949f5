package org.tipstats.start.boot;

import jakarta.inject.Singleton;
import java.time.Duration;

/** Moves the service's clock in tests. Each test must reset it. */
@Singleton
public class TestClock {

    private final DatabaseClock clock;

    TestClock(DatabaseClock clock) {
        this.clock = clock;
    }

    /** Sets the service's clock ahead of the database's time by a duration. */
    public void later(Duration by) {
        clock.shift(by);
    }

    public void reset() {
        clock.shift(Duration.ZERO);
    }
}
