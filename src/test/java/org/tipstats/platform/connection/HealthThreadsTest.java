package org.tipstats.platform.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

/** Tests that the answer about all checks comes even if one of them fails. */
class HealthThreadsTest {

    @Test
    void aCheckThatFailsIsDown() {
        HealthThreads threads = new HealthThreads();
        try {
            HealthCheck broken = () -> {
                throw new IllegalStateException("for the test");
            };
            assertEquals(HealthCheckResponse.Status.DOWN, status(threads, broken));
            assertEquals(HealthCheckResponse.Status.UP, status(threads, () -> HealthCheckResponse.up("works")));
        } finally {
            threads.stop();
        }
    }

    private static HealthCheckResponse.Status status(HealthThreads threads, HealthCheck check) {
        return threads.callSync(check).await().atMost(Duration.ofMinutes(2)).getStatus();
    }
}
