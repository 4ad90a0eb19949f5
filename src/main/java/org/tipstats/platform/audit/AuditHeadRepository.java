package org.tipstats.platform.audit;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.tipstats.platform.audit.AuditHeadService.StatedHead;
import org.tipstats.platform.database.Database;

/** Keeps the daily statements about the head of the log. */
@Singleton
class AuditHeadRepository {

    private final Database database;
    private final EntityManager entities;

    AuditHeadRepository(Database database, EntityManager entities) {
        this.database = database;
        this.entities = entities;
    }

    Optional<StatedHead> newest() {
        return database.first(
                "select seq, hash, at, envelope, public_key from audit_statement order by day desc limit 1",
                row -> new StatedHead(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4),
                        row.getString(5)));
    }

    boolean exists(LocalDate day) {
        return database.number("select count(*) from audit_statement where day = ?", day) > 0;
    }

    /** Keeps the statement of its day, unless another instance has made one. */
    void keep(StatedHead head) {
        entities.createNativeQuery("""
                        insert into audit_statement (day, seq, hash, at, envelope, public_key)
                        values (:day, :seq, :hash, :at, :envelope, :key) on conflict do nothing
                        """)
                .setParameter("day", LocalDate.ofInstant(head.instant(), ZoneOffset.UTC))
                .setParameter("seq", head.sequence())
                .setParameter("hash", head.hash())
                .setParameter("at", head.instant())
                .setParameter("envelope", head.envelope())
                .setParameter("key", head.publicKey())
                .executeUpdate();
    }
}
