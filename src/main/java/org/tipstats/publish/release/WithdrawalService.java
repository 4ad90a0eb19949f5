package org.tipstats.publish.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.publish.notice.NoticeRepository;
import org.tipstats.publish.notice.NoticeRepository.Withdrawal;
import org.tipstats.publish.notice.ReleaseNotice;

/** Withdraws published releases: one publisher requests the withdrawal, and another one confirms it. */
@ApplicationScoped
public class WithdrawalService {

    /** The largest number of characters of a reason. */
    public static final int MAX_REASON = 1_000;

    private final ReleaseRepository releases;
    private final NoticeRepository notices;
    private final Database database;
    private final Event<ReleaseNotice> event;
    private final AuditRecorder audit;
    private final Clock clock;

    WithdrawalService(
            ReleaseRepository releases,
            NoticeRepository notices,
            Database database,
            Event<ReleaseNotice> event,
            AuditRecorder audit,
            Clock clock) {
        this.releases = releases;
        this.notices = notices;
        this.database = database;
        this.event = event;
        this.audit = audit;
        this.clock = clock;
    }

    /** A request to withdraw a release. Everyone can read the reason after the confirmation. */
    public record WithdrawalRequest(String reason) {

        /** Returns all errors of the request; empty if it is valid. */
        public List<InputError> faults() {
            if (reason == null || reason.isBlank()) {
                return List.of(InputError.pointer("/reason", reason, "The reason is missing."));
            }
            return reason.length() > MAX_REASON
                    ? List.of(InputError.pointer(
                            "/reason", reason, "The reason is longer than " + MAX_REASON + " characters."))
                    : List.of();
        }
    }

    /**
     * Requests the withdrawal of a published release. The release stays public until another publisher confirms.
     *
     * @throws ProblemException 400 if the reason is not valid; 404 if there is no such release; 409 if the release is
     *     not public, or if its withdrawal was already requested
     */
    @Transactional
    public void request(String id, WithdrawalRequest request, Actor by) {
        Release release = find(id);
        ProblemException.requireNone((request == null ? new WithdrawalRequest(null) : request).faults());
        Instant now = clock.instant();
        release.requirePublished(now);
        if (notices.withdrawal(id).isPresent()) {
            throw ProblemException.conflict(
                    "The withdrawal of release " + id + " was already requested. Confirm it or cancel it.");
        }
        String reason = request.reason().strip();
        notices.request(id, reason, by, now);
        audit.record(by.event("release-withdrawal-requested", release.subject()).detail("reason", reason));
    }

    /**
     * Cancels a request that nobody has confirmed.
     *
     * @throws ProblemException 404 if there is no such release; 409 if nobody requested its withdrawal, or if the
     *     withdrawal is confirmed
     */
    @Transactional
    public void cancel(String id, Actor by) {
        Release release = find(id);
        release.requirePublished(clock.instant());
        requested(id);
        notices.cancel(id);
        audit.record(by.event("release-withdrawal-cancelled", release.subject()));
    }

    /**
     * Confirms another publisher's request to withdraw a release, and withdraws the release. Fires a {@link
     * ReleaseNotice}, whose observers run in the same transaction.
     *
     * @param read the time of the request that the actor has read; null to confirm any request
     * @throws ProblemException 412 if another request replaced that request; 403 if the actor requested the withdrawal;
     *     404 if there is no such release; 409 if nobody requested its withdrawal, or if it is already confirmed
     */
    @Transactional
    public void confirm(String id, String read, Actor by) {
        database.lock("publication");
        Release release = find(id);
        Withdrawal withdrawal = requested(id);
        if (read != null && !read.equals(withdrawal.requestedAt().toString())) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED, "Another request replaced the one that you read. Read it again.");
        }
        if (withdrawal.requester().equals(by.id())) {
            throw ProblemException.forbidden("You requested this withdrawal, so another publisher must confirm it.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        release.requirePublished(now);
        notices.confirm(id, by, now);
        release.withdraw(now);
        releases.flush();
        event.fire(NoticeRepository.withdrawal(id, release.titles(), withdrawal.reason(), now));
        audit.record(by.event("release-withdrawn", release.subject())
                .hashes(release.contentHash, release.contentHash)
                .detail("reason", withdrawal.reason()));
    }

    private Release find(String id) {
        return releases.forChange(id).orElseThrow(() -> ProblemException.notFound("release"));
    }

    private Withdrawal requested(String id) {
        return notices.withdrawal(id)
                .orElseThrow(() -> ProblemException.conflict("Nobody requested the withdrawal of release " + id + "."));
    }

    /** Returns true if the actor requested the withdrawal. Then another publisher must confirm it. */
    public boolean isRequestedBy(String id, Actor actor) {
        Optional<Withdrawal> withdrawal = notices.withdrawal(id);
        return withdrawal.isPresent() && withdrawal.get().requester().equals(actor.id());
    }
}
