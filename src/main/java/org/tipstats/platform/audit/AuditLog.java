package org.tipstats.platform.audit;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.problem.ProblemException;

/** Reads the audit log. {@link LogWatch} verifies it. */
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

    /** Returns all entries in the order of the log. Reads them page by page. */
    Iterator<RecordedEvent> all() {
        return Stream.iterate(
                        entries.after(0, PAGE_SIZE),
                        page -> !page.isEmpty(),
                        page -> entries.after(page.get(page.size() - 1).seq(), PAGE_SIZE))
                .flatMap(List::stream)
                .iterator();
    }

    /** Returns, for each subject, the number and hash of the last entry that has one of the actions. */
    public Map<String, ChainHead> last(Collection<String> subjects, Collection<String> actions) {
        return entries.last(subjects, actions);
    }

    /**
     * An area and its objects, such as its files. An entry is about them if they or a part of them are its subject.
     *
     * @param queries by the first part of the subject (for example {@code submissions}), the SQL query for the ids of
     *     such objects of an area; the area is the only parameter
     */
    public record AreaObjects(String area, Map<String, String> queries) {

        private static final String OBJECT =
                " or split_part(subject, '/', 1) = ? and split_part(subject, '/', 2) in (%s)";

        String condition() {
            return queries.values().stream()
                    .map(OBJECT::formatted)
                    .collect(Collectors.joining("", "(position(? in '/' || subject || '/') > 0", ")"));
        }

        List<Object> values() {
            List<Object> values = new ArrayList<>(List.of("/areas/" + area + "/"));
            queries.keySet().forEach(kind -> values.addAll(List.of(kind, area)));
            return values;
        }
    }

    /**
     * Conditions for a list of log entries. A condition that is null matches all entries.
     *
     * @param area an entry matches if it is about the area or one of its objects
     * @param who the id of the account that acted, or a part of its name; ignores case only for the letters a to z
     * @param from earliest instant, inclusive
     * @param until latest instant, exclusive
     */
    public record AuditFilter(
            String actor, String action, String subject, AreaObjects area, String who, Instant from, Instant until) {

        private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

        /** The end of the last day of 9999. */
        private static final Instant LAST = Instant.parse("+10000-01-01T00:00:00Z");

        /** @throws ProblemException 400 if a time is not in the years 1 to 9999 */
        public AuditFilter {
            requireStorable("from", from);
            requireStorable("until", until);
        }

        private static void requireStorable(String name, Instant time) {
            if (time != null && (time.isBefore(FIRST) || time.isAfter(LAST))) {
                throw ProblemException.parameter(
                        name, time.toString(), "\"" + name + "\" must be a time in the years 1 to 9999.", List.of());
            }
        }

        /** Creates a filter without conditions on the area, the name and the time. */
        public AuditFilter(String actor, String action, String subject) {
            this(actor, action, subject, null, null, null, null);
        }

        /**
         * Reads the parameters, each of which may be null.
         *
         * @throws ProblemException 400 if an instant is not valid
         */
        static AuditFilter of(String actor, String action, String subject, String who, String from, String until) {
            return new AuditFilter(actor, action, subject, null, who, instant("from", from), instant("until", until));
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

        /** Returns the conditions of a query in SQL, each with the values of its parameters. */
        Map<String, List<Object>> conditions() {
            Map<String, List<Object>> conditions = new LinkedHashMap<>();
            add(conditions, actor, "actor = ?");
            add(conditions, action, "action = ?");
            add(conditions, subject, "subject = ?");
            if (area != null) {
                conditions.put(area.condition(), area.values());
            }
            if (who != null) {
                conditions.put(
                        "(actor = ? or position(? in actor_name) > 0 or position(? in lower(actor_name)) > 0)",
                        List.of(who, who, who.toLowerCase(Locale.ROOT)));
            }
            add(conditions, from, "at >= ?");
            add(conditions, until, "at < ?");
            return conditions;
        }

        private static void add(Map<String, List<Object>> conditions, Object value, String condition) {
            if (value != null) {
                conditions.put(condition, List.of(value));
            }
        }
    }
}
