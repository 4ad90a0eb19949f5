package org.tipstats.platform.problem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** A service for tests that provokes the failures of a database transaction. */
@Singleton
class FaultyService {

    private static final int LOCK = 77;

    private final EntityManager database;

    FaultyService(EntityManager database) {
        this.database = database;
    }

    private Object query(String sql) {
        return database.createNativeQuery(sql).getSingleResult();
    }

    @Transactional
    void loseConnection() {
        query("select pg_terminate_backend(pg_backend_pid())");
    }

    @Transactional
    void loseConnectionBeforeCommit() {
        Object own = query("select pg_backend_pid()");
        database.createNativeQuery("insert into audit_receipt (digest) values ('unsaved')")
                .executeUpdate();
        QuarkusTransaction.requiringNew().run(() -> query("select pg_terminate_backend(" + own + ", 2000)"));
    }

    @Transactional
    void repeatKey() {
        database.createNativeQuery("insert into audit_receipt (digest) values ('once'), ('once')")
                .executeUpdate();
    }

    @Transactional
    void waitForLock() {
        query("select count(*) from pg_advisory_xact_lock(" + LOCK + ")");
        QuarkusTransaction.requiringNew().run(() -> {
            query("select set_config('lock_timeout', '50ms', true)");
            query("select count(*) from pg_advisory_xact_lock(" + LOCK + ")");
        });
    }
}
