package org.tipstats.publish.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.JobService.JobProgressListener;
import org.tipstats.platform.job.LongWork;
import org.tipstats.platform.job.LongWork.WatchedWork;
import org.tipstats.platform.job.RepeatableWork;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.release.ReleaseService.ReleaseRequest;
import org.tipstats.publish.release.ReleaseService.RemedyRequest;
import org.tipstats.publish.release.ReleaseView.ReleaseStatus;

/**
 * The long work on releases: to compile a draft, to compile it again with remedies, and to audit and publish it. If the
 * instance dies meanwhile, another one goes on.
 */
@Singleton
public final class ReleaseWork implements RepeatableWork {

    public static final String DRAFT = "release";
    public static final String PUBLICATION = "publication";
    private static final String REMEDIES = "remedies";

    private final ReleaseService releases;
    private final ReleaseReader reader;
    private final ObjectMapper json;
    private final Clock clock;

    ReleaseWork(ReleaseService releases, ReleaseReader reader, ObjectMapper json, Clock clock) {
        this.releases = releases;
        this.reader = reader;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What a job on a release was asked for.
     *
     * @param by the actor at the time of the request
     * @param release the id of the release; null if the request for a draft has none
     * @param draft the request for a draft; null for other kinds
     * @param remedies the remedies; null for other kinds
     */
    record ReleaseTask(Actor by, Instant at, String release, ReleaseRequest draft, RemedyRequest remedies) {}

    /** Returns the work to compile a draft. */
    public LongWork<ReleaseView> draft(ReleaseRequest request, Actor by) {
        return work(DRAFT, new ReleaseTask(by, clock.instant(), request.id(), request, null));
    }

    /** Returns the work to compile a draft again with remedies. */
    public LongWork<ReleaseView> remedies(String id, RemedyRequest request, Actor by) {
        return work(REMEDIES, new ReleaseTask(by, clock.instant(), id, null, request));
    }

    /** Returns the work to audit and publish a draft. */
    public LongWork<ReleaseView> publication(String id, Actor by) {
        return work(PUBLICATION, new ReleaseTask(by, clock.instant(), id, null, null));
    }

    private LongWork<ReleaseView> work(String kind, ReleaseTask task) {
        return work(kind, task, watch -> run(kind, task, watch));
    }

    private LongWork<ReleaseView> work(String kind, ReleaseTask task, WatchedWork<ReleaseView> work) {
        boolean makes = kind.equals(DRAFT);
        Function<ReleaseView, JobAnswer> answer = makes
                ? draft -> JobAnswer.json(201, ReleaseRequest.addressOf(draft.id()), json, draft)
                : release -> JobAnswer.json(200, null, json, release);
        String place = makes ? task.draft().address() : null;
        return new LongWork<>(kind, place, Optional.of(task.by()), work, answer, () -> {}, write(task));
    }

    private ReleaseView run(String kind, ReleaseTask task, JobProgressListener watch) {
        return switch (kind) {
            case DRAFT -> releases.draft(task.draft(), task.by(), watch);
            case REMEDIES -> releases.remedy(task.release(), task.remedies(), task.by(), watch);
            case PUBLICATION -> {
                watch.report("auditing", 0);
                yield releases.publish(task.release(), task.by());
            }
            default -> throw new IllegalArgumentException(kind);
        };
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DRAFT, REMEDIES, PUBLICATION);
    }

    @Override
    public LongWork<ReleaseView> again(String kind, String input) {
        ReleaseTask task = read(input);
        return work(kind, task, watch -> done(kind, task).orElseGet(() -> runAgain(kind, task, watch)));
    }

    /** Does the work again. The former instance may still be alive and do it at the same time. */
    private ReleaseView runAgain(String kind, ReleaseTask task, JobProgressListener watch) {
        try {
            return run(kind, task, watch);
        } catch (ProblemException e) {
            return done(kind, task).orElseThrow(() -> e);
        }
    }

    /** Returns the release if the former instance did the whole work, but did not store the answer of the job. */
    private Optional<ReleaseView> done(String kind, ReleaseTask task) {
        return reader.list(Optional.of(task.by())).stream()
                .filter(release -> release.id().equals(task.release()))
                .filter(release -> kind.equals(PUBLICATION)
                        ? release.status() != ReleaseStatus.DRAFT
                                && task.by().name().equals(release.publishedBy())
                        : !release.createdAt().isBefore(task.at()) && reader.isCreatedBy(release.id(), task.by()))
                .findFirst();
    }

    private String write(ReleaseTask task) {
        try {
            return json.writeValueAsString(task);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ReleaseTask read(String input) {
        try {
            return json.readValue(input, ReleaseTask.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not the input of a job on releases", e);
        }
    }
}
