package org.tipstats.start.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseClockTest {

    @Inject
    Clock clock;

    @Inject
    DatabaseClock databaseClock;

    @Inject
    TestClock testClock;

    @Inject
    EntityManager database;

    @AfterEach
    void reset() {
        testClock.reset();
    }

    private Instant databaseTime() {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Instant) database.createNativeQuery("select clock_timestamp()", Instant.class)
                        .getSingleResult());
    }

    private static Duration apart(Instant a, Instant b) {
        return Duration.between(a, b).abs();
    }

    @Test
    void theServicesClockIsTheDatabases() {
        assertEquals(databaseClock, clock);
        Instant before = clock.instant();
        Instant time = databaseTime();
        assertTrue(time.isAfter(before.minusSeconds(1))
                && time.isBefore(clock.instant().plusSeconds(1)));
        assertEquals(ZoneOffset.UTC, clock.getZone());
    }

    @Test
    void itCountsMicrosecondsAsTheDatabaseDoes() {
        for (int i = 0; i < 100; i++) {
            assertEquals(0, clock.instant().getNano() % 1_000);
        }
    }

    @Test
    void testsCanMoveIt() {
        Instant before = clock.instant();
        testClock.later(Duration.ofDays(400));
        assertFalse(clock.instant().isBefore(before.plus(Duration.ofDays(400))));
        databaseClock.follow();
        assertFalse(clock.instant().isBefore(before.plus(Duration.ofDays(400))));
    }

    @Test
    void testsCanStopIt() {
        Instant before = clock.instant();
        testClock.stopAt(before.plusSeconds(3600));
        databaseClock.follow();
        assertEquals(before.plusSeconds(3600), clock.instant());
        testClock.stopAt(before.minusSeconds(3600));
        assertEquals(before.minusSeconds(3600), clock.instant());
        testClock.reset();
        assertFalse(clock.instant().isBefore(before));
    }

    /** A slow reading can set the clock slightly ahead. The next reading must not move it back. */
    @Test
    void itNeverGoesBack() {
        Instant latest = clock.instant();
        for (int i = 0; i < 50; i++) {
            databaseClock.follow();
            Instant now = clock.instant();
            assertFalse(now.isBefore(latest));
            latest = now;
        }
    }

    @Test
    void anotherZoneReadsTheSameTime() {
        Clock vienna = clock.withZone(ZoneId.of("Europe/Vienna"));
        assertEquals(ZoneId.of("Europe/Vienna"), vienna.getZone());
        testClock.later(Duration.ofDays(1));
        Instant before = clock.instant();
        Instant time = vienna.instant();
        assertFalse(time.isBefore(before) || time.isAfter(clock.instant()));
    }

    @Test
    void itGoesOnWhileTheDatabaseIsAway() {
        DataSource away = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    throw new SQLException("the database is away", "08006");
                });
        DatabaseClock alone = new DatabaseClock(away);
        alone.follow();
        Instant first = alone.instant();
        assertTrue(apart(first, databaseTime()).toMillis() < 60_000);
        assertFalse(alone.instant().isBefore(first));
    }

    /** A late answer is wrong by half of its delay. Here it is wrong by a day, so that a busy machine makes no difference. */
    @Test
    void aLateAnswerDoesNotMoveIt() {
        AtomicInteger readings = new AtomicInteger();
        List<Instant> meanwhile = new ArrayList<>();
        AtomicReference<DatabaseClock> clock = new AtomicReference<>();
        clock.set(new DatabaseClock(answering(() -> {
            meanwhile.add(clock.get().instant());
            boolean isLate = readings.getAndIncrement() % 2 == 0;
            if (isLate) {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
            return OffsetDateTime.now().plusDays(isLate ? 1 : 0);
        })));
        clock.get().follow();
        meanwhile.add(clock.get().instant());
        assertTrue(meanwhile.size() > 2);
        meanwhile.forEach(time -> assertTrue(apart(Instant.now(), time).toHours() < 1));
    }

    /** Returns a database that answers each query with one time. */
    private static DataSource answering(Supplier<OffsetDateTime> time) {
        return proxy(
                DataSource.class,
                toSource -> proxy(
                        Connection.class,
                        toConnection -> proxy(Statement.class, query -> {
                            OffsetDateTime now = query.equals("executeQuery") ? time.get() : null;
                            return proxy(ResultSet.class, read -> read.equals("next") ? Boolean.TRUE : now);
                        })));
    }

    private static <T> T proxy(Class<T> type, Function<String, Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        method.getReturnType() == void.class ? null : answer.apply(method.getName())));
    }
}
