package org.tipstats.site.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.collect.discussion.DiscussionService;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.review.ReviewQueue;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;

/**
 * Lists the files that wait for a reviewer, or those whose warnings the submitter must still explain. The file that has
 * waited longest comes first.
 */
@Path(Site.LANG + "/desk/review")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.REVIEWER)
class QueueResource {

    /**
     * Largest number of rows. The number is small, because the service computes the impact of each file in the list.
     */
    private static final int MAX_ROWS = 50;

    private final SubmissionReader reader;
    private final ReviewQueue waiting;
    private final DiscussionService discussions;
    private final FileWords words;
    private final Clock clock;
    private final Frames frames;

    QueueResource(
            SubmissionReader reader,
            ReviewQueue waiting,
            DiscussionService discussions,
            FileWords words,
            Clock clock,
            Frames frames) {
        this.reader = reader;
        this.waiting = waiting;
        this.discussions = discussions;
        this.words = words;
        this.clock = clock;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "reviewdesk")
    static final class Pages {

        static native TemplateInstance queue(
                Frame frame, PageTexts t, FileWords words, QueueFilter filter, Queue queue, Instant now);
    }

    /** The filter of the queue, as the reader typed it. An empty dataflow or area does not limit the files. */
    record QueueFilter(String state, String dataflow, String area) {

        private static final String UNEXPLAINED = "unexplained";

        QueueFilter {
            state = UNEXPLAINED.equals(state) ? UNEXPLAINED : "";
            dataflow = dataflow == null ? "" : dataflow;
            area = area == null ? "" : area;
        }

        /**
         * Returns true if the filter selects files whose warnings the submitter must still explain, and false if it
         * selects files that wait for a decision.
         */
        public boolean isUnexplained() {
            return state.equals(UNEXPLAINED);
        }

        public boolean isFiltered() {
            return !dataflow.isEmpty() || !area.isEmpty();
        }

        private SubmissionStatus status() {
            return isUnexplained() ? SubmissionStatus.NEEDS_JUSTIFICATION : SubmissionStatus.SUBMITTED;
        }

        private boolean takes(SubmissionView file) {
            return (dataflow.isEmpty() || dataflow.equals(file.dataflow()))
                    && (area.isEmpty() || file.areas().contains(area));
        }
    }

    /**
     * The files that wait for review.
     *
     * @param dataflows the dataflows to filter by
     * @param areas the areas to filter by, in the order of their names
     * @param next the file to review next: the first file in {@code files} that the reviewer may decide on; null if
     *     there is none
     * @param rest the number of files not shown
     */
    record Queue(List<String> dataflows, List<String> areas, List<WaitingFile> files, UUID next, int rest) {}

    /**
     * A file that waits.
     *
     * @param comments the number of comments
     * @param size the number of figures that the file would change, in words. The record does not contain the impact
     *     itself, because an impact contains all accepted values.
     * @param isOwn true if the reader submitted the file
     */
    record WaitingFile(SubmissionView view, long comments, String size, boolean isOwn) {}

    @GET
    public TemplateInstance queue(@RestQuery String state, @RestQuery String dataflow, @RestQuery String area) {
        PageTexts t = frames.texts();
        PageContext place = PageContext.onDesk(t.say("queue.heading"), t)
                .in(Section.QUEUE)
                .api("/api/v1/submissions?status=SUBMITTED");
        QueueFilter filter = new QueueFilter(state, dataflow, area);
        Queue queue = queue(filter, frames.person(), t);
        return Pages.queue(frames.frame(place), t, words, filter, queue, clock.instant());
    }

    private Queue queue(QueueFilter filter, Actor who, PageTexts t) {
        List<SubmissionView> waiting = this.waiting.waiting(filter.status(), who);
        List<SubmissionView> wanted = waiting.stream().filter(filter::takes).toList();
        List<WaitingFile> files = files(wanted, who, t);
        return new Queue(
                waiting.stream()
                        .map(SubmissionView::dataflow)
                        .distinct()
                        .sorted()
                        .toList(),
                waiting.stream()
                        .flatMap(view -> view.areas().stream())
                        .distinct()
                        .sorted(Comparator.comparing(id -> words.area(id, t), t.collator()))
                        .toList(),
                files,
                files.stream()
                        .filter(file -> !file.isOwn() && !filter.isUnexplained())
                        .findFirst()
                        .map(file -> file.view().id())
                        .orElse(null),
                Math.max(0, wanted.size() - MAX_ROWS));
    }

    private List<WaitingFile> files(List<SubmissionView> wanted, Actor who, PageTexts t) {
        List<SubmissionView> shown = wanted.stream().limit(MAX_ROWS).toList();
        Map<UUID, Long> comments = discussions.counts(shown);
        return shown.stream()
                .map(view -> new WaitingFile(
                        view,
                        comments.get(view.id()),
                        ReviewFormats.size(reader.impact(view.id(), who), t),
                        reader.isSubmittedBy(view.id(), who)))
                .toList();
    }
}
