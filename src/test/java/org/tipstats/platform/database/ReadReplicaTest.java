package org.tipstats.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.tipstats.platform.database.ReadReplica.ReplicaState;
import org.tipstats.start.postgres.DatabaseAddress;
import org.tipstats.start.postgres.PostgresServer;
import org.tipstats.start.postgres.PostgresSettings;
import org.tipstats.start.postgres.StandbyServer;
import org.tipstats.start.postgres.TestServers;

/** Reads from a real standby that follows, lags, dies and comes back. */
class ReadReplicaTest {

    private static final String FROM_COPY = " from the copy";
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static PostgresServer server;
    private static StandbyServer standby;
    private static Database primary;

    private final Ticks clock = new Ticks();

    /** A clock that stands still until a test moves it. */
    private static final class Ticks extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeAll
    static void start() throws Exception {
        PostgresSettings settings = TestServers.newFolder();
        server = StandbyServer.startPrimary(settings);
        primary = database(server.logins().owner());
        primary.update("create table thing (id text primary key, content text)");
        primary.update("insert into thing values ('old', 'old')");
        standby = StandbyServer.of(server, settings);
        standby.catchUp();
    }

    @AfterAll
    static void stop() {
        standby.close();
        server.close();
    }

    private static Database database(DatabaseAddress address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.url());
        source.setUser(address.username().orElseThrow());
        source.setPassword(address.password().orElseThrow());
        return new Database(source);
    }

    private ReadReplica replica() {
        DatabaseAddress copy = standby.address();
        return new ReadReplica(primary, Optional.of(copy.url()), copy.username(), copy.password(), SILENCE, clock);
    }

    /** Returns the content of a thing, and whether it came from the copy. */
    private static String read(ReadReplica replica, String id) {
        return replica.read(
                database -> database.number("select count(*) from thing where id = ?", id) > 0,
                database -> database.first(
                                "select content || case when pg_is_in_recovery() then '" + FROM_COPY
                                        + "' else '' end from thing where id = ?",
                                row -> row.getString(1),
                                id)
                        .orElse(null));
    }

    @Test
    void whatTheCopyLacksIsReadFromTheDatabase() throws Exception {
        ReadReplica replica = replica();
        assertEquals("old" + FROM_COPY, read(replica, "old"));
        standby.pauseReplay();
        try {
            primary.update("insert into thing values ('new', 'new')");
            assertEquals("new", read(replica, "new"), "an answer is never older than without a copy");
            assertEquals("old" + FROM_COPY, read(replica, "old"));
        } finally {
            standby.resumeReplay();
        }
        standby.catchUp();
        assertEquals("new" + FROM_COPY, read(replica, "new"));
        replica.close();
    }

    @Test
    void theStateSaysHowFarTheCopyFollows() throws Exception {
        ReadReplica replica = replica();
        replica.state();
        Instant first = clock.instant();
        standby.catchUp();
        clock.advance(Duration.ofMinutes(1));
        assertEquals(new ReplicaState(first, false), replica.state());
        // The server may have written something of its own before it was asked.
        standby.catchUp();
        standby.pauseReplay();
        try {
            primary.update("insert into thing values (gen_random_uuid()::text, 'late')");
            Instant second = clock.instant();
            clock.advance(Duration.ofMinutes(1));
            assertEquals(second, replica.state().upToDate());
            clock.advance(Duration.ofMinutes(10));
            assertEquals(second, replica.state().upToDate());
        } finally {
            standby.resumeReplay();
        }
        standby.catchUp();
        Instant third = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        assertEquals(new ReplicaState(third, false), replica.state());
        replica.close();
    }

    @Test
    void withoutTheCopyTheDatabaseAnswers() throws Exception {
        ReadReplica replica = replica();
        assertEquals("old" + FROM_COPY, read(replica, "old"));
        standby.close();
        assertEquals("old", read(replica, "old"));
        assertTrue(replica.state().isAway());
        standby.start();
        assertEquals("old", read(replica, "old"), "a copy that did not answer is left alone for a while");
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        do {
            // The copy answers as soon as the watch has found it.
            assertTrue(System.nanoTime() < end, "the copy must be read again");
            clock.advance(ReadReplica.PAUSE);
        } while (!read(replica, "old").equals("old" + FROM_COPY));
        assertFalse(replica.state().isAway());
        replica.close();
    }

    @Test
    void aCopyThatFailsToReadStaysAwayThoughItAnswersTheMeasure() throws Exception {
        ReadReplica replica = replica();
        replica.read(
                database -> true,
                database -> database.update("insert into thing values (gen_random_uuid()::text, '')"));
        assertTrue(replica.state().isAway());
        clock.advance(ReadReplica.PAUSE);
        assertTrue(replica.state().isAway());
        clock.advance(Duration.ofMinutes(1));
        assertFalse(replica.state().isAway(), "without readers, the measure decides after a while");
        replica.close();
    }

    @Test
    void aDatabaseInThePlaceOfTheCopyRefusesWrites() throws Exception {
        DatabaseAddress owner = server.logins().owner();
        ReadReplica replica =
                new ReadReplica(primary, Optional.of(owner.url()), owner.username(), owner.password(), SILENCE, clock);
        for (String setting :
                List.of("default_transaction_read_only on", "statement_timeout 15s", "tipstats.areas *")) {
            String[] parts = setting.split(" ");
            String found = replica.read(
                    database -> true,
                    database -> database.list("select current_setting(?)", row -> row.getString(1), parts[0])
                            .get(0));
            assertEquals(parts[1], found, parts[0]);
        }
        replica.close();
    }

    @Test
    void withoutASettingNothingIsAsked() {
        ReadReplica none =
                new ReadReplica(primary, Optional.empty(), Optional.empty(), Optional.empty(), SILENCE, clock);
        assertFalse(none.isConfigured());
        assertEquals("old", none.read(database -> false, database -> "old"));
    }
}
