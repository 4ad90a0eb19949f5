package org.tipstats.site.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.home.DeskPages.DeskPage;

/** Serves the start page of the desk. */
@Path(Site.LANG + "/desk")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class DeskResource {

    private final DeskPages pages;
    private final Frames frames;
    private final CurrentActor actor;

    DeskResource(DeskPages pages, Frames frames, CurrentActor actor) {
        this.pages = pages;
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
        return Pages.desk(frame, t, pages.page(actor.required(), t));
    }
}
