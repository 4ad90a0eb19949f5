package org.tipstats.platform.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.postgresql.util.PSQLException;

/**
 * Detects that a database does not answer, so that requests do not wait for it (decision 126). Queries the database
 * four times a second, over a connection of its own. If neither this connection nor a new connection gets an answer in
 * time, cuts all connections of the pool. Until the database answers again, all requests that wait for its answer or
 * need a connection fail at once.
 *
 * <p>If the database answers with a refusal, the open connections stay, because the database may still serve these.
 */
final class DatabaseWatch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);
    private static final Duration TICK = Duration.ofMillis(250);

    /** How long the pool waits for a connection while the database is away: too short for a second attempt. */
    private static final Duration NO_PATIENCE = Duration.ofMillis(100);

    /**
     * A new connection may take this much longer than an answer. If it takes twice this much longer, the driver gives
     * up.
     */
    private static final Duration LONGER = Duration.ofSeconds(4);

    private static final long NEVER = Long.MAX_VALUE;

    private final String name;
    private final Logger.Level level;
    private final String url;
    private final Properties properties = new Properties();
    private final AgroalConnectionPoolConfiguration pool;
    private final Duration patience;
    private final OpenConnections connections;
    private final long most;
    private final long mostToOpen;
    private final Driver driver;
    private final ScheduledExecutorService threads;
    private volatile Connection session;
    /** The number of ticks after which the answer to the current query is late. */
    private long limit = NEVER;

    private long unanswered;
    private boolean isNew = true;
    private State state = State.ANSWERS;

    private enum State {
        ANSWERS,
        REFUSES,
        SILENT
    }

    private DatabaseWatch(String name, AgroalDataSource source, Duration silence, Logger.Level level, Driver driver) {
        this.name = name;
        this.level = level;
        this.driver = driver;
        this.pool = source.getConfiguration().connectionPoolConfiguration();
        this.patience = pool.acquisitionTimeout();
        AgroalConnectionFactoryConfiguration factory = pool.connectionFactoryConfiguration();
        this.connections = OpenConnections.to(factory.jdbcUrl());
        this.most = ticks(silence);
        this.mostToOpen = ticks(silence.plus(LONGER));
        this.url = limited(factory.jdbcUrl(), silence.plus(LONGER).plus(LONGER));
        properties.putAll(factory.jdbcProperties());
        Stream.concat(Stream.ofNullable(factory.principal()), factory.credentials().stream())
                .flatMap(login -> factory.securityProviders().stream().map(each -> each.getSecurityProperties(login)))
                .filter(Objects::nonNull)
                .forEach(properties::putAll);
        this.threads = Executors.newScheduledThreadPool(2, new DefaultThreadFactory("watch-" + name, true));
    }

    /** Returns how many ticks to wait so that at least this time passes, even if the first tick comes at once. */
    private static long ticks(Duration time) {
        return time.plus(TICK).minusMillis(1).dividedBy(TICK) + 1;
    }

    /**
     * Adds time limits to the URL of a database. The driver uses the last value of a repeated option, so these limits
     * win. One limit is for the answer about TLS, because the driver's default of 5 seconds may be too short.
     */
    static String limited(String url, Duration limit) {
        long seconds = limit.toSeconds();
        return "%s%sconnectTimeout=%d&loginTimeout=%d&socketTimeout=%d&sslResponseTimeout=%d"
                .formatted(url, url.contains("?") ? "&" : "?", seconds - 1, seconds, seconds, limit.toMillis());
    }

    /**
     * Watches the database of a pool, whose connections {@link WatchedDriver} opens.
     *
     * @param silence the longest time without an answer
     * @param level the level of log messages about a database that does not answer
     */
    static DatabaseWatch over(String name, AgroalDataSource source, Duration silence, Logger.Level level) {
        return over(name, source, silence, level, new org.postgresql.Driver());
    }

    /** Watches with a driver that opens the connections of the watch. */
    static DatabaseWatch over(
            String name, AgroalDataSource source, Duration silence, Logger.Level level, Driver driver) {
        DatabaseWatch watch = new DatabaseWatch(name, source, silence, level, driver);
        long tick = TICK.toMillis();
        watch.threads.scheduleWithFixedDelay(watch.lasting(watch::ask), 0, tick, TimeUnit.MILLISECONDS);
        watch.threads.scheduleWithFixedDelay(watch.lasting(watch::count), tick, tick, TimeUnit.MILLISECONDS);
        return watch;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    /** Makes work that catches every failure, because a failure would stop its repetition permanently. */
    private Runnable lasting(Work work) {
        return () -> {
            try {
                work.run();
            } catch (Throwable e) {
                survive(e);
            }
        };
    }

    private void survive(Throwable failure) {
        try {
            refused(failure);
        } catch (Throwable e) {
            // If no memory is free, even logging fails. The next repetition still runs.
        }
    }

    /** Queries the database, and waits for the answer. */
    private void ask() throws SQLException {
        Connection known = session;
        try {
            if (known == null || !answers(known)) {
                asked(isNew ? NEVER : mostToOpen);
                Connection next = driver.connect(url, properties);
                replace(null, next);
                question(next);
            }
            answered();
        } catch (SQLException | RuntimeException | Error e) {
            replace(session, null);
            throw e;
        } finally {
            asked(NEVER);
        }
    }

    /** Returns true if the database answers over the connection, or another with an answer has replaced it. */
    private boolean answers(Connection known) {
        asked(most);
        try {
            question(known);
            return true;
        } catch (SQLException e) {
            LOG.debug("The connection had already ended.", e);
            replace(known, null);
            return session != null;
        }
    }

    private static void question(Connection connection) throws SQLException {
        try (Statement question = connection.createStatement()) {
            question.execute("select 1");
        }
    }

    /** Queries over a new connection, because perhaps only the known connection is lost. */
    private void askAgain(Connection known) throws SQLException {
        Connection next = null;
        try {
            next = driver.connect(url, properties);
            question(next);
            replace(known, next);
            answered();
        } catch (SQLException e) {
            if (next != null) {
                OpenConnections.abort(next);
            }
            if (e instanceof PSQLException refusal && refusal.getServerErrorMessage() != null) {
                // The database itself refuses, so it is not silent.
                replace(known, null);
                throw e;
            }
            LOG.debug("No answer over a new connection either.", e);
        }
    }

    /** Replaces the old connection by the next one. If the old one is replaced already, ends the next one instead. */
    private synchronized void replace(Connection old, Connection next) {
        Connection ended = session == old ? old : next;
        if (session == old) {
            session = next;
        }
        if (ended != null) {
            OpenConnections.abort(ended);
        }
    }

    private synchronized void asked(long ticks) {
        limit = ticks;
        unanswered = 0;
    }

    /** Counts a tick, and cuts the connections if the answer is late. A pause of the machine is one tick only. */
    private synchronized void count() {
        unanswered++;
        Connection known = session;
        boolean isKnown = limit == most && known != null;
        if (isKnown && unanswered == most / 2) {
            OpenConnections.daemon("watch-again", lasting(() -> askAgain(known)));
        }
        if (unanswered >= limit && state != State.SILENT) {
            LOG.logf(level, "The %s does not answer. Its connections are cut until it answers.", name);
            become(State.SILENT);
            connections.cut();
        }
        if (isKnown && unanswered == mostToOpen) {
            // The server may have moved to another address.
            replace(known, null);
        }
    }

    private synchronized void refused(Throwable reason) {
        isNew = false;
        unanswered = 0;
        if (threads.isShutdown()) {
            return;
        }
        if (!(reason instanceof SQLException)) {
            LOG.errorf(reason, "The question to the %s failed.", name);
        }
        if (state == State.ANSWERS) {
            LOG.logf(level, "The %s refuses connections: %s", name, reason.getMessage());
            become(State.REFUSES);
        }
    }

    private synchronized void answered() {
        isNew = false;
        unanswered = 0;
        if (state != State.ANSWERS) {
            LOG.logf(level == Logger.Level.ERROR ? Logger.Level.INFO : level, "The %s answers again.", name);
            connections.admit();
            become(State.ANSWERS);
        }
    }

    private void become(State next) {
        state = next;
        pool.setAcquisitionTimeout(next == State.ANSWERS ? patience : NO_PATIENCE);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        replace(session, null);
    }
}
