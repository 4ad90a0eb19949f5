package org.tipstats.start.boot;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Moves the service's clock in tests. Each test must reset it. */
@Singleton
public class TestClock {

    private final DatabaseClock clock;

    TestClock(DatabaseClock clock) {
        this.clock = clock;
    }

    /** Sets the service's clock ahead of the database's time by a duration. */
    public void later(Duration by) {
        clock.move(time -> time.plus(by));
    }

    /** Stops the service's clock at an instant, so that the time until a later event does not depend on the machine. */
    public void stopAt(Instant instant) {
        clock.move(time -> instant);
    }

    public void reset() {
        clock.move(UnaryOperator.identity());
    }
}
