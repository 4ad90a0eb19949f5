package org.tipstats.platform.audit;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.platform.audit.AuditLog.AuditFilter;
import org.tipstats.platform.audit.RecordedEvent.CanonicalRecord;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;

/** Reads and appends entries of the audit log in the database. */
@Singleton
class AuditRepository implements PanacheRepositoryBase<AuditEntry, Long> {

    private static final String APPEND = """
        insert into audit_entry (seq, at, actor, actor_name, action, subject, from_hash, to_hash,
                                 detail, prev_hash, hash)
        values (:seq, :at, :actor, :actorName, :action, :subject, :fromHash, :toHash,
                cast(:detail as jsonb), :prevHash, :hash)
        """;

    /** Returns the last entry and prevents others from appending until the transaction ends. */
    ChainHead lockHead() {
        List<?> rows = unflushed("select seq, hash from lock_audit_head()").getResultList();
        if (rows.isEmpty()) {
            return ChainHead.EMPTY;
        }
        Object[] head = (Object[]) rows.get(0);
        return new ChainHead(((Number) head[0]).longValue(), (String) head[1]);
    }

    void append(RecordedEvent entry) {
        unflushed(APPEND)
                .setParameter("seq", entry.seq())
                .setParameter("at", entry.at())
                .setParameter("actor", entry.actor())
                .setParameter("actorName", entry.actorName())
                .setParameter("action", entry.action())
                .setParameter("subject", entry.subject())
                .setParameter("fromHash", entry.fromHash())
                .setParameter("toHash", entry.toHash())
                .setParameter("detail", CanonicalRecord.json(entry.detail()))
                .setParameter("prevHash", entry.prevHash())
                .setParameter("hash", entry.hash())
                .executeUpdate();
    }

    /**
     * Creates a query that runs without first writing the pending changes of the session to the database, because the
     * query does not depend on these changes.
     */
    private Query unflushed(String sql) {
        return getEntityManager().createNativeQuery(sql).setFlushMode(FlushModeType.COMMIT);
    }

    /** Returns the entries after the entry with this number, in the order of the log. */
    List<RecordedEvent> after(long seq, int most) {
        return records(find("seq > ?1", Sort.by("seq"), seq).range(0, most - 1));
    }

    /** Returns the entries before the entry with this number, if they match the filter; newest first. */
    List<RecordedEvent> before(long seq, AuditFilter filter, int most) {
        List<String> conditions = new ArrayList<>(List.of("seq < :seq"));
        conditions.addAll(filter.conditions());
        Map<String, Object> parameters = filter.values();
        parameters.put("seq", seq);
        return records(find(String.join(" and ", conditions), Sort.by("seq").descending(), parameters)
                .range(0, most - 1));
    }

    /** Returns the last entry without waiting for transactions that append. */
    ChainHead head() {
        return records(find("", Sort.by("seq").descending()).range(0, 0)).stream()
                .map(RecordedEvent::head)
                .findFirst()
                .orElse(ChainHead.EMPTY);
    }

    /** Returns the last entry of each subject that has one of the actions. */
    Map<String, ChainHead> last(Collection<String> subjects, Collection<String> actions) {
        Map<String, ChainHead> last = new HashMap<>();
        find("subject in ?1 and action in ?2", Sort.by("seq"), subjects, actions)
                .list()
                .forEach(entry -> last.put(entry.subject, entry.toRecord().head()));
        return last;
    }

    List<String> actions() {
        return getEntityManager()
                .createQuery("select distinct action from AuditEntry", String.class)
                .getResultList();
    }

    /** Detaches the entries, so that the session does not grow when the whole log is read. */
    private List<RecordedEvent> records(PanacheQuery<AuditEntry> query) {
        List<AuditEntry> found = query.list();
        found.forEach(getEntityManager()::detach);
        return found.stream().map(AuditEntry::toRecord).toList();
    }
}
