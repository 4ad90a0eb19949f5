package org.tipstats.platform.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.tipstats.platform.audit.RecordedEvent.CanonicalRecord;

/** A row of the log's table. This class only reads; {@link AuditRepository#append} writes entries. */
@Entity
@Immutable
@Table(name = "audit_entry")
class AuditEntry {

    @Id
    Long seq;

    Instant at;

    String actor;

    @Column(name = "actor_name")
    String actorName;

    String action;

    String subject;

    @Column(name = "from_hash")
    String fromHash;

    @Column(name = "to_hash")
    String toHash;

    @ColumnTransformer(read = "cast(detail as varchar)")
    String detail;

    @Column(name = "prev_hash")
    String prevHash;

    String hash;

    RecordedEvent toRecord() {
        return new RecordedEvent(
                seq,
                at,
                actor,
                actorName,
                action,
                subject,
                fromHash,
                toHash,
                CanonicalRecord.parse(detail),
                prevHash,
                hash);
    }
}
