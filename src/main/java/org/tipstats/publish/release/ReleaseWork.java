package org.tipstats.publish.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.SignInService;
import org.tipstats.platform.database.JsonText;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.JobService.JobProgressListener;
import org.tipstats.platform.job.LongWork;
import org.tipstats.platform.job.RepeatableWork;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.release.ReleaseService.ReleaseRequest;
import org.tipstats.publish.release.ReleaseService.RemedyRequest;
import org.tipstats.publish.release.ReleaseView.ReleaseStatus;
import org.tipstats.publish.remedy.RemedySummary;

/**
 * The long work on releases: compiling a draft, compiling it again with remedies, and auditing and publishing it. If an
 * instance stops during the work, another one does the work again, unless it was already complete.
 */
@Singleton
public final class ReleaseWork implements RepeatableWork {

    public static final String DRAFT = "release";
    public static final String PUBLICATION = "publication";
    private static final String REMEDIES = "remedies";

    private final ReleaseService releases;
    private final ReleaseRepository stored;
    private final ReleaseReader reader;
    private final SignInService accounts;
    private final ObjectMapper json;
    private final Clock clock;

    ReleaseWork(
            ReleaseService releases,
            ReleaseRepository stored,
            ReleaseReader reader,
            SignInService accounts,
            ObjectMapper json,
            Clock clock) {
        this.releases = releases;
        this.stored = stored;
        this.reader = reader;
        this.accounts = accounts;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The request for a job on a release.
     *
     * @param by the actor at the time of the request
     * @param release the id of the release; null if the request for a draft has none
     * @param draft the request for a draft; null for other kinds
     * @param remedies the remedies; null for other kinds
     * @param approved the content hash of the draft to publish; null for other kinds, or if there was no such release
     */
    record ReleaseTask(
            Actor by, Instant at, String release, ReleaseRequest draft, RemedyRequest remedies, String approved) {

        ReleaseTask by(Actor now) {
            return new ReleaseTask(now, at, release, draft, remedies, approved);
        }
    }

    public LongWork<ReleaseView> draft(ReleaseRequest request, Actor by) {
        return work(DRAFT, new ReleaseTask(by, clock.instant(), request.id(), request, null, null));
    }

    /** Returns the work to compile a draft again with remedies. */
    public LongWork<ReleaseView> remedies(String id, RemedyRequest request, Actor by) {
        return work(REMEDIES, new ReleaseTask(by, clock.instant(), id, null, request, null));
    }

    /** Returns the work to audit and publish a draft, if its content is still the same then. */
    public LongWork<ReleaseView> publication(String id, Actor by) {
        String approved = find(id).map(draft -> draft.contentHash).orElse(null);
        return work(PUBLICATION, new ReleaseTask(by, clock.instant(), id, null, null, approved));
    }

    private LongWork<ReleaseView> work(String kind, ReleaseTask task) {
        return work(kind, task, watch -> run(kind, task, watch));
    }

    private LongWork<ReleaseView> work(String kind, ReleaseTask task, Function<JobProgressListener, ReleaseView> work) {
        boolean makes = kind.equals(DRAFT);
        Function<ReleaseView, JobAnswer> answer = makes
                ? draft -> JobAnswer.json(201, ReleaseRequest.addressOf(draft.id()), json, draft)
                : release -> JobAnswer.json(200, null, json, release);
        String place = makes ? task.draft().address() : null;
        return new LongWork<>(kind, place, Optional.of(task.by()), work, answer, () -> {}, JsonText.write(json, task));
    }

    private ReleaseView run(String kind, ReleaseTask task, JobProgressListener watch) {
        return switch (kind) {
            case DRAFT -> releases.draft(task.draft(), task.by(), watch);
            case REMEDIES -> releases.remedy(task.release(), task.remedies(), task.by(), watch);
            case PUBLICATION -> releases.publish(task.release(), task.approved(), task.by(), watch);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DRAFT, REMEDIES, PUBLICATION);
    }

    @Override
    public LongWork<ReleaseView> again(String kind, String input) {
        ReleaseTask task = JsonText.read(json.readerFor(ReleaseTask.class), input);
        return work(kind, task, watch -> done(kind, task).orElseGet(() -> runAgain(kind, task, watch)));
    }

    /**
     * Does the work again, with the current rights of the account. The instance that began the work may still be doing
     * it.
     */
    private ReleaseView runAgain(String kind, ReleaseTask task, JobProgressListener watch) {
        Actor by = accounts.findOpen(task.by().id())
                .filter(actor -> kind.equals(PUBLICATION) ? actor.may(AccountRole.PUBLISHER) : actor.readsDrafts())
                .orElseThrow(
                        () -> ProblemException.forbidden("The account was closed or no longer has the role for this."));
        try {
            if (kind.equals(PUBLICATION)) {
                requireApproved(task);
            }
            return run(kind, task.by(by), watch);
        } catch (ProblemException e) {
            return done(kind, task).orElseThrow(() -> e);
        }
    }

    /** Refuses a draft that was made after the request: it may have the same figures, but another title or embargo. */
    private void requireApproved(ReleaseTask task) {
        if (find(task.release())
                .filter(draft -> draft.createdAt.isAfter(task.at()))
                .isPresent()) {
            throw PublicationService.remade(task.release());
        }
    }

    /** Returns the release as it is stored now, even if this thread read it before. */
    private Optional<Release> find(String id) {
        return id == null
                ? Optional.empty()
                : QuarkusTransaction.requiringNew().call(() -> stored.findByIdOptional(id));
    }

    /** Returns the release if the first instance finished the work, but did not store the answer of the job. */
    private Optional<ReleaseView> done(String kind, ReleaseTask task) {
        return find(task.release())
                .filter(release -> isDone(kind, task, release))
                .map(release ->
                        QuarkusTransaction.requiringNew().call(() -> reader.view(release, Optional.of(task.by()))));
    }

    private boolean isDone(String kind, ReleaseTask task, Release release) {
        UUID by = task.by().id();
        return switch (kind) {
            case DRAFT ->
                by.equals(release.createdBy)
                        && !release.createdAt.isBefore(task.at())
                        && task.draft().faults().isEmpty()
                        && release.isAnnouncedAs(Release.draft(task.draft(), release.acceptance, task.by(), task.at()));
            case REMEDIES ->
                by.equals(release.createdBy)
                        && release.status == ReleaseStatus.DRAFT
                        && isApplied(task.remedies(), release);
            case PUBLICATION ->
                by.equals(release.publishedBy)
                        && release.status != ReleaseStatus.DRAFT
                        && release.contentHash.equals(task.approved());
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private boolean isApplied(RemedyRequest request, Release release) {
        return request != null
                && request.ids() != null
                && !request.ids().isEmpty()
                && new HashSet<>(RemedySummary.parse(release.remedies, json).applied()).containsAll(request.ids());
    }
}
