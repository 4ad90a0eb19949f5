package org.tipstats.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Tests what a watch concludes from the answers of a database that a test plays. Its tests mostly wait, so others run
 * beside them.
 */
@Execution(ExecutionMode.CONCURRENT)
class DatabaseQuestionTest {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration SOON = Duration.ofSeconds(180);

    /** Half of it is enough for an answer of this process, even if one of its threads has to wait. */
    private static final Duration SILENCE = Duration.ofSeconds(24);

    private final FakeFlow open = new FakeFlow(any -> {});
    private final AtomicInteger opened = new AtomicInteger();
    private AgroalDataSource pool;
    private DatabaseWatch watch;

    @FunctionalInterface
    private interface Script {
        Connection open(int number) throws Exception;
    }

    @BeforeEach
    void start() throws Exception {
        String url = "jdbc:postgresql://fake.example/" + UUID.randomUUID();
        pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(connections -> connections
                        .maxSize(1)
                        .acquisitionTimeout(PATIENCE)
                        .connectionFactoryConfiguration(
                                factory -> factory.jdbcUrl(url).connectionProviderClass(WatchedDriver.class))));
        OpenConnections.to(url).open(() -> open.connection);
    }

    @AfterEach
    void stop() {
        if (watch != null) {
            watch.close();
        }
        pool.close();
    }

    private void watch(Duration silence, Script script) {
        watch(silence, FakeFlow.fake(Driver.class, Map.of("connect", () -> script.open(opened.getAndIncrement()))));
    }

    private void watch(Duration silence, Driver driver) {
        watch = DatabaseWatch.over("database", pool, silence, Logger.Level.ERROR, driver);
    }

    private Duration patience() {
        return pool.getConfiguration().connectionPoolConfiguration().acquisitionTimeout();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static Connection answering() {
        return new FakeFlow(any -> {}).connection;
    }

    private static FakeFlow answeringOnce() {
        AtomicInteger asked = new AtomicInteger();
        return new FakeFlow(flow -> {
            if (asked.getAndIncrement() > 0) {
                flow.hang();
            }
        });
    }

    private void assertNothingCut() {
        assertEquals(1, open.aborted.getCount());
    }

    @Test
    void aWatchWhoseConnectionIsLostAsksOverAnotherAndCutsNothing() throws Exception {
        FakeFlow lost = answeringOnce();
        AtomicInteger answers = new AtomicInteger();
        watch(
                SILENCE,
                number -> number == 0 ? lost.connection : new FakeFlow(any -> answers.incrementAndGet()).connection);
        await(() -> answers.get() > 3);
        assertTrue(lost.aborted.await(SOON.toSeconds(), TimeUnit.SECONDS));
        assertEquals(PATIENCE, patience());
        assertNothingCut();
    }

    @Test
    void aSilentConnectionAndASilentServerAreCut() throws Exception {
        FakeFlow known = answeringOnce();
        watch(
                Duration.ofSeconds(1),
                number -> number == 0 ? known.connection : new FakeFlow(FakeFlow::hang).connection);
        assertTrue(open.aborted.await(SOON.toSeconds(), TimeUnit.SECONDS));
        assertNotEquals(PATIENCE, patience());
        assertTrue(opened.get() > 1);
        assertTrue(known.aborted.await(SOON.toSeconds(), TimeUnit.SECONDS), "a question must end without its driver");
    }

    @Test
    void aServerThatRefusesTheSecondQuestionIsNotSilent() throws Exception {
        FakeFlow known = answeringOnce();
        watch(SILENCE, number -> {
            if (number == 0) {
                return known.connection;
            }
            throw new PSQLException(new ServerErrorMessage("SFATAL\0C53300\0Msorry, too many clients already\0"));
        });
        await(() -> !patience().equals(PATIENCE));
        await(() -> opened.get() > 3);
        assertNothingCut();
    }

    @Test
    void theFirstQuestionCutsNothing() throws Exception {
        watch(Duration.ofSeconds(1), number -> new FakeFlow(FakeFlow::hang).connection);
        TimeUnit.SECONDS.sleep(3);
        assertEquals(PATIENCE, patience());
        assertNothingCut();
    }

    @Test
    void aServerThatNeverAnswersIsSilentThoughTheDriverGivesUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String port = "localhost:" + silent.getLocalPort();
            watch(Duration.ofSeconds(1), new org.postgresql.Driver() {
                @Override
                public Connection connect(String url, Properties properties) throws SQLException {
                    return super.connect(url.replace("fake.example", port), properties);
                }
            });
            assertTrue(open.aborted.await(SOON.toSeconds(), TimeUnit.SECONDS));
        }
    }

    @Test
    void anErrorDoesNotEndTheWatch() throws Exception {
        watch(SILENCE, number -> switch (number) {
            case 0 -> throw new NoClassDefFoundError("once");
            case 1 ->
                new FakeFlow(any -> {
                            throw new SQLException("ended", "08006");
                        })
                        .connection;
            default -> answering();
        });
        await(() -> opened.get() > 2 && patience().equals(PATIENCE));
        assertNothingCut();
    }

    @Test
    void limitsStandAboveThoseOfTheAddress() {
        for (String options : new String[] {"", "?socketTimeout=0&loginTimeout=0&connectTimeout=0"}) {
            String url = DatabaseWatch.limited("jdbc:postgresql://db.example/tip" + options, Duration.ofSeconds(9));
            Properties used = org.postgresql.Driver.parseURL(url, new Properties());
            assertEquals("9", used.getProperty("socketTimeout"));
            assertEquals("9", used.getProperty("loginTimeout"));
            assertEquals("8", used.getProperty("connectTimeout"));
            assertEquals("9000", used.getProperty("sslResponseTimeout"));
            assertEquals("tip", used.getProperty("PGDBNAME"));
        }
    }
}
