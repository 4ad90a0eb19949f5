package org.tipstats.platform.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
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

/**
 * Finds out that a database is away before requests do, so that they need not wait (decision 126). It asks the database four
 * times a second, over a connection of its own. If the answer is late, all connections of the pool are cut: whoever waits for
 * an answer fails at once, and so does whoever wants a connection, until the database answers again.
 *
 * <p>A database that refuses the question leaves the open connections as they are, because it may still serve them.
 */
final class DatabaseWatch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);
    private static final long TICK = 250;

    /** Above the time that the pool leaves for a second attempt, so that there is none. */
    private static final Duration NO_PATIENCE = Duration.ofMillis(100);

    /** After these seconds of silence a question is asked again over a new connection: the server may have moved. */
    private static final int GIVEN_UP = 4;

    private final String name;
    private final String url;
    private final Properties properties = new Properties();
    private final AgroalConnectionPoolConfiguration pool;
    private final Duration patience;
    private final OpenConnections connections;
    private final long most;
    private final Driver driver = new org.postgresql.Driver();
    private final ScheduledExecutorService threads;
    private volatile Connection session;
    private boolean isAsked;
    private long unanswered;
    private State state = State.ANSWERS;

    private enum State {
        ANSWERS,
        REFUSES,
        SILENT
    }

    private DatabaseWatch(String name, AgroalDataSource source, Duration silence) {
        this.name = name;
        this.pool = source.getConfiguration().connectionPoolConfiguration();
        this.patience = pool.acquisitionTimeout();
        AgroalConnectionFactoryConfiguration factory = pool.connectionFactoryConfiguration();
        this.url = factory.jdbcUrl();
        this.connections = OpenConnections.to(url);
        this.most = Math.max(1, silence.toMillis() / TICK);
        properties.putAll(factory.jdbcProperties());
        Stream.concat(Stream.ofNullable(factory.principal()), factory.credentials().stream())
                .flatMap(login -> factory.securityProviders().stream().map(each -> each.getSecurityProperties(login)))
                .filter(Objects::nonNull)
                .forEach(properties::putAll);
        Stream.of("connectTimeout", "loginTimeout", "socketTimeout")
                .forEach(each -> properties.setProperty(each, Long.toString(silence.toSeconds() + GIVEN_UP)));
        this.threads = Executors.newScheduledThreadPool(2, work -> {
            Thread thread = new Thread(work, "watch-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Watches the database of a pool, whose connections {@link WatchedDriver} opens.
     *
     * @param silence the longest time without an answer
     */
    static DatabaseWatch over(String name, AgroalDataSource source, Duration silence) {
        DatabaseWatch watch = new DatabaseWatch(name, source, silence);
        watch.threads.scheduleWithFixedDelay(watch::ask, 0, TICK, TimeUnit.MILLISECONDS);
        watch.threads.scheduleWithFixedDelay(watch::count, TICK, TICK, TimeUnit.MILLISECONDS);
        return watch;
    }

    /** Asks the database, and waits for the answer. */
    private void ask() {
        boolean known = session != null;
        asked();
        try {
            if (!known) {
                session = driver.connect(url, properties);
            }
            try (Statement question = session.createStatement()) {
                question.execute("select 1");
            }
            answered();
        } catch (SQLException | RuntimeException e) {
            forget();
            if (known && !threads.isShutdown()) {
                // Perhaps only this connection has ended.
                ask();
            } else {
                refused(e);
            }
        }
    }

    private void forget() {
        Connection ended = session;
        session = null;
        try {
            if (ended != null) {
                ended.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debug("It had ended.", e);
        }
    }

    private synchronized void asked() {
        isAsked = true;
        unanswered = 0;
    }

    /** Counts moments without an answer. A pause of the whole process or machine is one such moment, however long it is. */
    private synchronized void count() {
        if (isAsked && ++unanswered >= most && state != State.SILENT) {
            LOG.errorf("The %s does not answer. Its connections are cut, and none is opened until it answers.", name);
            become(State.SILENT);
            connections.cut();
        }
    }

    private synchronized void refused(Exception reason) {
        isAsked = false;
        if (state == State.ANSWERS && !threads.isShutdown()) {
            LOG.errorf("The %s refuses connections: %s", name, reason.getMessage());
            become(State.REFUSES);
        }
    }

    private synchronized void answered() {
        isAsked = false;
        if (state != State.ANSWERS) {
            LOG.infof("The %s answers again.", name);
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
        forget();
    }
}
