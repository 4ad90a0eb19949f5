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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.access.Role.Roles;
import org.tipstats.publish.release.ReleaseService;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;

/** Shows one release with its checks, publishes it, and discards it. */
@Path(Site.LANG + "/desk/releases")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.REVIEWER, Roles.PUBLISHER})
@FormFilter.Guarded
class ReleaseDeskResource {

    private static final int UNPROCESSABLE = 422;

    private final ReleasePages pages;
    private final Work work;
    private final ReleaseService releases;
    private final Frames frames;
    private final CurrentActor actor;

    ReleaseDeskResource(ReleasePages pages, Work work, ReleaseService releases, Frames frames, CurrentActor actor) {
        this.pages = pages;
        this.work = work;
        this.releases = releases;
        this.frames = frames;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "releasedesk")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance release(Frame frame, PageTexts t, ReleasePage page);

        static native TemplateInstance publication(Frame frame, PageTexts t, ReleasePage page);

        static native TemplateInstance refused(Frame frame, PageTexts t, ReleasePage page, int status);

        static native TemplateInstance work(Frame frame, PageTexts t, WorkPage page);
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance release(@RestPath String id) {
        PageTexts t = frames.texts();
        ReleasePage page = pages.page(id, actor.required(), t, List.of());
        return Pages.release(frames.frame(place(page.release().title(), t).api("/api/v1/releases/" + id)), t, page);
    }

    @GET
    @Path("/{id}/publication")
    @Operation(hidden = true)
    @RolesAllowed(Roles.PUBLISHER)
    public Response publication(@RestPath String id) {
        return publication(id, List.of());
    }

    private Response publication(String id, List<Fault> faults) {
        PageTexts t = frames.texts();
        ReleasePage page = pages.page(id, actor.required(), t, faults);
        if (!page.isDraft() || page.dead() != null) {
            return refused(id, page, t);
        }
        PageContext place =
                place(t.say("publication.heading", "id", id), t).below(id, Section.DRAFTS.path() + "/" + id);
        Frame frame = frames.frame(faults.isEmpty() ? place : place.afterFaults());
        return Response.status(faults.isEmpty() ? 200 : UNPROCESSABLE)
                .entity(Pages.publication(frame, t, page))
                .build();
    }

    private Response refused(String id, ReleasePage page, PageTexts t) {
        int status = page.isDraft() && pages.isMadeBy(id, actor.required()) ? 403 : 409;
        return Response.status(status)
                .entity(Pages.refused(frames.frame(place(t.say("publication.refused"), t)), t, page, status))
                .build();
    }

    @POST
    @Path("/{id}/publication")
    @Operation(hidden = true)
    @RolesAllowed(Roles.PUBLISHER)
    public Response publish(@RestPath String id, @RestForm String typed, @RestForm String hash) {
        PageTexts t = frames.texts();
        Actor who = actor.required();
        ReleasePage page = pages.page(id, who, t, List.of());
        if (!page.isDraft() || page.dead() != null) {
            return refused(id, page, t);
        }
        if (typed == null || !typed.strip().equals(id)) {
            return publication(id, List.of(new Fault("typed", t.say("publication.typed.wrong", "id", id))));
        }
        // Someone may have replaced the draft under the same id while the page was open.
        if (!page.hash().equals(hash)) {
            return publication(id, List.of(new Fault("typed", t.say("publication.changed", "id", id))));
        }
        String job = work.publish(id, who).id().toString();
        return seeOther(ReleaseRow.address(id, t) + "/work/" + job);
    }

    @POST
    @Path("/{id}/discard")
    @Operation(hidden = true)
    public Response discard(@RestPath String id, @RestForm String typed) {
        PageTexts t = frames.texts();
        if (typed == null || !typed.strip().equals(id)) {
            List<Fault> faults = List.of(new Fault("discard-typed", t.say("publication.typed.wrong", "id", id)));
            ReleasePage page = pages.page(id, actor.required(), t, faults);
            Frame frame = frames.frame(place(page.release().title(), t).afterFaults());
            return Response.status(UNPROCESSABLE)
                    .entity(Pages.release(frame, t, page))
                    .build();
        }
        releases.drop(id, actor.required());
        return seeOther("/" + t.language() + Section.DRAFTS.path());
    }

    @GET
    @Path("/{id}/work/{job}")
    @Operation(hidden = true)
    public Response work(@RestPath String id, @RestPath String job) {
        PageTexts t = frames.texts();
        Optional<WorkPage> page = work.page(id, job, actor.required(), t);
        if (page.isEmpty()) {
            return seeOther(ReleaseRow.address(id, t));
        }
        Frame frame = frames.frame(place(page.get().release(), t));
        Response.ResponseBuilder answer = Response.ok(Pages.work(frame, t, page.get()));
        return (page.get().running() ? answer.header("Refresh", "5") : answer).build();
    }

    private static Response seeOther(String address) {
        return Response.seeOther(URI.create(address)).build();
    }

    private static PageContext place(String title, PageTexts t) {
        return PageContext.titled(title)
                .in(Section.DRAFTS)
                .below(t.say("nav.desk"), Section.DESK.path())
                .below(t.say("nav.drafts"), Section.DRAFTS.path());
    }
}
