package org.tipstats.site.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.review.ReviewQueue;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.alert.AlertService;
import org.tipstats.platform.audit.AuditLog;
import org.tipstats.platform.audit.AuditLog.AuditFilter;
import org.tipstats.platform.audit.RecordedEvent;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.publish.consult.ConsultationService;
import org.tipstats.publish.consult.ConsultationView.AnswerState;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.publish.release.ReleaseView.ReleaseStatus;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;

/** Serves the start page of the desk: lists of open work and recent events for the reader's roles. */
@Path(Site.LANG + "/desk")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class DeskResource {

    /**
     * The lists of the page. A list is null if the reader's roles do not include it.
     *
     * @param mine the newest files that the reader may see, newest first
     * @param queue the files to review; the file that waits longest comes first
     * @param consultations the number of questions about drafts that the reader's areas must still answer
     * @param alerts the number of alerts, for administrators; else 0
     */
    record DeskLists(
            List<SubmissionView> mine,
            List<SubmissionView> queue,
            List<ReleaseView> drafts,
            List<RecordedEvent> events,
            long consultations,
            long alerts) {}

    private static final Set<ReleaseStatus> OPEN = Set.of(ReleaseStatus.DRAFT, ReleaseStatus.SCHEDULED);
    private static final PageRequest FIRST = new PageRequest(20, null);

    private final SubmissionReader submissions;
    private final ReviewQueue queue;
    private final ReleaseReader releases;
    private final ConsultationService consultations;
    private final AuditLog audit;
    private final AlertService alerts;
    private final FileWords words;
    private final Frames frames;

    DeskResource(
            SubmissionReader submissions,
            ReviewQueue queue,
            ReleaseReader releases,
            ConsultationService consultations,
            AuditLog audit,
            AlertService alerts,
            FileWords words,
            Frames frames) {
        this.submissions = submissions;
        this.queue = queue;
        this.releases = releases;
        this.consultations = consultations;
        this.audit = audit;
        this.alerts = alerts;
        this.words = words;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "portal")
    static final class Pages {

        /** @param waits true if the reader has no role yet, because an administrator must still confirm the role */
        static native TemplateInstance desk(
                Frame frame, PageTexts t, FileWords words, String name, boolean waits, DeskLists lists);
    }

    @GET
    public TemplateInstance desk() {
        PageTexts t = frames.texts();
        Frame frame = frames.frame(PageContext.titled(t.say("desk.heading")).in(Section.DESK));
        Actor who = frames.person();
        DeskLists lists = new DeskLists(
                who.may(AccountRole.SUBMITTER)
                        ? submissions.newest(null, who, FIRST).items()
                        : null,
                who.may(AccountRole.REVIEWER) ? waiting(who) : null,
                who.readsDrafts() ? drafts(who) : null,
                who.may(AccountRole.ADMINISTRATOR)
                        ? audit.newest(new AuditFilter(null, null, null), FIRST).items()
                        : null,
                who.may(AccountRole.SUBMITTER) ? unanswered(who) : 0,
                who.may(AccountRole.ADMINISTRATOR) ? alerts.count() : 0);
        return Pages.desk(frame, t, words, who.name(), who.roles().isEmpty(), lists);
    }

    private List<SubmissionView> waiting(Actor who) {
        return queue.waiting(SubmissionStatus.SUBMITTED, who).stream()
                .limit(FIRST.limit())
                .toList();
    }

    private long unanswered(Actor who) {
        return consultations.mine(who).stream()
                .map(asked -> asked.answer().state())
                .filter(state -> state == AnswerState.NOT_ANSWERED || state == AnswerState.CHANGED)
                .count();
    }

    private List<ReleaseView> drafts(Actor who) {
        return releases.list(Optional.of(who)).stream()
                .filter(release -> OPEN.contains(release.status()) || release.awaitsConfirmation())
                .toList();
    }
}
