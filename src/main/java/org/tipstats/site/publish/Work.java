package org.tipstats.site.publish;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.job.JobService;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.JobService.UnansweredJob;
import org.tipstats.platform.job.JobView;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.draft.ProtectionStages;
import org.tipstats.publish.release.ReleaseService;
import org.tipstats.publish.release.ReleaseService.ReleaseRequest;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;

/** Runs the long tasks of the desk as jobs: compiling a draft, and auditing and publishing it. */
@Singleton
final class Work {

    private static final String DRAFT = ReleaseService.DRAFT_JOB;
    private static final String PUBLICATION = "publication";
    private static final String RUNNING = "RUNNING";
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final ReleaseService releases;
    private final JobService jobs;
    private final ReleasePages pages;

    Work(ReleaseService releases, JobService jobs, ReleasePages pages) {
        this.releases = releases;
        this.jobs = jobs;
        this.pages = pages;
    }

    JobView draft(ReleaseRequest request, Actor by) {
        return jobs.start(DRAFT, request.address(), Optional.of(by), PATIENCE, watch -> {
            releases.draft(request, by, ProtectionStages.of(watch));
            return answer();
        });
    }

    JobView publish(String id, Actor by) {
        return jobs.start(PUBLICATION, Optional.of(by), PATIENCE, watch -> {
            watch.report("auditing", 0);
            releases.publish(id, by);
            return answer();
        });
    }

    /** Lists the drafts that are being made, by anyone, and those that failed within the last day; the newest first. */
    List<WorkRow> underway(Actor who, PageTexts t) {
        List<UnansweredJob> open = jobs.underway(DRAFT, who);
        Set<String> taken = open.isEmpty() ? Set.of() : pages.taken(who);
        return open.stream()
                .filter(job -> !taken.contains(ReleaseRequest.idOf(job.place())))
                .map(job -> WorkRow.of(job, t))
                .toList();
    }

    /** Returns an empty answer, because the page of the release shows the result. */
    private static JobAnswer answer() {
        return new JobAnswer(200, null, "text/plain", null, null, out -> {});
    }

    /**
     * Makes the page that shows the progress of a job on a release.
     *
     * @return empty if the job has succeeded
     * @throws ProblemException 404 if the person has no such job
     */
    Optional<WorkPage> page(String id, String job, Actor who, PageTexts t) {
        if (!ID.matcher(job).matches()) {
            throw ProblemException.notFound("job");
        }
        JobView view = jobs.get(UUID.fromString(job), Optional.of(who));
        String address = ReleaseRow.address(id, t);
        boolean draft = view.kind().equals(DRAFT);
        if (view.state().equals(RUNNING)) {
            String percent = new NumberTexts(t).whole(view.percent());
            String text = draft ? t.say("work.draft", "percent", percent) : t.say("work.publication");
            return Optional.of(new WorkPage(id, text, view.percent(), true, address));
        }
        boolean done = draft ? pages.isTaken(id, who) : !pages.isDraft(id, who);
        return done
                ? Optional.empty()
                : Optional.of(new WorkPage(
                        id,
                        t.say(draft ? "work.draft.failed" : "work.publication.failed"),
                        view.percent(),
                        false,
                        draft ? address.substring(0, address.lastIndexOf('/')) + "/new" : address));
    }
}
