package org.tipstats.platform.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.tipstats.platform.database.Database.DatabaseException;

/**
 * Reads data that never change from a replica of the database, if there is one (decision 115). If the replica does not
 * have the data yet, or does not answer, reads the database itself. So answers are as new as without a replica, and the
 * service also works while the replica is away.
 *
 * <p>The connections belong to no transaction of the caller. They refuse writes, even if the address leads to another
 * server.
 */
@ApplicationScoped
public class ReadReplica {

    private static final Logger LOG = Logger.getLogger(ReadReplica.class);

    /**
     * After a replica did not answer, the service does not query it for this time, so that requests do not wait for it.
     */
    static final Duration PAUSE = Duration.ofSeconds(10);

    /**
     * If a replica answers {@link #state} and no read failed for this time after {@link #PAUSE}, the replica counts as
     * available again.
     */
    private static final Duration CALM = PAUSE.multipliedBy(6);

    private static final int CONNECTIONS = 10;

    /**
     * SQL for the position up to which a server has all changes. On the database itself, this is the newest position.
     */
    private static final String POSITION =
            "(case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end)";

    private static final String FIRST_POSITION = "0/0";

    private final Database primary;
    private final Database copy;
    private final AgroalDataSource connections;
    private final DatabaseWatch watch;
    private final Clock clock;
    private volatile Instant pausedUntil = Instant.MIN;
    private volatile boolean isAway;
    private Position asked;
    private Instant upToDate;

    /** The position that the database itself had at an instant. */
    private record Position(Instant at, String lsn) {}

    @Inject
    ReadReplica(
            Database primary,
            @ConfigProperty(name = "tipstats.replica.url") Optional<String> url,
            @ConfigProperty(name = "tipstats.replica.username") Optional<String> username,
            @ConfigProperty(name = "tipstats.replica.password") Optional<String> password,
            @ConfigProperty(name = "tipstats.database.silence") Duration silence,
            Clock clock) {
        this(primary, url.map(address -> connect(address, username.orElse(""), password.orElse(""))), silence, clock);
    }

    private ReadReplica(Database primary, Optional<AgroalDataSource> source, Duration silence, Clock clock) {
        this.primary = primary;
        this.copy = source.map(Database::new).orElse(null);
        this.connections = source.orElse(null);
        // Logs only at debug level, because a read or measure that fails already logs a warning, once for each outage.
        this.watch = source.map(pool -> DatabaseWatch.over("replica", pool, silence, Logger.Level.DEBUG))
                .orElse(null);
        this.clock = clock;
        this.upToDate = clock.instant();
        this.asked = new Position(upToDate, FIRST_POSITION);
    }

    private static AgroalDataSource connect(String url, String username, String password) {
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier();
        configuration.connectionPoolConfiguration(pool -> pool.maxSize(CONNECTIONS)
                .acquisitionTimeout(Duration.ofSeconds(2))
                .idleValidationTimeout(Duration.ofSeconds(1))
                .validationTimeout(Duration.ofMinutes(1))
                .reapTimeout(Duration.ofMinutes(5))
                .exceptionSorter(new PostgreSQLExceptionSorter())
                .connectionValidator(ConnectionValidator.defaultValidatorWithTimeout(2))
                .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                        .connectionProviderClass(WatchedDriver.class)
                        .principal(new NamePrincipal(username))
                        .credential(new SimplePassword(password))
                        // Set by SQL: options in the address would replace the property "options" below.
                        .initialSql("set tipstats.areas = '*'; set default_transaction_read_only = on")
                        .jdbcProperty("options", "-c statement_timeout=15s")
                        .jdbcProperty("connectTimeout", "2")
                        .jdbcProperty("loginTimeout", "3")
                        .jdbcProperty("socketTimeout", "20")
                        .jdbcProperty("tcpKeepAlive", "true")));
        try {
            return AgroalDataSource.from(configuration);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /**
     * Reads data that never change once they are stored.
     *
     * @param has checks that a database has the data
     * @param work reads the data; it may run twice
     */
    public <T> T read(Predicate<Database> has, Function<Database, T> work) {
        if (copy != null && !clock.instant().isBefore(pausedUntil)) {
            try {
                if (has.test(copy)) {
                    T found = work.apply(copy);
                    answered();
                    return found;
                }
            } catch (DatabaseException e) {
                pause(e);
            }
        }
        return work.apply(primary);
    }

    private void answered() {
        if (isAway) {
            isAway = false;
            LOG.info("the replica answers again");
        }
    }

    private void pause(DatabaseException e) {
        pausedUntil = clock.instant().plus(PAUSE);
        if (!isAway) {
            isAway = true;
            LOG.warn("the replica does not answer, so the database itself is read: " + e.getMessage());
        }
    }

    public boolean isConfigured() {
        return copy != null;
    }

    /**
     * Measures the lag: whether the replica has reached the position that the database had at the previous measure. An
     * answer to this measure does not end an outage at once, because reads may still fail.
     */
    public synchronized ReplicaState state() {
        Instant now = clock.instant();
        if (!now.isBefore(pausedUntil)) {
            measure(now);
        }
        asked = new Position(now, lsn());
        return new ReplicaState(upToDate, isAway);
    }

    private void measure(Instant now) {
        try {
            if (reached(asked.lsn())) {
                upToDate = asked.at();
            }
            if (!now.isBefore(pausedUntil.plus(CALM))) {
                answered();
            }
        } catch (DatabaseException e) {
            pause(e);
        }
    }

    private String lsn() {
        return primary.list("select " + POSITION + "::text", row -> row.getString(1))
                .get(0);
    }

    private boolean reached(String lsn) {
        return copy.list("select " + POSITION + " >= cast(? as pg_lsn)", row -> row.getBoolean(1), lsn)
                .get(0);
    }

    /**
     * The lag of the replica.
     *
     * @param upToDate the replica has all changes up to this instant at least; the start of this instance if that is
     *     not known yet
     * @param isAway true if the replica did not answer
     */
    public record ReplicaState(Instant upToDate, boolean isAway) {}

    @PreDestroy
    void close() {
        if (connections != null) {
            watch.close();
            connections.close();
        }
    }
}
