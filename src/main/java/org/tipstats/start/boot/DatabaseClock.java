package org.tipstats.start.boot;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * A clock that follows the time of the database, which all instances share. It reads the time of the database at the
 * start and every minute, and adds the time elapsed since the last reading. A wrong clock on this machine, or a change
 * of this clock, therefore has no effect after the first reading.
 *
 * <p>A reading may be wrong by half of its duration, so the clock reads several times and keeps the quickest reading.
 * The clocks of two instances still differ a little, so nobody can tell which of two nearly equal times from different
 * instances was first.
 */
@Singleton
final class DatabaseClock extends Clock {

    private static final Logger LOG = Logger.getLogger(DatabaseClock.class);
    private static final int BEFORE_OTHERS = 100;
    private static final int READINGS = 5;

    private final DataSource database;
    private volatile Reading last = new Reading(Instant.now(), System.nanoTime());
    private volatile UnaryOperator<Instant> move = UnaryOperator.identity();
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);

    DatabaseClock(DataSource database) {
        this.database = database;
    }

    /** A pair of the database's time and the value of {@link System#nanoTime} at the same moment. */
    private record Reading(Instant time, long nanos) {

        Instant now() {
            return time.plusNanos(System.nanoTime() - nanos);
        }
    }

    void start(@Observes @Priority(BEFORE_OTHERS) StartupEvent event) {
        follow();
    }

    /** Reads the database's time again. If the database does not answer, the clock continues from the last reading. */
    @Scheduled(every = "60s", delayed = "60s")
    void follow() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            last = quickest(statement);
        } catch (SQLException e) {
            LOG.warn("the database's time could not be read: " + e.getMessage());
        }
    }

    private static Reading quickest(Statement statement) throws SQLException {
        Reading quickest = null;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < READINGS; i++) {
            long before = System.nanoTime();
            Instant time = read(statement);
            long took = System.nanoTime() - before;
            if (took < least) {
                least = took;
                quickest = new Reading(time, before + took / 2);
            }
        }
        return quickest;
    }

    private static Instant read(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** Makes this clock differ from the time of the database, so that tests need not wait for later events. */
    void move(UnaryOperator<Instant> other) {
        move = other;
        latest.set(Instant.MIN);
    }

    /**
     * Returns the time with the precision of the database, microseconds. Never returns a time before an earlier result,
     * unless a test moved the clock.
     */
    @Override
    public Instant instant() {
        Instant now = move.apply(last.now()).truncatedTo(ChronoUnit.MICROS);
        return latest.accumulateAndGet(now, (before, next) -> next.isBefore(before) ? before : next);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource source = this::instant;
        return zone.equals(getZone()) ? this : source.withZone(zone);
    }
}
