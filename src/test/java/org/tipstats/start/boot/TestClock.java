package org.tipstats.start.boot;

import jakarta.inject.Singleton;
import java.time.Duration;

/** Moves the service's clock in tests. Reset it after each. */
@Singleton
public class TestClock {

    private final DatabaseClock clock;

    TestClock(DatabaseClock clock) {
        this.clock = clock;
    }

    /** From now on the service takes it to be so much later than the database's time. */
    public void later(Duration by) {
        clock.shift(by);
    }

    public void reset() {
        clock.shift(Duration.ZERO);
    }
}
