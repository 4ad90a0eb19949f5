package org.tipstats.disseminate.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.disseminate.calendar.CalendarEntry.Kind;
import org.tipstats.disseminate.calendar.CalendarEntry.State;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.LanguageTexts;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseView;

/** Lists the calendar, and lets publishers announce, change and remove dates. */
@ApplicationScoped
public class CalendarService {

    /** The largest number of characters of a title in one language. */
    public static final int MAX_TITLE = 300;

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final CalendarRepository announcements;
    private final ReleaseReader releases;
    private final AuditRecorder audit;
    private final Clock clock;

    CalendarService(CalendarRepository announcements, ReleaseReader releases, AuditRecorder audit, Clock clock) {
        this.announcements = announcements;
        this.releases = releases;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A date to announce.
     *
     * @param title the title by language; English is required
     * @param release the id of the release; may be null; the public sees the id only when the release is public
     */
    public record AnnouncementRequest(
            @Schema(implementation = String.class, format = "date")
            LocalDate date,

            Map<String, String> title,
            Kind kind,
            String release) {

        private static final LocalDate LAST = LocalDate.of(2199, 12, 31);
        private static final Pattern RELEASE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

        /** Returns all errors that the request has if it is sent today; empty if the date can be announced. */
        public List<InputError> faults(LocalDate today) {
            List<InputError> faults = new ArrayList<>();
            if (date == null || date.isBefore(today) || date.isAfter(LAST)) {
                faults.add(InputError.pointer("/date", date, "Name today or a later day, until the year 2199."));
            }
            faults.addAll(LanguageTexts.faults("/title", title, MAX_TITLE));
            if (kind == null) {
                faults.add(InputError.pointer(
                        "/kind", null, "Write \"release\" or \"round\".", List.of("release", "round")));
            }
            if (release != null
                    && (kind == Kind.ROUND || !RELEASE_ID.matcher(release).matches())) {
                faults.add(InputError.pointer(
                        "/release",
                        release,
                        "Only a release has an id, of 1 to 64 letters, digits, dots, hyphens or"
                                + " underscores, beginning with a letter or digit. Leave it out if it is not known."));
            }
            return faults;
        }
    }

    /**
     * Returns all dates, the latest day first. An announced date disappears when the release that it names is public,
     * also if this release is withdrawn later. Only reviewers and publishers see which release an announced date
     * belongs to.
     */
    public List<CalendarEntry> list(Optional<Actor> actor) {
        List<CalendarEntry> shown = releases.list(Optional.empty()).stream()
                .map(CalendarService::entry)
                .toList();
        Set<String> known = shown.stream().map(CalendarEntry::release).collect(Collectors.toSet());
        boolean isStaff = actor.filter(Actor::readsDrafts).isPresent();
        return Stream.concat(
                        shown.stream(),
                        announcements.list().stream()
                                .filter(entry -> entry.release() == null || !known.contains(entry.release()))
                                .map(entry -> isStaff ? entry : entry.forEveryone()))
                .sorted(Comparator.comparing(CalendarEntry::date).reversed().thenComparing(CalendarEntry::id))
                .toList();
    }

    private static CalendarEntry entry(ReleaseView release) {
        boolean isWithdrawn = release.withdrawal() != null;
        return new CalendarEntry(
                "release-" + release.id(),
                LocalDate.ofInstant(release.publishedAt(), ZoneOffset.UTC),
                release.titleIn(),
                Kind.RELEASE,
                isWithdrawn ? State.WITHDRAWN : State.PUBLISHED,
                release.id(),
                isWithdrawn ? 1 : 0,
                isWithdrawn ? release.withdrawal().withdrawnAt() : release.publishedAt());
    }

    /** Returns the present day in UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Announces a date; status 400 if the request is not valid. */
    @Transactional
    public CalendarEntry announce(AnnouncementRequest request, Actor by) {
        CalendarEntry entry = checked(UUID.randomUUID(), request, 0);
        announcements.save(entry);
        audit.record(event("date-announced", entry, by));
        return entry;
    }

    /** Changes an announced date; status 400 if the request is not valid, 404 if there is no such announcement. */
    @Transactional
    public CalendarEntry change(String id, AnnouncementRequest request, Actor by) {
        CalendarEntry before = found(id, announcements::findLocked);
        CalendarEntry entry = checked(UUID.fromString(id), request, before.version() + 1);
        announcements.save(entry);
        audit.record(
                event("date-changed", entry, by).detail("from", before.date().toString()));
        return entry;
    }

    /** Removes an announced date; status 404 if there is no such announcement. */
    @Transactional
    public void remove(String id, Actor by) {
        CalendarEntry entry = found(id, announcements::findLocked);
        announcements.remove(UUID.fromString(id));
        audit.record(event("date-removed", entry, by));
    }

    /** Returns an announced date for a form; status 404 if there is no such announcement. */
    public CalendarEntry find(String id) {
        return found(id, announcements::find);
    }

    private static CalendarEntry found(String id, Function<UUID, Optional<CalendarEntry>> by) {
        return Optional.of(id)
                .filter(text -> UUID_FORM.matcher(text).matches())
                .map(UUID::fromString)
                .flatMap(by)
                .orElseThrow(() -> ProblemException.notFound("announced date"));
    }

    private CalendarEntry checked(UUID id, AnnouncementRequest request, int version) {
        if (request == null) {
            throw ProblemException.body("", null, "The body must have \"date\" and \"title\".");
        }
        ProblemException.requireNone(request.faults(today()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return CalendarEntry.announced(
                id,
                request.date(),
                LanguageTexts.of(request.title()).texts(),
                request.kind(),
                request.release(),
                version,
                now);
    }

    private static AuditEvent event(String action, CalendarEntry entry, Actor by) {
        return by.event(action, "calendar/" + entry.id())
                .detail("date", entry.date().toString())
                .detail("title", entry.title().get("en"));
    }
}
