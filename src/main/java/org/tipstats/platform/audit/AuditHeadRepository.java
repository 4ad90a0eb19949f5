package org.tipstats.platform.audit;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.tipstats.platform.audit.AuditHeadService.StatedHead;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.platform.database.Database;

/** Stores the daily statements about the head of the log. */
@Singleton
record AuditHeadRepository(Database database) {

    Optional<StatedHead> newest() {
        return database.first(
                "select seq, hash, at, envelope, public_key from audit_statement order by day desc limit 1",
                row -> new StatedHead(
                        row.getLong(1), row.getString(2), Database.time(row, 3), row.getString(4), row.getString(5)));
    }

    List<ChainHead> heads() {
        return database.list(
                "select seq, hash from audit_statement order by day",
                row -> new ChainHead(row.getLong(1), row.getString(2)));
    }

    boolean exists(LocalDate day) {
        return database.number("select count(*) from audit_statement where day = ?", day) > 0;
    }

    /** Stores the statement of a day, unless another instance has already stored one for this day. */
    void keep(StatedHead head) {
        database.update(
                "insert into audit_statement (day, seq, hash, at, envelope, public_key) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                LocalDate.ofInstant(head.instant(), ZoneOffset.UTC),
                head.sequence(),
                head.hash(),
                head.instant(),
                head.envelope(),
                head.publicKey());
    }
}
