package org.tipstats.platform.audit;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.problem.ProblemException;

/**
 * Reads the audit log and verifies its chain of hashes. Anyone who can read the table can verify the chain, because no
 * secret is needed.
 */
@Singleton
public final class AuditLog {

    private static final int PAGE_SIZE = 1_000;

    private final AuditRepository entries;

    AuditLog(AuditRepository entries) {
        this.entries = entries;
    }

    /** Returns the actions in the log, each once, in no particular order. */
    public List<String> actions() {
        return entries.actions();
    }

    /** Returns the entries that match the filter, newest first. */
    public Page<RecordedEvent> newest(AuditFilter filter, PageRequest request) {
        long before = request.after(Long::parseLong).orElse(Long.MAX_VALUE);
        return Page.of(entries.before(before, filter, request.oneMore()), request, entry -> Long.toString(entry.seq()));
    }

    /**
     * Checks every entry, beginning with the first.
     *
     * @param known the last entry of the log as somebody noted it at an earlier time, or null; without it, the loss of
     *     the last entries is not detected
     */
    public AuditVerification verify(ChainHead known) {
        ChainHead head = ChainHead.EMPTY;
        boolean knownSeen = known == null || known.equals(ChainHead.EMPTY);
        List<RecordedEvent> page = entries.after(0, PAGE_SIZE);
        while (!page.isEmpty()) {
            for (RecordedEvent entry : page) {
                String fault = fault(head, entry, known);
                if (fault != null) {
                    return AuditVerification.broken(head, entry.seq(), fault);
                }
                head = entry.head();
                knownSeen |= head.equals(known);
            }
            page = entries.after(head.seq(), PAGE_SIZE);
        }
        return knownSeen
                ? AuditVerification.intact(head)
                : AuditVerification.broken(head, known.seq(), "the log ends before the noted entry");
    }

    private static String fault(ChainHead head, RecordedEvent entry, ChainHead known) {
        if (entry.seq() != head.seq() + 1) {
            return "the entries from " + (head.seq() + 1) + " to " + (entry.seq() - 1) + " are missing";
        }
        if (!entry.prevHash().equals(head.hash())) {
            return "the entry does not follow the one before it";
        }
        if (!entry.hash().equals(entry.computedHash())) {
            return "the entry was changed";
        }
        boolean replaced =
                known != null && known.seq() == entry.seq() && !known.hash().equals(entry.hash());
        return replaced ? "the entry differs from the noted one" : null;
    }

    /**
     * Conditions for a list of log entries. A condition that is null matches all entries.
     *
     * @param subjects an entry matches if its subject is one of these texts
     * @param who the id of the account that acted, or a part of its name; ignores case only for the letters a to z
     * @param from earliest instant, inclusive
     * @param until latest instant, exclusive
     */
    public record AuditFilter(
            String actor, String action, Collection<String> subjects, String who, Instant from, Instant until) {

        /** Creates a filter without conditions on names and time. */
        public AuditFilter(String actor, String action, String subject) {
            this(actor, action, subject == null ? null : List.of(subject), null, null, null);
        }

        /**
         * Reads the parameters, each of which may be null.
         *
         * @throws ProblemException 400 if an instant is not valid
         */
        static AuditFilter of(String actor, String action, String subject, String who, String from, String until) {
            return new AuditFilter(
                    actor,
                    action,
                    subject == null ? null : List.of(subject),
                    who,
                    instant("from", from),
                    instant("until", until));
        }

        private static Instant instant(String name, String text) {
            try {
                return text == null ? null : Instant.parse(text);
            } catch (DateTimeException e) {
                throw ProblemException.parameter(
                        name,
                        text,
                        "\"" + name + "\" must be an instant in UTC, such as 2026-05-03T09:00:00Z.",
                        List.of());
            }
        }

        /** Returns the conditions of a query. Their parameters are in {@link #values}. */
        List<String> conditions() {
            List<String> conditions = new ArrayList<>();
            add(conditions, actor, "actor = :actor");
            add(conditions, action, "action = :action");
            add(conditions, subjects, "subject in :subjects");
            add(
                    conditions,
                    who,
                    "(actor = :who or locate(:who, actorName) > 0 or locate(:part, lower(actorName)) > 0)");
            add(conditions, from, "at >= :since");
            add(conditions, until, "at < :before");
            return conditions;
        }

        private static void add(List<String> conditions, Object value, String condition) {
            if (value != null) {
                conditions.add(condition);
            }
        }

        Map<String, Object> values() {
            Map<String, Object> values = new HashMap<>();
            put(values, "actor", actor);
            put(values, "action", action);
            put(values, "subjects", subjects);
            put(values, "who", who);
            put(values, "part", who == null ? null : who.toLowerCase(Locale.ROOT));
            put(values, "since", from);
            put(values, "before", until);
            return values;
        }

        private static void put(Map<String, Object> values, String name, Object value) {
            if (value != null) {
                values.put(name, value);
            }
        }
    }

    /**
     * The result of verifying the chain.
     *
     * @param head the last correct entry; if it is noted elsewhere, a later verification can detect that the end of the
     *     log is missing
     * @param brokenAt the number of the first wrong entry, or null
     */
    public record AuditVerification(boolean intact, ChainHead head, Long brokenAt, String reason) {

        static AuditVerification intact(ChainHead head) {
            return new AuditVerification(true, head, null, null);
        }

        static AuditVerification broken(ChainHead head, long at, String reason) {
            return new AuditVerification(false, head, at, reason);
        }
    }
}
