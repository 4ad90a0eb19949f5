package org.tipstats.site.frame;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Shows developers every component of the design on one page. This page is not part of the product. */
@Path(Site.LANG + "/dev/components")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@IfBuildProfile(anyOf = {"dev", "test"})
class ComponentsResource {

    private final Frames frames;

    ComponentsResource(Frames frames) {
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "dev")
    static final class Pages {

        static native TemplateInstance components(Frame frame, PageTexts t, List<Fault> faults);
    }

    @GET
    public TemplateInstance components() {
        PageTexts t = frames.texts();
        PageContext place = PageContext.titled("Components")
                .in(Section.ABOUT)
                .below("About", "/about")
                .api("/q/openapi");
        return Pages.components(frames.frame(place), t, List.of(new Fault("year", "Give a year from 2003 to 2016.")));
    }
}
