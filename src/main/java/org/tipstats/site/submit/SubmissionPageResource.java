package org.tipstats.site.submit;

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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.review.ReviewService;
import org.tipstats.collect.submission.SubmissionIds;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;
import org.tipstats.site.submit.SubmissionPages.FileList;
import org.tipstats.site.submit.SubmissionPages.SubmissionPage;

/** Lists submitted files and shows the status of each. */
@Path(Site.LANG + "/desk/submissions")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
@FormFilter.Guarded
class SubmissionPageResource {

    private final SubmissionReader reader;
    private final ReviewService review;
    private final SubmissionPages pages;
    private final Frames frames;
    private final CurrentActor actor;

    SubmissionPageResource(
            SubmissionReader reader, ReviewService review, SubmissionPages pages, Frames frames, CurrentActor actor) {
        this.reader = reader;
        this.review = review;
        this.pages = pages;
        this.frames = frames;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "upload")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(Frame frame, PageTexts t, FileList page);

        static native TemplateInstance submission(Frame frame, PageTexts t, SubmissionPage page);

        static native TemplateInstance impact(Frame frame, PageTexts t, SubmissionPage page);

        static native TemplateInstance receipt(Frame frame, PageTexts t, SubmissionPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery String status, @RestQuery String cursor) {
        PageTexts t = frames.texts();
        String wanted = status == null || status.isBlank() ? null : status;
        PageContext place = PageContext.titled(t.say("upload.list.heading"))
                .in(Section.MY_FILES)
                .api("/api/v1/submissions");
        Actor who = actor.required();
        return Pages.list(
                frames.frame(place),
                t,
                pages.list(reader.list(null, null, wanted, who, PageRequest.of(null, cursor)), wanted, who, t));
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance submission(@RestPath String id) {
        SubmissionPage page = page(id, SubmissionPages.ImpactDetail.COUNTS);
        return Pages.submission(frame(page, page.fileName(), ""), frames.texts(), page);
    }

    @GET
    @Path("/{id}/impact")
    @Operation(hidden = true)
    public TemplateInstance impact(@RestPath String id) {
        SubmissionPage page = page(id, SubmissionPages.ImpactDetail.TABLE);
        return Pages.impact(frame(page, frames.texts().say("upload.impact.heading"), "/impact"), frames.texts(), page);
    }

    @GET
    @Path("/{id}/receipt")
    @Operation(hidden = true)
    public TemplateInstance receipt(@RestPath String id) {
        SubmissionPage page = page(id, SubmissionPages.ImpactDetail.NOTHING);
        return Pages.receipt(
                frame(page, frames.texts().say("upload.receipt.heading"), "/receipt"), frames.texts(), page);
    }

    /** Returns the receipt as a file to keep. */
    @GET
    @Path("/{id}/receipt/text")
    @Produces("text/plain;charset=UTF-8")
    @Operation(hidden = true)
    public Response receiptText(@RestPath String id) {
        SubmissionPage page = page(id, SubmissionPages.ImpactDetail.NOTHING);
        String about = "attachment; filename=\"receipt-" + page.id() + ".txt\"";
        return Response.ok(ReceiptFacts.text(page, frames.texts()))
                .header(HttpHeaders.CONTENT_DISPOSITION, about)
                .build();
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(hidden = true)
    @RolesAllowed({Roles.SUBMITTER, Roles.ADMINISTRATOR})
    public Response withdraw(@RestPath String lang, @RestPath String id) {
        review.withdraw(SubmissionIds.read(id), actor.required());
        return Response.seeOther(URI.create("/" + lang + "/desk/submissions/" + id))
                .build();
    }

    private SubmissionPage page(String id, SubmissionPages.ImpactDetail reported) {
        Actor who = actor.required();
        SubmissionView view = reader.get(SubmissionIds.read(id), who);
        return pages.page(view, who, reported, frames.texts());
    }

    private Frame frame(SubmissionPage page, String title, String below) {
        PageTexts t = frames.texts();
        PageContext place = PageContext.titled(title)
                .in(Section.MY_FILES)
                .api("/api/v1/submissions/" + page.id() + below)
                .below(t.say("nav.desk"), "/desk")
                .below(t.say("nav.my-files"), "/desk/submissions");
        return frames.frame(below.isEmpty() ? place : place.below(page.fileName(), "/desk/submissions/" + page.id()));
    }
}
