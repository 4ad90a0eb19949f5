package org.tipstats.site.publish;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.access.Role.Roles;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;

/** Lists the releases in preparation and takes new ones. */
@Path(Site.LANG + "/desk/releases")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.REVIEWER, Roles.PUBLISHER})
@FormFilter.Guarded
class ReleaseListResource {

    private static final int UNPROCESSABLE = 422;

    private final ReleasePages pages;
    private final Work work;
    private final Frames frames;
    private final CurrentActor actor;

    ReleaseListResource(ReleasePages pages, Work work, Frames frames, CurrentActor actor) {
        this.pages = pages;
        this.work = work;
        this.frames = frames;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "releasedesk")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance list(
                Frame frame, PageTexts t, List<WorkRow> underway, List<ReleaseRow> drafts, List<ReleaseRow> published);

        static native TemplateInstance draft(Frame frame, PageTexts t, DraftForm form);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list() {
        PageTexts t = frames.texts();
        Actor who = actor.required();
        PageContext place = PageContext.titled(t.say("nav.drafts"))
                .in(Section.DRAFTS)
                .below(t.say("nav.desk"), Section.DESK.path())
                .api("/api/v1/releases");
        // Query the running jobs before the drafts, so that a draft that is completed in between appears at least once.
        List<WorkRow> underway = work.underway(who, t);
        return Pages.list(frames.frame(place), t, underway, pages.rows(false, who, t), pages.rows(true, who, t));
    }

    @GET
    @Path("/new")
    @Operation(hidden = true)
    public TemplateInstance form() {
        return form(DraftForm.EMPTY);
    }

    private TemplateInstance form(DraftForm form) {
        PageTexts t = frames.texts();
        PageContext place = PageContext.titled(t.say("draft.heading"))
                .in(Section.DRAFTS)
                .below(t.say("nav.desk"), Section.DESK.path())
                .below(t.say("nav.drafts"), Section.DRAFTS.path());
        return Pages.draft(frames.frame(form.faults().isEmpty() ? place : place.afterFaults()), t, form);
    }

    @POST
    @Path("/new")
    @Operation(hidden = true)
    public Response draft(
            @RestForm String id, @RestForm String title, @RestForm String notes, @RestForm String embargo) {
        PageTexts t = frames.texts();
        Actor who = actor.required();
        boolean taken = id != null && pages.isTaken(id.strip(), who);
        DraftForm form = DraftForm.of(id, title, notes, embargo, taken, t);
        if (!form.faults().isEmpty()) {
            return Response.status(UNPROCESSABLE).entity(form(form)).build();
        }
        String job = work.draft(form.request(), who).id().toString();
        return Response.seeOther(URI.create(ReleaseRow.address(form.id(), t) + "/work/" + job))
                .build();
    }
}
