package org.tipstats.site.area;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.cache.CacheFillFilter.CacheableAnswer;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.site.area.AreaLists.AreaListPage;
import org.tipstats.site.area.AreaPages.AreaPage;
import org.tipstats.site.area.AreaPages.Link;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.search.SearchPages;
import org.tipstats.vocabulary.schema.Code;

/** Serves the list of areas and the profile of each area and group. */
@Path(Site.LANG + "/areas")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class AreasResource {

    private final Frames frames;
    private final AreaLists lists;
    private final AreaPages pages;
    private final PublishedReleases published;

    AreasResource(Frames frames, AreaLists lists, AreaPages pages, PublishedReleases published) {
        this.frames = frames;
        this.lists = lists;
        this.pages = pages;
        this.published = published;
    }

    @CheckedTemplate(basePath = "profile")
    public static final class Pages {

        public static native TemplateInstance areas(Frame frame, PageTexts t, AreaListPage page);

        public static native TemplateInstance area(Frame frame, PageTexts t, AreaPage page);
    }

    @GET
    @CacheableAnswer
    public TemplateInstance areas(@RestQuery String q, @RestQuery String release) {
        PageTexts t = frames.texts();
        PageContext place = PageContext.titled(t.say("areas.heading"))
                .in(Section.AREAS)
                .described(t.say("areas.lead"))
                .api("/api/v1/codelists/" + lists.codeList());
        Frame frame = frames.frame(release == null ? place : place.showing(release));
        return Pages.areas(frame, t, lists.page(published.shown(release), SearchPages.query(q), t));
    }

    @GET
    @CacheableAnswer
    @Path("/{code}")
    public TemplateInstance area(@RestPath String code, @RestQuery String release) {
        PageTexts t = frames.texts();
        Code area = pages.area(code).orElseThrow(() -> ProblemException.notFound("area"));
        AreaPage page = published
                .shown(release)
                .map(shown -> pages.of(shown, area, true, t))
                .orElseGet(() -> pages.unpublished(area, t));
        String kept = Addresses.kept("?", release);
        PageContext place = PageContext.titled(t.of(area.name()))
                .in(Section.AREAS)
                .described(t.say("area.described", "area", t.of(area.name())))
                .below(t.say("areas.heading"), Section.AREAS.path() + kept);
        for (Link group : page.above()) {
            place = place.below(group.name(), Section.AREAS.path() + "/" + group.id() + kept);
        }
        String api = page.chapters().isEmpty() ? null : page.chapters().get(0).json();
        return Pages.area(frames.frame(place.api(api).showing(release)), t, page);
    }
}
