package org.tipstats.site.file;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.collect.discussion.DiscussionService;
import org.tipstats.collect.submission.SubmissionIds;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.site.file.CommentPages.CommentPage;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;

/** Shows the comments that reviewers and the submitter of a file exchange, and stores new comments. */
@Path(Site.LANG + "/desk/submissions")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
@FormFilter.Guarded
class CommentPageResource {

    private static final int UNPROCESSABLE = 422;

    private final CommentPages pages;
    private final DiscussionService discussions;
    private final Frames frames;
    private final CurrentActor actor;

    CommentPageResource(CommentPages pages, DiscussionService discussions, Frames frames, CurrentActor actor) {
        this.pages = pages;
        this.discussions = discussions;
        this.frames = frames;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "filereport")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance comments(Frame frame, PageTexts t, CommentPage page);
    }

    @GET
    @Path("/{id}/comments")
    @Operation(hidden = true)
    public TemplateInstance comments(@RestPath String id, @RestQuery String key) {
        return page(SubmissionIds.read(id), key, null);
    }

    @POST
    @Path("/{id}/comments")
    @Operation(hidden = true)
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMINISTRATOR})
    public Response say(@RestPath String id, @RestForm String key, @RestForm String text) {
        UUID submission = SubmissionIds.read(id);
        PageTexts t = frames.texts();
        String said = text == null ? "" : text;
        if (!CommentPages.faults(said, t).isEmpty()) {
            return Response.status(UNPROCESSABLE)
                    .entity(page(submission, key, said))
                    .build();
        }
        discussions.add(submission, key == null || key.isEmpty() ? null : key, said, actor.required());
        return Response.seeOther(URI.create(CommentPages.address(submission, null, t)))
                .build();
    }

    private TemplateInstance page(UUID id, String key, String text) {
        PageTexts t = frames.texts();
        CommentPage page = pages.page(id, actor.required(), key == null ? "" : key, text, t);
        PageContext place = PageContext.titled(t.say("comments.heading"))
                .in(Section.MY_FILES)
                .below(t.say("nav.desk"), Section.DESK.path())
                .api("/api/v1/submissions/" + id + "/comments");
        return Pages.comments(frames.frame(page.faults().isEmpty() ? place : place.afterFaults()), t, page);
    }
}
