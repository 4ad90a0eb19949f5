package org.tipstats.site.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.submission.SubmissionIds;
import org.tipstats.collect.upload.UploadFields.StoredFile;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.review.Decisions.RefusalPage;
import org.tipstats.site.review.Decisions.ReviewForm;
import org.tipstats.site.review.Reviews.ReviewedFile;
import org.tipstats.site.session.FormFilter;

/** Shows one file under review, and receives the reviewer's decision on the file. */
@Path(Site.LANG + "/desk/review")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.REVIEWER)
@FormFilter.Guarded
class DecisionResource {

    private final Reviews reviews;
    private final Decisions decisions;
    private final SubmissionReader reader;
    private final FileWords words;
    private final Frames frames;

    DecisionResource(Reviews reviews, Decisions decisions, SubmissionReader reader, FileWords words, Frames frames) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.reader = reader;
        this.words = words;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "reviewdesk")
    static final class Pages {

        static native TemplateInstance review(
                Frame frame, PageTexts t, FileWords words, ReviewedFile file, ReviewForm form);

        static native TemplateInstance refused(Frame frame, PageTexts t, RefusalPage page);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance review(@RestPath String id) {
        return page(SubmissionIds.read(id), ReviewForm.NONE);
    }

    private TemplateInstance page(UUID id, ReviewForm form) {
        PageTexts t = frames.texts();
        ReviewedFile file = reviews.of(id, frames.person(), t);
        SubmissionView view = file.view();
        String title =
                t.say("review.title", "area", words.areas(view, t), "dataflow", words.dataflow(view.dataflow(), t));
        PageContext place = place(title, t).api("/api/v1/submissions/" + id).after(form.faults());
        return Pages.review(frames.frame(place), t, words, file, form);
    }

    private static PageContext place(String title, PageTexts t) {
        return PageContext.onDesk(title, t).in(Section.QUEUE).below(t.say("nav.queue"), Section.QUEUE.path());
    }

    @GET
    @Path("/{id}/file")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response file(@RestPath String id) {
        StoredFile file = reader.file(SubmissionIds.read(id), frames.person());
        return Response.ok((StreamingOutput) out -> file.content().transferTo(out))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.disposition())
                .build();
    }

    @POST
    @Path("/{id}/acceptance")
    public Response accept(
            @RestPath String id, @RestForm String sha256, @RestForm String comment, @RestForm List<String> footnotes) {
        UUID submission = SubmissionIds.read(id);
        PageTexts t = frames.texts();
        ReviewForm remarks = ReviewForm.acceptance(comment, footnotes, t);
        return remarks.faults().isEmpty()
                ? answer(submission, decisions.accept(submission, sha256, remarks, frames.person(), t))
                : faulty(submission, remarks);
    }

    @POST
    @Path("/{id}/return")
    public Response giveBack(@RestPath String id, @RestForm String reason) {
        UUID submission = SubmissionIds.read(id);
        PageTexts t = frames.texts();
        ReviewForm remarks = ReviewForm.giveBack(reason, t);
        return remarks.faults().isEmpty()
                ? answer(submission, decisions.giveBack(submission, remarks, frames.person(), t))
                : faulty(submission, remarks);
    }

    private Response faulty(UUID submission, ReviewForm remarks) {
        return PageReply.again(page(submission, remarks));
    }

    private Response answer(UUID submission, Optional<RefusalPage> refusal) {
        PageTexts t = frames.texts();
        if (refusal.isEmpty()) {
            return PageReply.next("/" + t.language() + Section.QUEUE.path() + "/" + submission);
        }
        RefusalPage page = refusal.get();
        return Response.status(page.status())
                .entity(Pages.refused(frames.frame(place(page.heading(), t)), t, page))
                .build();
    }
}
