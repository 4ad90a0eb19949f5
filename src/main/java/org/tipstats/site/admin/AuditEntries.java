package org.tipstats.site.admin;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.platform.access.AccountRequest.AccountFilter;
import org.tipstats.platform.access.AccountService;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.audit.AuditLog;
import org.tipstats.platform.audit.AuditLog.AuditFilter;
import org.tipstats.platform.audit.ReadRecorder;
import org.tipstats.platform.audit.RecordedEvent;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.admin.AuditLogResource.AuditQuery;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Finds entries of the audit log. */
@Singleton
record AuditEntries(
        AuditLog log,
        AccountService accounts,
        SubmissionReader submissions,
        SchemaRegistry schemas,
        ReadRecorder reads) {

    private static final String ACCOUNTS = "accounts/";

    /**
     * Largest number of characters of a typed day. Longer texts are refused: the database may not accept their year.
     */
    private static final int MAX_DAY = 10;

    Page<RecordedEvent> find(AuditQuery query, PageRequest request, Actor reader) {
        AuditFilter filter = new AuditFilter(
                null,
                PeopleResource.orNull(query.action()),
                query.area().isEmpty() ? null : subjects(query.area(), reader),
                PeopleResource.orNull(query.who()),
                start(query.from(), "from", 0),
                start(query.until(), "until", 1));
        return log.newest(filter, request);
    }

    /**
     * Returns the newest matching entries, at most as many as one API answer contains. Logs that the reader exported
     * entries.
     */
    List<RecordedEvent> export(AuditQuery query, Actor reader) {
        reads.record(reader.event("audit-exported", "audit"));
        return find(query, new PageRequest(PageRequest.MAX_LIMIT, null), reader).items();
    }

    /**
     * Returns the start (UTC) of the day that is {@code later} days after a typed day; null for an empty text.
     *
     * @param later 0 for the start of the typed day, 1 for the end of this day
     * @throws ProblemException 400 if the text is not a day
     */
    private static Instant start(String day, String parameter, int later) {
        try {
            if (day.length() > MAX_DAY) {
                throw new DateTimeException("the database does not know this year");
            }
            return day.isEmpty()
                    ? null
                    : LocalDate.parse(day)
                            .plusDays(later)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.parameter(
                    parameter, day, "\"" + parameter + "\" must be a day, such as 2026-05-03.", List.of());
        }
    }

    /**
     * Returns the subjects of log entries about an area: the area's files and thresholds, and the accounts, grants and
     * tokens of the people who submit files for the area.
     */
    private List<String> subjects(String area, Actor reader) {
        Stream<String> files =
                submissions
                        .list(null, area, null, reader, new PageRequest(PageRequest.MAX_LIMIT, null))
                        .items()
                        .stream()
                        .map(file -> "submissions/" + file.id());
        Stream<String> senders = accounts
                .list(new AccountFilter(null, null, area, null), new PageRequest(PageRequest.MAX_LIMIT, null))
                .items()
                .stream()
                .flatMap(account -> Stream.of(
                                Stream.of(""),
                                account.grants().stream().map(grant -> "/grants/" + grant.id()),
                                account.tokens().stream().map(token -> "/tokens/" + token.id()))
                        .flatMap(parts -> parts)
                        .map(part -> ACCOUNTS + account.id() + part));
        Stream<String> thresholds =
                schemas.dataflows().stream().map(flow -> "areas/" + area + "/thresholds/" + flow.id());
        return Stream.of(files, senders, thresholds).flatMap(all -> all).toList();
    }
}
