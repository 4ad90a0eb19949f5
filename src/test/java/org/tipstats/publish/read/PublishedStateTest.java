package org.tipstats.publish.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.platform.access.AccountRole;
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
                    + " publisher_name = 'other' where id = 'quiet-draft' and status = 'DRAFT'";

    private static final int INSTANCES = 3;
    private static final int READINGS = 200;

    private static boolean isPrepared;

    @Inject
    TestReleases releases;

    @Inject
    PublicState state;

    @BeforeEach
    void prepare() {
        if (!isPrepared) {
            releases.acceptOne();
            releases.publish("quiet");
            releases.draft("quiet-draft", null);
            releases.draft("quiet-scheduled", Instant.now().plus(Duration.ofDays(1)));
            releases.as(AccountRole.PUBLISHER).post("/api/v1/releases/quiet-scheduled/publication");
            isPrepared = true;
        }
    }

    private Reading quiet() {
        Reading reading = state.read();
        assertTrue(reading.isQuiet());
        return reading;
    }

    private static Connection begin() throws SQLException {
        Connection other = OwnerRole.connect();
        other.setAutoCommit(false);
        return other;
    }

    /** Returns the milliseconds that a change of one row or of a table takes. */
    private static long change(Connection other, String sql) throws SQLException {
        try (Statement statement = other.createStatement()) {
            long begin = System.nanoTime();
            int changed = statement.executeUpdate(sql);
            assertEquals(sql.startsWith("truncate") ? 0 : 1, changed, sql);
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        }
    }

    private static void assertWaits(Connection other, String sql) throws SQLException {
        long waited = change(other, sql);
        assertTrue(waited > PublicState.QUIET.toMillis(), sql + " waited " + waited);
    }

    private static boolean isLocked() throws SQLException {
        return !isTrue("select pg_try_advisory_xact_lock(public_change_lock())", Connection.TRANSACTION_READ_COMMITTED);
    }

    private static boolean isTrue(String sql, int isolation) throws SQLException {
        try (Connection other = OwnerRole.connect()) {
            other.setTransactionIsolation(isolation);
            try (Statement statement = other.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ERRATUM,
                PUBLICATION,
                "insert into release_withdrawal (release_id, reason, requested_by, requester_name, requested_at)"
                        + " values ('quiet', 'A person.', gen_random_uuid(), 'other', now())",
                "insert into release select (jsonb_populate_record(r, '{\"id\":\"quiet-copy\"}')).*"
                        + " from release r where id = 'quiet'",
                "update release set status = 'PUBLISHED' where id = 'quiet-scheduled'",
                "update release set status = 'DRAFT' where id = 'quiet-scheduled'",
                "delete from release where id = 'quiet-scheduled'",
                "truncate release_erratum",
                "truncate release_withdrawal",
                "truncate release cascade"
            })
    void eachChangeWaitsAndNoReadingIsQuietUntilItEnds(String sql) throws SQLException {
        Reading before = quiet();
        try (Connection other = begin()) {
            assertWaits(other, sql);
            assertTrue(isLocked(), sql);
            // A reading of a table that is being emptied waits itself.
            if (!sql.startsWith("truncate")) {
                Reading meanwhile = state.read();
                assertFalse(meanwhile.isQuiet(), sql);
                assertEquals(before.stamp(), meanwhile.stamp());
            }
            other.rollback();
        }
        assertEquals(before.stamp(), quiet().stamp(), "after a rollback");
    }

    @Test
    void aCommittedChangeIsReadAndTheNextOneOfATransactionNeedsNoWait() throws SQLException {
        Reading before = quiet();
        try (Connection other = begin()) {
            assertWaits(other, ERRATUM);
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                least = Math.min(least, change(other, ERRATUM));
            }
            assertTrue(least < PublicState.QUIET.toMillis(), "waited " + least);
            other.commit();
        }
        assertNotEquals(before.stamp(), quiet().stamp());
    }

    @Test
    void aChangeThatIsTakenBackIsNoneAndTheNextOneWaits() throws SQLException {
        try (Connection other = begin()) {
            other.setSavepoint("before");
            assertWaits(other, ERRATUM);
            try (Statement statement = other.createStatement()) {
                statement.execute("rollback to savepoint before");
            }
            assertFalse(isLocked());
            quiet();
            assertWaits(other, ERRATUM);
            assertTrue(isLocked());
            other.rollback();
        }
    }

    @Test
    void aDraftIsNoPublicState() throws SQLException {
        String before = quiet().stamp();
        try (Connection other = begin()) {
            change(other, "update release set title = title where id = 'quiet-draft'");
            assertFalse(isLocked());
            quiet();
            other.commit();
        }
        assertEquals(before, quiet().stamp());
    }

    @Test
    void readingsOfManyInstancesDoNotKeepEachOtherFromTheLock() {
        List<CompletableFuture<Void>> instances = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < READINGS; i++) {
                        quiet();
                    }
                }))
                .limit(INSTANCES)
                .toList();
        instances.forEach(CompletableFuture::join);
    }

    /** At the other levels all statements of the function see what was committed before the lock. */
    @Test
    void onlyAtTheUsualIsolationIsAReadingQuiet() throws SQLException {
        String sql = "select quiet from public_state(now())";
        assertTrue(isTrue(sql, Connection.TRANSACTION_READ_COMMITTED));
        assertFalse(isTrue(sql, Connection.TRANSACTION_REPEATABLE_READ));
        assertFalse(isTrue(sql, Connection.TRANSACTION_SERIALIZABLE));
    }
}
