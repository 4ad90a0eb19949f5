package org.tipstats.platform.database;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Replicas for tests of other packages. */
public final class TestReplica {

    private TestReplica() {}

    public static ReadReplica of(Database primary, String url, String username, String password, Clock clock) {
        return new ReadReplica(
                primary, Optional.of(url), Optional.of(username), Optional.of(password), Duration.ofSeconds(30), clock);
    }

    public static void close(ReadReplica replica) {
        replica.close();
    }
}
