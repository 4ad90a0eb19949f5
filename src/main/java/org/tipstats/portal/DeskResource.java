package org.tipstats.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tipstats.access.CurrentActor;
import org.tipstats.page.Frame;
import org.tipstats.page.Frames;
import org.tipstats.page.PageTexts;
import org.tipstats.page.Place;
import org.tipstats.page.Section;
import org.tipstats.page.Site;

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
        Frame frame = frames.frame(Place.titled(t.say("desk.heading")).in(Section.DESK));
        return Pages.desk(frame, t, pages.page(actor.required(), t));
    }
}
