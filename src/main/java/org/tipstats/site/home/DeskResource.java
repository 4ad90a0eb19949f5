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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.audit.AuditLog;
import org.tipstats.platform.audit.AuditLog.AuditFilter;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.publish.release.ReleaseView.ReleaseStatus;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;

/** Serves the start page of the desk. */
@Path(Site.LANG + "/desk")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class DeskResource {

    /** The work that waits for a person. A list is null if the person does not have the role for this work. */
    record DeskPage(
            String lead, List<FileRow> mine, List<FileRow> queue, List<ReleaseRow> drafts, List<EventRow> events) {}

    /**
     * A submitted file.
     *
     * @param area the area's name; the number of areas if the file has several
     * @param at the time of the file in ISO 8601
     * @param address the URL of the file's page; null if there is no such page
     */
    record FileRow(
            String dataflow,
            String area,
            String fileName,
            String status,
            String tone,
            String at,
            String when,
            String address) {}

    /** A release that is not published yet. */
    record ReleaseRow(
            String id, String title, String status, String tone, String at, String when, String by, String address) {}

    /**
     * An entry of the audit log.
     *
     * @param action the action in words
     */
    record EventRow(String action, String subject, String by, String at, String when) {}

    private static final PageRequest NEWEST = new PageRequest(20, null);

    private final SubmissionReader submissions;
    private final ReleaseReader releases;
    private final AuditLog audit;
    private final FileWords words;
    private final Frames frames;
    private final CurrentActor actor;

    DeskResource(
            SubmissionReader submissions,
            ReleaseReader releases,
            AuditLog audit,
            FileWords words,
            Frames frames,
            CurrentActor actor) {
        this.submissions = submissions;
        this.releases = releases;
        this.audit = audit;
        this.words = words;
        this.frames = frames;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "portal")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance desk(Frame frame, PageTexts t, DeskPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance desk() {
        PageTexts t = frames.texts();
        Frame frame = frames.frame(PageContext.titled(t.say("desk.heading")).in(Section.DESK));
        return Pages.desk(frame, t, page(actor.required(), t));
    }

    /** Collects the work that waits for the person. Makes no query for a role that the person does not have. */
    private DeskPage page(Actor who, PageTexts t) {
        return new DeskPage(
                t.say("desk.lead", "name", who.name()),
                who.may(AccountRole.SUBMITTER) ? files(who, null, Section.MY_FILES, t) : null,
                who.may(AccountRole.REVIEWER) ? files(who, SubmissionStatus.SUBMITTED, Section.QUEUE, t) : null,
                ReleaseReader.seesDrafts(Optional.of(who)) ? drafts(who, t) : null,
                who.may(AccountRole.ADMINISTRATOR) ? events(t) : null);
    }

    private List<FileRow> files(Actor who, SubmissionStatus status, Section section, PageTexts t) {
        return submissions.newest(status, who, NEWEST).items().stream()
                .map(view -> file(view, section, t))
                .toList();
    }

    private FileRow file(SubmissionView view, Section section, PageTexts t) {
        return new FileRow(
                words.dataflow(view.dataflow(), t),
                words.areas(view, t),
                view.fileName(),
                FileWords.status(view.status(), t),
                FileWords.tone(view.status()),
                view.receivedAt().toString(),
                new DayTexts(t).time(view.receivedAt()),
                "/" + t.language() + section.path() + "/" + view.id());
    }

    private List<ReleaseRow> drafts(Actor who, PageTexts t) {
        return releases.list(Optional.of(who)).stream()
                .filter(release -> release.status() != ReleaseStatus.PUBLISHED)
                .map(release -> draft(release, t))
                .toList();
    }

    private ReleaseRow draft(ReleaseView release, PageTexts t) {
        boolean draft = release.status() == ReleaseStatus.DRAFT;
        return new ReleaseRow(
                release.id(),
                release.title(),
                t.say(draft ? "status.draft" : "status.scheduled"),
                draft ? "warning" : "info",
                release.createdAt().toString(),
                new DayTexts(t).time(release.createdAt()),
                release.createdBy(),
                "/" + t.language() + Section.DRAFTS.path() + "/" + release.id());
    }

    private List<EventRow> events(PageTexts t) {
        DayTexts days = new DayTexts(t);
        return audit.newest(new AuditFilter(null, null, null), NEWEST).items().stream()
                .map(event -> new EventRow(
                        t.has("event." + event.action()) ? t.say("event." + event.action()) : event.action(),
                        event.subject(),
                        event.actorName(),
                        event.at().toString(),
                        days.time(event.at())))
                .toList();
    }
}
