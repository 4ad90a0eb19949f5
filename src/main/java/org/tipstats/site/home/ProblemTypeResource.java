package org.tipstats.site.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.platform.problem.ProblemCatalogue;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;

/** Serves the pages at the URIs of problem types. The frame is translated; the text of a problem type is in English. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@Tag(name = "Problems")
class ProblemTypeResource {

    /**
     * Lets a browser reuse a page only after asking the server, because the frame of the page can change, for example
     * when a release is published.
     */
    private static final String ASK_AGAIN = "no-cache";

    private final ProblemCatalogue catalogue;
    private final Frames frames;

    ProblemTypeResource(ProblemCatalogue catalogue, Frames frames) {
        this.catalogue = catalogue;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "page")
    static final class Pages {

        static native TemplateInstance problemtype(Frame frame, PageTexts t, ProblemType type);

        static native TemplateInstance problemtypes(Frame frame, PageTexts t, List<ProblemType> types);
    }

    @GET
    @Path("problems")
    @Operation(summary = "List all types of problems")
    @ResponseHeader(name = "Cache-Control", value = ASK_AGAIN)
    @ResponseHeader(name = "Vary", value = "Cookie")
    public TemplateInstance list() {
        PageTexts t = frames.texts();
        PageContext place = PageContext.titled(t.say("problem-type.all")).in(Section.DEVELOPERS);
        return Pages.problemtypes(frames.frame(place), t, catalogue.all());
    }

    @GET
    @Path("problems/{slug}")
    @Operation(summary = "Explain a type of problem and its remedy")
    @ResponseHeader(name = "Cache-Control", value = ASK_AGAIN)
    @ResponseHeader(name = "Vary", value = "Cookie")
    public TemplateInstance page(@RestPath String slug) {
        PageTexts t = frames.texts();
        ProblemType type = catalogue
                .find(slug)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no type of problem called \"" + slug + "\"."));
        PageContext place =
                PageContext.titled(type.title()).in(Section.DEVELOPERS).below(t.say("problem-type.all"), "/problems");
        return Pages.problemtype(frames.frame(place), t, type);
    }

    @GET
    @Path(Site.LANG + "/problems")
    @Operation(hidden = true)
    public TemplateInstance listIn() {
        return list();
    }

    @GET
    @Path(Site.LANG + "/problems/{slug}")
    @Operation(hidden = true)
    public TemplateInstance pageIn(@RestPath String slug) {
        return page(slug);
    }
}
