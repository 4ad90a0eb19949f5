package org.tipstats.site.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;

/** Serves two pages: about the service and its terms, and about the accessibility of the website. */
@Path(Site.LANG)
@Produces(MediaType.TEXT_HTML)
@PermitAll
class AboutResource {

    private final Frames frames;
    private final String contact;

    /**
     * Makes the resource.
     *
     * @param contact contact details of the operator, from {@code tipstats.contact}
     */
    AboutResource(Frames frames, @ConfigProperty(name = "tipstats.contact") Optional<String> contact) {
        this.frames = frames;
        this.contact = contact.orElse(null);
    }

    @CheckedTemplate(basePath = "portal")
    static final class Pages {

        static native TemplateInstance about(Frame frame, PageTexts t, String contact);

        static native TemplateInstance accessibility(Frame frame, PageTexts t, String contact);
    }

    @GET
    @Path("/about")
    public TemplateInstance about() {
        PageTexts t = frames.texts();
        return Pages.about(
                frames.frame(PageContext.titled(t.say("about.heading")).in(Section.ABOUT)), t, contact);
    }

    @GET
    @Path("/accessibility")
    public TemplateInstance accessibility() {
        PageTexts t = frames.texts();
        return Pages.accessibility(frames.frame(PageContext.titled(t.say("accessibility.heading"))), t, contact);
    }
}
