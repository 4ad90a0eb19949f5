package org.tipstats.site.releases;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.cache.CacheFillFilter.CacheableAnswer;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.releases.CoveragePages.CoveragePage;

/** Serves the table of reporting areas. */
@Path(Site.LANG + "/coverage")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class CoveragePageResource {

    private final Frames frames;
    private final CoveragePages pages;
    private final PublishedReleases published;

    CoveragePageResource(Frames frames, CoveragePages pages, PublishedReleases published) {
        this.frames = frames;
        this.pages = pages;
        this.published = published;
    }

    @CheckedTemplate(basePath = "profile")
    static final class Pages {

        static native TemplateInstance coverage(Frame frame, PageTexts t, CoveragePage page);
    }

    @GET
    @CacheableAnswer
    public TemplateInstance coverage(@RestQuery String dataflow, @RestQuery String region, @RestQuery String release) {
        PageTexts t = frames.texts();
        String kept = Addresses.kept("&", release);
        CoveragePage page = pages.page(
                published.shown(release),
                pages.dataflow(dataflow),
                pages.region(region),
                query -> "/" + t.language() + "/data/" + query + kept,
                t);
        PageContext place = PageContext.titled(t.say("coverage.heading"))
                .in(Section.COVERAGE)
                .described(t.say("coverage.lead"))
                .api(page.json())
                .showing(release);
        return Pages.coverage(frames.frame(place), t, page);
    }
}
