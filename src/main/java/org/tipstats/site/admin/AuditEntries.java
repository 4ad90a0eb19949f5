package org.tipstats.site.admin;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.platform.access.AccountService;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.audit.AuditLog;
import org.tipstats.platform.audit.AuditLog.AreaObjects;
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
record AuditEntries(AuditLog log, SchemaRegistry schemas, ReadRecorder reads) {

    /**
     * Largest number of characters of a typed day. Longer texts are refused: the database may not accept their year.
     */
    private static final int MAX_DAY = 10;

    Page<RecordedEvent> find(AuditQuery query, PageRequest request) {
        AuditFilter filter = new AuditFilter(
                null,
                PeopleResource.orNull(query.action()),
                null,
                query.area().isEmpty() ? null : objects(query.area()),
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
        return find(query, new PageRequest(PageRequest.MAX_LIMIT, null)).items();
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

    /** Returns the filter for entries about an area, its files and the accounts of the people who submit for it. */
    private AreaObjects objects(String area) {
        if (schemas.areas().find(area).isEmpty()) {
            throw ProblemException.parameter(
                    "area", area, "\"" + area + "\" is not the code of a country or area.", List.of());
        }
        return new AreaObjects(
                area, Map.of("submissions", SubmissionReader.IDS_OF_AREA, "accounts", AccountService.IDS_OF_AREA));
    }
}
