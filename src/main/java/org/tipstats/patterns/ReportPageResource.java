package org.tipstats.patterns;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.catalogue.CitationService;
import org.tipstats.page.Frame;
import org.tipstats.page.Frames;
import org.tipstats.page.PageTexts;
import org.tipstats.page.Place;
import org.tipstats.page.Section;
import org.tipstats.page.Site;
import org.tipstats.profile.SourceLine;

/** The periodic report, an edition for each published release. What is not public is not there, whoever asks. */
@Path(Site.LANG + "/reports")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class ReportPageResource {

    private static final String API = "/api/v1/releases";

    private final Frames frames;
    private final ReportPages pages;
    private final CitationService citations;

    ReportPageResource(Frames frames, ReportPages pages, CitationService citations) {
        this.frames = frames;
        this.pages = pages;
        this.citations = citations;
    }

    @CheckedTemplate(basePath = "patterns")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance reports(Frame frame, PageTexts t, List<ReportPage.Listed> list);

        static native TemplateInstance report(Frame frame, PageTexts t, ReportPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance reports() {
        PageTexts t = frames.texts();
        Place place = Place.titled(t.say("patterns.list.heading"))
                .in(Section.RELEASES)
                .described(t.say("patterns.list.lead"))
                .api(API);
        return Pages.reports(frames.frame(place), t, pages.list(t));
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public TemplateInstance report(@RestPath String id, @Context UriInfo uri) {
        PageTexts t = frames.texts();
        ReportPage page = pages.page(id, citations.of(id, uri.getBaseUri()), t);
        Place place = Place.titled(t.say("patterns.title", "id", id))
                .in(Section.RELEASES)
                .below(t.say("patterns.list.heading"), "/reports")
                .described(t.say("patterns.list.lead"))
                .api(API + "/" + SourceLine.encoded(id));
        return Pages.report(frames.frame(place), t, page);
    }
}
