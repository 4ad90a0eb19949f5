package org.tipstats.collect.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;

/** Orders the files that wait: the file that has waited longest comes first. */
@ApplicationScoped
@OwnAreas
public class ReviewQueue {

    private final SubmissionReader submissions;

    ReviewQueue(SubmissionReader submissions) {
        this.submissions = submissions;
    }

    /**
     * Returns the files in this status, of those that the actor may see, ordered by the time since they got it: the
     * longest first.
     */
    public List<SubmissionView> waiting(SubmissionStatus status, Actor actor) {
        List<SubmissionView> all = new ArrayList<>();
        PageRequest request = new PageRequest(PageRequest.MAX_LIMIT, null);
        while (request != null) {
            Page<SubmissionView> page = submissions.newest(status, actor, request);
            all.addAll(page.items());
            request = page.next() == null ? null : PageRequest.of(String.valueOf(PageRequest.MAX_LIMIT), page.next());
        }
        all.sort(Comparator.comparing(ReviewQueue::since).thenComparing(SubmissionView::id));
        return all;
    }

    /** Returns the longest waiting file that the actor did not submit; empty if there is none. */
    public Optional<UUID> next(Actor reviewer) {
        return waiting(SubmissionStatus.SUBMITTED, reviewer).stream()
                .map(SubmissionView::id)
                .filter(id -> !submissions.isSubmittedBy(id, reviewer))
                .findFirst();
    }

    /** Returns the time at which the file entered its present status. */
    public static Instant since(SubmissionView file) {
        return file.statusHistory().get(file.statusHistory().size() - 1).at();
    }
}
