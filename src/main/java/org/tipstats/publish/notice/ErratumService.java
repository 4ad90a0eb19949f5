package org.tipstats.publish.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.LanguageTexts;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.notice.ReleaseNotice.Kind;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;

/** Publishes errata, and lists the public notices about releases. */
@ApplicationScoped
public class ErratumService {

    /** The largest number of characters of an erratum in one language. */
    public static final int MAX_TEXT = 2_000;

    private final NoticeRepository notices;
    private final Database database;
    private final PublishedReleases published;
    private final Event<ReleaseNotice> event;
    private final AuditRecorder audit;
    private final Clock clock;

    ErratumService(
            NoticeRepository notices,
            Database database,
            PublishedReleases published,
            Event<ReleaseNotice> event,
            AuditRecorder audit,
            Clock clock) {
        this.notices = notices;
        this.database = database;
        this.published = published;
        this.event = event;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A request to publish an erratum.
     *
     * @param text the text by language; English is required
     */
    public record ErratumRequest(Map<String, String> text) {

        /** Returns all errors of the request; empty if the erratum can be published. */
        public List<InputError> faults() {
            return LanguageTexts.faults("/text", text, MAX_TEXT);
        }
    }

    /**
     * Publishes an erratum to a public release. Observers of the notice run in the same transaction.
     *
     * @throws ProblemException 400 if the text is not valid; 404 if there is no such release; 409 if the release is not
     *     public yet; 410 if it was withdrawn
     */
    @Transactional
    public ReleaseNotice publish(String id, ErratumRequest request, Actor by) {
        // If a withdrawal is being confirmed, waits until it is complete. An erratum could repeat what the withdrawal
        // hides.
        database.lock("publication");
        ReleaseReference release = published.required(id, true);
        ProblemException.requireNone((request == null ? new ErratumRequest(null) : request).faults());
        if (!release.isPublic()) {
            throw ProblemException.conflict(
                    "Release " + id + " is not public yet. Discard it, and make it again with what you correct.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReleaseNotice erratum = new ReleaseNotice(
                Kind.ERRATUM,
                UUID.randomUUID().toString(),
                id,
                release.titles(),
                LanguageTexts.of(request.text()),
                now);
        notices.addErratum(erratum, by);
        event.fire(erratum);
        audit.record(by.event("release-erratum", "releases/" + id)
                .detail("erratum", erratum.id())
                .detail("text", erratum.text().inLanguage("en")));
        return erratum;
    }

    /** Returns the errata of a public release, oldest first. */
    public List<ReleaseNotice> of(String release) {
        return notices.errata(List.of(release));
    }

    /** Returns the newest errata and withdrawals, newest first. */
    public List<ReleaseNotice> newest(int limit) {
        return Stream.concat(notices.newestErrata(limit).stream(), notices.newestWithdrawals(limit).stream())
                .sorted(Comparator.comparing(ReleaseNotice::publishedAt)
                        .thenComparing(ReleaseNotice::id)
                        .reversed())
                .limit(limit)
                .toList();
    }
}
