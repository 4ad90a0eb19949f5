package org.tipstats.publish.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.cache.PublicState;
import org.tipstats.platform.cache.PublicState.Reading;
import org.tipstats.platform.database.OwnerRole;
import org.tipstats.publish.release.TestReleases;

/** The database lets changes of the public state wait, and readings know of changes that are under way. */
@QuarkusTest
class PublishedStateTest {

    private static final String ERRATUM =
            "insert into release_erratum (id, release_id, text, published_at, account, account_name)"
                    + " values (gen_random_uuid(), 'quiet', '{\"en\":\"Wrong.\"}', now(), gen_random_uuid(), 'other')";

    private static final String PUBLICATION =
            "update release set status = 'PUBLISHED', published_at = now(), published_by = gen_random_uuid(),"
                    + " publisher_name = 'other' where id = 'quiet-2' and status = 'DRAFT'";

    @Inject
    TestReleases releases;

    @Inject
    PublicState state;

    /** Reads again if another reading was under way at the same time. */
    private Reading quiet() {
        for (int i = 0; i < 1_000; i++) {
            Reading reading = state.read();
            if (reading.isQuiet()) {
                return reading;
            }
        }
        throw new AssertionError("somebody holds the lock");
    }

    @Test
    void aChangeThatIsUnderWayIsKnownAndWaitsAndADraftIsNoneOfThem() throws SQLException {
        releases.acceptOne();
        releases.publish("quiet");
        releases.draft("quiet-2", null);
        aDraftIsNoPublicState();
        for (String change : List.of(ERRATUM, PUBLICATION)) {
            try (Connection other = OwnerRole.connect();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                Reading before = quiet();
                long begin = System.nanoTime();
                assertEquals(1, statement.executeUpdate(change), change);
                long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
                assertTrue(waited > PublicState.QUIET.toMillis(), change + " waited " + waited);
                Reading meanwhile = state.read();
                assertFalse(meanwhile.isQuiet(), change);
                assertEquals(before.stamp(), meanwhile.stamp());
                other.commit();
                Reading after = quiet();
                assertNotEquals(before.stamp(), after.stamp());
            }
        }
    }

    private void aDraftIsNoPublicState() throws SQLException {
        try (Connection other = OwnerRole.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            String before = quiet().stamp();
            statement.execute("update release set title = title where id = 'quiet-2'");
            assertEquals(1, statement.getUpdateCount());
            quiet();
            other.commit();
            assertEquals(before, state.read().stamp());
        }
    }
}
