package org.tipstats.site.publish;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.job.JobService;
import org.tipstats.platform.job.JobService.UnansweredJob;
import org.tipstats.platform.job.JobView;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseService.ReleaseRequest;
import org.tipstats.publish.release.ReleaseService.RemedyRequest;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.publish.release.ReleaseView.ReleaseStatus;
import org.tipstats.publish.release.ReleaseWork;
import org.tipstats.site.frame.Formats;

/**
 * Runs the long tasks of the desk as jobs: compiling a draft (with or without a remedy), and auditing and publishing a
 * draft.
 */
@Singleton
record ReleaseJobs(ReleaseWork work, ReleaseReader reader, JobService jobs) {

    private static final Duration MAX_WAIT = Duration.ofSeconds(3);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    JobView draft(ReleaseRequest request, Actor by) {
        return jobs.start(work.draft(request, by), MAX_WAIT);
    }

    /** Compiles a draft again with one more remedy. */
    JobView remedy(String id, String remedy, Actor by) {
        RemedyRequest request = new RemedyRequest(remedy == null ? List.of() : List.of(remedy));
        return jobs.start(work.remedies(id, request, by), MAX_WAIT);
    }

    JobView publish(String id, Actor by) {
        return jobs.start(work.publication(id, by), MAX_WAIT);
    }

    /**
     * Lists the jobs that are making a new draft, or failed to make it within the last day. Leaves out a job if its
     * release exists. Includes jobs of other people. The newest job comes first.
     */
    List<UnansweredJob> underway(Actor who) {
        List<UnansweredJob> open = jobs.underway(ReleaseWork.DRAFT, who);
        Set<String> made = open.isEmpty()
                ? Set.of()
                : reader.list(Optional.of(who)).stream().map(ReleaseView::id).collect(Collectors.toSet());
        return open.stream()
                .filter(job -> !made.contains(ReleaseRequest.idOf(job.place())))
                .toList();
    }

    /**
     * Returns a job that makes or publishes a release, if the job still runs or has failed.
     *
     * @return empty if the job has succeeded
     * @throws ProblemException 404 if the person has no such job
     */
    Optional<JobView> unfinished(String id, String job, Actor who) {
        if (!ID.matcher(job).matches()) {
            throw ProblemException.notFound("job");
        }
        JobView view = jobs.get(UUID.fromString(job), Optional.of(who));
        return Optional.of(view).filter(found -> Formats.isRunning(found) || !hasSucceeded(id, found, who));
    }

    /**
     * Returns whether a job has succeeded. A job of publication has succeeded if the release is no longer a draft, even
     * if somebody else published the release.
     */
    private boolean hasSucceeded(String id, JobView job, Actor who) {
        return isDraft(job)
                ? jobs.hasSucceeded(job.id(), Optional.of(who))
                : reader.list(Optional.of(who)).stream()
                        .noneMatch(release -> release.id().equals(id) && release.status() == ReleaseStatus.DRAFT);
    }

    /** Returns true if the job makes a draft, and false if the job publishes a draft. */
    static boolean isDraft(JobView job) {
        return !job.kind().equals(ReleaseWork.PUBLICATION);
    }
}
