package org.tipstats.site.flows;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.cache.CacheFillFilter.CacheableAnswer;
import org.tipstats.site.flows.FlowPages.FlowsPage;
import org.tipstats.site.flows.MirrorPages.MirrorPage;
import org.tipstats.site.flows.Pairs.FlowQuery;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;

/** Serves the pages on pairs of areas. */
@Path(Site.LANG)
@Produces(MediaType.TEXT_HTML)
@PermitAll
class FlowsResource {

    private final Frames frames;
    private final FlowPages flows;
    private final MirrorPages mirrors;

    FlowsResource(Frames frames, FlowPages flows, MirrorPages mirrors) {
        this.frames = frames;
        this.flows = flows;
        this.mirrors = mirrors;
    }

    @CheckedTemplate(basePath = "flows")
    static final class Pages {

        static native TemplateInstance flows(Frame frame, PageTexts t, FlowsPage page);

        static native TemplateInstance mirror(Frame frame, PageTexts t, MirrorPage page);
    }

    @GET
    @CacheableAnswer
    @Path("/flows")
    public TemplateInstance flows(
            @RestQuery("AREA") String area,
            @RestQuery("YEAR") String year,
            @RestQuery String release,
            @RestQuery String view) {
        PageTexts t = frames.texts();
        FlowQuery query = FlowQuery.of(
                FlowQuery.AREA, area, FlowQuery.YEAR, year, FlowQuery.RELEASE, release, FlowQuery.VIEW, view);
        FlowsPage page = flows.flows(query, t);
        PageContext place = place(page.heading(), release, t).described(t.say("flows.lead"));
        return Pages.flows(frames.frame(place.api(page.api()).showing(release)), t, page);
    }

    @GET
    @CacheableAnswer
    @Path("/mirror")
    public TemplateInstance mirror(
            @RestQuery("A") String first, @RestQuery("B") String second, @RestQuery String release) {
        PageTexts t = frames.texts();
        FlowQuery query = FlowQuery.of(FlowQuery.FIRST, first, FlowQuery.SECOND, second, FlowQuery.RELEASE, release);
        MirrorPage page = mirrors.page(query, t);
        PageContext place = place(page.heading(), release, t).described(t.say("mirror.lead"));
        return Pages.mirror(frames.frame(place.api(page.api()).showing(release)), t, page);
    }

    private static PageContext place(String title, String release, PageTexts t) {
        return PageContext.titled(title)
                .in(Section.DATA)
                .below(t.say("nav.data"), Section.DATA.path() + Addresses.kept("?", release));
    }
}
