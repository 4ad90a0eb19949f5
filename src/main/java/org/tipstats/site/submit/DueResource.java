package org.tipstats.site.submit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.submit.DuePages.DuePage;

/** Shows which files a submitter's areas have submitted and which files are missing. */
@Path(Site.LANG + "/desk/due")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.SUBMITTER)
class DueResource {

    private final DuePages pages;
    private final Frames frames;
    private final CurrentActor actor;

    DueResource(DuePages pages, Frames frames, CurrentActor actor) {
        this.pages = pages;
        this.frames = frames;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "due")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance due(Frame frame, PageTexts t, DuePage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance due(@RestQuery String area) {
        PageTexts t = frames.texts();
        String wanted = area == null || area.isBlank() ? null : area;
        PageContext place = PageContext.titled(t.say("due.heading")).in(Section.DUE);
        return Pages.due(frames.frame(place), t, pages.page(wanted, actor.required(), t));
    }
}
