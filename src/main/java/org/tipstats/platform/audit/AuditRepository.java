package org.tipstats.platform.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.platform.audit.AuditLog.AuditFilter;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.platform.database.Database;

/** Reads and appends entries of the audit log in the database. */
@Singleton
record AuditRepository(Database database) {

    /** Returns the last entry and prevents others from appending until the transaction ends. */
    ChainHead lockHead() {
        if (QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("an event is recorded in the transaction of its change");
        }
        return head(AuditRows.LOCK_HEAD);
    }

    /** Returns the last entry without waiting for transactions that append. */
    ChainHead head() {
        return head("select seq, hash from audit_entry order by seq desc limit 1");
    }

    private ChainHead head(String sql) {
        return database.first(sql, row -> new ChainHead(row.getLong(1), row.getString(2)))
                .orElse(ChainHead.EMPTY);
    }

    void append(RecordedEvent entry) {
        database.update(AuditRows.APPEND, AuditRows.values(entry));
    }

    /** Returns the entries after the entry with this number, in the order of the log. */
    List<RecordedEvent> after(long seq, int most) {
        return database.list(AuditRows.ENTRIES + " where seq > ? order by seq limit ?", AuditRows::read, seq, most);
    }

    /** Returns the entries that match the filter and come before the entry with this number, newest first. */
    List<RecordedEvent> before(long seq, AuditFilter filter, int most) {
        Map<String, List<Object>> conditions = filter.conditions();
        List<Object> values = new ArrayList<>();
        conditions.values().forEach(values::addAll);
        values.addAll(List.of(seq, most));
        String where = conditions.keySet().stream().map(each -> each + " and ").reduce("", String::concat);
        return database.list(
                AuditRows.ENTRIES + " where " + where + "seq < ? order by seq desc limit ?",
                AuditRows::read,
                values.toArray());
    }

    /** Returns, for each subject, the last entry that has one of the actions. */
    Map<String, ChainHead> last(Collection<String> subjects, Collection<String> actions) {
        Map<String, ChainHead> last = new HashMap<>();
        database.each(
                "select subject, seq, hash from audit_entry where subject = any (?) and action = any (?) order by seq",
                row -> last.put(row.getString(1), new ChainHead(row.getLong(2), row.getString(3))),
                subjects,
                actions);
        return last;
    }

    List<String> actions() {
        return database.list("select distinct action from audit_entry", row -> row.getString(1));
    }
}
