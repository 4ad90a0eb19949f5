package org.tipstats.site.admin;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.platform.access.AccountFilter;
import org.tipstats.platform.access.AccountService;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.audit.AuditLog;
import org.tipstats.platform.audit.AuditLog.AuditFilter;
import org.tipstats.platform.audit.AuditVerifier.AuditVerification;
import org.tipstats.platform.audit.RecordedEvent;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the pages of the audit log. */
@Singleton
final class AuditPages {

    private static final String ACCOUNTS = "accounts/";

    /** Number of entries on a page. On a phone, each is a card. */
    private static final String AT_ONCE = "50";

    private final AuditLog log;
    private final AccountService accounts;
    private final SubmissionReader submissions;
    private final SchemaRegistry schemas;
    private final Areas areas;

    AuditPages(
            AuditLog log, AccountService accounts, SubmissionReader submissions, SchemaRegistry schemas, Areas areas) {
        this.log = log;
        this.accounts = accounts;
        this.submissions = submissions;
        this.schemas = schemas;
        this.areas = areas;
    }

    /** The filter of the log, as typed. An empty text selects all. */
    record Wish(String who, String action, String area, String from, String until) {

        static Wish of(String who, String action, String area, String from, String until) {
            return new Wish(text(who), text(action), text(area), text(from), text(until));
        }

        private static String text(String typed) {
            return typed == null ? "" : typed.strip();
        }

        boolean narrows() {
            return Stream.of(who, action, area, from, until).anyMatch(text -> !text.isEmpty());
        }

        String query() {
            return "?who=" + Addresses.encoded(who) + "&action=" + Addresses.encoded(action) + "&area="
                    + Addresses.encoded(area) + "&from=" + Addresses.encoded(from) + "&until="
                    + Addresses.encoded(until);
        }
    }

    Page<RecordedEvent> entries(Wish wish, PageRequest request, Actor reader) {
        AuditFilter filter = new AuditFilter(
                null,
                filled(wish.action()),
                wish.area().isEmpty() ? null : subjects(wish.area(), reader),
                filled(wish.who()),
                start(wish.from(), "from", 0),
                start(wish.until(), "until", 1));
        return log.newest(filter, request);
    }

    private static String filled(String text) {
        return text.isEmpty() ? null : text;
    }

    /**
     * Returns the start of a day (UTC), plus a number of days; null for an empty text.
     *
     * @throws ProblemException 400 if the text is not a day
     */
    private static Instant start(String day, String parameter, int later) {
        try {
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
     * Returns the subjects of log entries about an area: its files, its submitters' accounts and tokens, and its
     * thresholds.
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
                .flatMap(account -> Stream.concat(
                        Stream.of(ACCOUNTS + account.id()),
                        account.tokens().stream().map(token -> ACCOUNTS + account.id() + "/tokens/" + token.id())));
        Stream<String> thresholds =
                schemas.dataflows().stream().map(flow -> "areas/" + area + "/thresholds/" + flow.id());
        return Stream.of(files, senders, thresholds).flatMap(all -> all).toList();
    }

    AuditPage page(Wish wish, String cursor, Actor reader, PageTexts t) {
        Page<RecordedEvent> page = entries(wish, PageRequest.of(AT_ONCE, filled(cursor == null ? "" : cursor)), reader);
        String path = "/" + t.language() + "/desk/admin/audit";
        return new AuditPage(
                wish.who(),
                wish.from(),
                wish.until(),
                PeoplePages.withAll(actions(wish.action(), t), wish.action(), t),
                PeoplePages.withAll(areas.choices(List.of(wish.area()), t), wish.area(), t),
                page.items().stream().map(entry -> row(entry, t)).toList(),
                page.next() == null ? null : wish.query() + "&cursor=" + page.next(),
                path + "/entries.csv" + wish.query(),
                wish.narrows());
    }

    private List<Choice> actions(String chosen, PageTexts t) {
        return new TreeSet<>(log.actions())
                .stream()
                        .map(action -> new Choice(action, words(action, t), action.equals(chosen)))
                        .toList();
    }

    /** Returns the action in words; its name in the log if there are no words for it. */
    private static String words(String action, PageTexts t) {
        String key = "event." + action;
        return t.has(key) ? t.say(key) : action;
    }

    private static AuditPage.Row row(RecordedEvent entry, PageTexts t) {
        String subject = entry.subject();
        boolean account = subject.matches(ACCOUNTS + "[0-9a-f-]{36}(/tokens/[0-9a-f-]{36})?");
        return new AuditPage.Row(
                new NumberTexts(t).whole(entry.seq()),
                entry.at().toString(),
                new DayTexts(t).time(entry.at()),
                entry.actorName(),
                words(entry.action(), t),
                entry.action(),
                subject,
                account ? PeoplePages.address(subject.split("/")[1], t) : null,
                entry.detail().entrySet().stream()
                        .filter(detail -> !(detail.getValue() instanceof List<?> list && list.isEmpty()))
                        .map(detail -> detail.getKey() + ": " + said(detail.getValue()))
                        .toList());
    }

    private static String said(Object value) {
        return value instanceof List<?> list
                ? String.join(", ", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }

    AuditPage.Verified verified(AuditVerification found, PageTexts t) {
        NumberTexts numbers = new NumberTexts(t);
        String head = numbers.whole(found.head().seq());
        return new AuditPage.Verified(
                found.intact(),
                found.intact()
                        ? t.say("audit.intact", "n", head)
                        : t.say("audit.broken", "n", numbers.whole(found.brokenAt()), "head", head),
                Long.toString(found.head().seq()),
                found.head().hash());
    }
}
