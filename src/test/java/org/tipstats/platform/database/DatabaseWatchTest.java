package org.tipstats.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.start.postgres.DatabaseAddress;
import org.tipstats.start.postgres.StoppableServer;
import org.tipstats.start.postgres.TestServers;

/** Takes a real server away from a pool. All limits are far above what an idle machine needs, and far below those of the pool. */
class DatabaseWatchTest {

    /** The pool would wait for so long. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Duration SOON = Duration.ofSeconds(120);
    private static final Duration AT_ONCE = Duration.ofSeconds(60);

    /** The connection of the watch, once it is open. One that ends while it opens would be one that the database refuses. */
    private static final String WATCHING =
            "pid <> pg_backend_pid() and usename = current_user and state = 'idle' and query = 'select 1'";

    private StoppableServer server;
    private AgroalDataSource pool;
    private DatabaseWatch watch;

    @BeforeEach
    void start() throws Exception {
        server = StoppableServer.start(TestServers.newFolder());
        DatabaseAddress address = server.address();
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier();
        configuration.connectionPoolConfiguration(connections -> connections
                .maxSize(3)
                .acquisitionTimeout(PATIENCE)
                .idleValidationTimeout(Duration.ofMillis(1))
                .exceptionSorter(new PostgreSQLExceptionSorter())
                .connectionValidator(ConnectionValidator.defaultValidatorWithTimeout((int) PATIENCE.toSeconds()))
                .connectionFactoryConfiguration(factory -> factory.jdbcUrl(address.url())
                        .connectionProviderClass(WatchedDriver.class)
                        .principal(new NamePrincipal(address.username().orElseThrow()))
                        .credential(new SimplePassword(address.password().orElseThrow()))));
        pool = AgroalDataSource.from(configuration);
    }

    private void watch(Duration silence) {
        watch = DatabaseWatch.over("database", pool, silence, Logger.Level.ERROR);
    }

    @AfterEach
    void stop() {
        watch.close();
        pool.close();
        server.close();
    }

    private String work(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            return TestServers.rows(statement, sql).get(0);
        }
    }

    private CompletableFuture<SQLException> refusal(String sql) {
        return CompletableFuture.supplyAsync(() -> assertThrows(SQLException.class, () -> work(sql)));
    }

    /** Waits until the pool works again. */
    private void backSoon() throws Exception {
        until(() -> {
            try {
                return work("select 1").equals("1");
            } catch (SQLException e) {
                return false;
            }
        });
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + SOON.toNanos();
        while (!condition.call()) {
            assertTrue(System.nanoTime() < end, "not within " + SOON);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static Duration during(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Test
    void whoWaitsForASilentDatabaseFailsAndNobodyWaitsAgainUntilItAnswers() throws Exception {
        watch(Duration.ofSeconds(1));
        awaitFirstAnswer();
        CompletableFuture<SQLException> waiting = awaitSleeper();
        server.freeze();
        try {
            assertEquals(
                    "08006", waiting.get(SOON.toSeconds(), TimeUnit.SECONDS).getSQLState());
            for (int i = 0; i < 3; i++) {
                Duration took = during(() -> assertThrows(SQLException.class, () -> work("select 1")));
                assertTrue(took.compareTo(AT_ONCE) < 0, took.toString());
            }
        } finally {
            server.thaw();
        }
        backSoon();
        assertEquals(
                PATIENCE, pool.getConfiguration().connectionPoolConfiguration().acquisitionTimeout());
    }

    /** A watch whose first question was never answered does not know yet that there is a database, and cuts nothing. */
    private void awaitFirstAnswer() throws Exception {
        String asked = "select count(*) from pg_stat_activity where state = 'idle' and query = 'select 1'";
        until(() -> TestServers.query(server.address(), asked).equals(List.of("1")));
    }

    /**
     * Lets somebody wait for the database. On a busy machine, an answer of the server may be late before it falls silent. The
     * server goes on with a request whose caller was cut off, so each has a number.
     */
    private CompletableFuture<SQLException> awaitSleeper() throws Exception {
        List<CompletableFuture<SQLException>> sent = new ArrayList<>();
        until(() -> {
            if (sent.isEmpty() || sent.get(sent.size() - 1).isDone()) {
                sent.add(refusal(sleep(sent.size())));
            }
            String sleeper = "select count(*) from pg_stat_activity where wait_event = 'PgSleep' and query = '"
                    + sleep(sent.size() - 1) + "'";
            return TestServers.query(server.address(), sleeper).equals(List.of("1"));
        });
        return sent.get(sent.size() - 1);
    }

    private static String sleep(int number) {
        return "select pg_sleep(600), " + number;
    }

    @Test
    void aStoppedDatabaseIsMissedAtOnceUntilItIsStarted() throws Exception {
        watch(SOON);
        assertEquals("1", work("select 1"));
        server.stop();
        awaitImpatience();
        Duration took = during(() -> assertThrows(SQLException.class, () -> work("select 1")));
        assertTrue(took.compareTo(AT_ONCE) < 0, took.toString());
        server.start();
        backSoon();
    }

    private void awaitImpatience() throws Exception {
        until(() -> !PATIENCE.equals(
                pool.getConfiguration().connectionPoolConfiguration().acquisitionTimeout()));
    }

    @Test
    void aDatabaseThatRefusesMoreConnectionsServesThoseThatAreOpen() throws Exception {
        watch(SOON);
        try (Connection open = pool.getConnection();
                Statement statement = open.createStatement()) {
            String watching = "select count(*) from pg_stat_activity where " + WATCHING;
            until(() -> TestServers.rows(statement, watching).equals(List.of("1")));
            statement.execute("alter database tipstats connection limit 0");
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where pid <> pg_backend_pid() and usename = current_user");
            awaitImpatience();
            assertEquals(List.of("1"), TestServers.rows(statement, "select 1"));
            assertThrows(SQLException.class, () -> work("select 1"));
            statement.execute("alter database tipstats connection limit -1");
            assertFalse(open.isClosed());
        }
        backSoon();
    }

    @Test
    void aWatchThatLosesOnlyItsOwnConnectionSaysNothing() throws Exception {
        watch(SOON);
        try (Connection open = pool.getConnection();
                Statement statement = open.createStatement()) {
            String ended = "select count(pg_terminate_backend(pid)) from pg_stat_activity where " + WATCHING;
            until(() -> TestServers.rows(statement, ended).equals(List.of("1")));
        }
        for (int i = 0; i < 20; i++) {
            assertEquals(
                    PATIENCE,
                    pool.getConfiguration().connectionPoolConfiguration().acquisitionTimeout());
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
