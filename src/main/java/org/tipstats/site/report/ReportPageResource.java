package org.tipstats.site.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.platform.cache.CacheFillFilter.CacheableAnswer;
import org.tipstats.publish.citation.CitationService;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.site.chapter.PdfReply;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;

/**
 * Serves the periodic report, one edition for each published release. The answer for an unpublished release is always
 * 404, also for staff.
 */
@Path(Site.LANG + "/reports")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class ReportPageResource {

    private static final String API = "/api/v1/releases";

    private final Frames frames;
    private final PatternsPages pages;
    private final PublishedReleases published;
    private final ReleaseReader reader;
    private final PrintedReports prints;
    private final CitationService citations;

    ReportPageResource(
            Frames frames,
            PatternsPages pages,
            PublishedReleases published,
            ReleaseReader reader,
            PrintedReports prints,
            CitationService citations) {
        this.frames = frames;
        this.pages = pages;
        this.published = published;
        this.reader = reader;
        this.prints = prints;
        this.citations = citations;
    }

    @CheckedTemplate(basePath = "patterns")
    static final class Pages {

        static native TemplateInstance reports(Frame frame, PageTexts t, List<ReleaseView> list, String latest);

        static native TemplateInstance report(Frame frame, PageTexts t, PatternsPage page);
    }

    @GET
    @CacheableAnswer
    public TemplateInstance reports() {
        PageTexts t = frames.texts();
        PageContext place = PageContext.titled(t.say("patterns.list.heading"))
                .in(Section.RELEASES)
                .described(t.say("patterns.list.lead"))
                .api(API);
        String latest = published.latest().map(ReleaseReference::id).orElse(null);
        return Pages.reports(frames.frame(place), t, reader.published(), latest);
    }

    @GET
    @CacheableAnswer
    @Path("/{id}")
    public Response report(@RestPath String id, @Context UriInfo uri) {
        PageTexts t = frames.texts();
        Optional<String> other = pages.instead(id);
        if (other.isPresent()) {
            return Response.temporaryRedirect(
                            URI.create("/" + t.language() + "/reports/" + Addresses.encoded(other.get())))
                    .build();
        }
        PatternsPage page = pages.page(id, citations.of(id, uri.getBaseUri()), Drawing.WIDTH, t);
        PageContext place = PageContext.titled(t.say("patterns.title", "id", id))
                .in(Section.RELEASES)
                .below(t.say("patterns.list.heading"), "/reports")
                .described(t.say("patterns.list.lead"))
                .api(API + "/" + Addresses.encoded(id))
                .showing(id);
        return Response.ok(Pages.report(frames.frame(place), t, page)).build();
    }

    @GET
    @Path("/{id}/report.pdf")
    @Produces("application/pdf")
    public Response pdf(@RestPath String id, @Context UriInfo uri, @Context Request request) {
        PageTexts t = frames.texts();
        return PdfReply.of(prints.of(id, uri.getBaseUri(), t), "tipstats-" + id + "-" + t.language(), request);
    }
}
