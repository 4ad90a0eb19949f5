package org.tipstats.site.releases;

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
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.cache.CacheFillFilter.CacheableAnswer;
import org.tipstats.publish.citation.CitationService;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleaseView;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.releases.ChangePages.ChangesPage;
import org.tipstats.site.releases.ReleasePages.ReleasePage;

/** Serves published releases and their changes. Answers 404 for an unpublished release, even to staff. */
@Path(Site.LANG + "/releases")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class ReleasePageResource {

    private static final String API = "/api/v1/releases";

    private final Frames frames;
    private final ReleasePages pages;
    private final PublishedReleases published;
    private final ReleaseReader reader;
    private final ChangePages changes;
    private final CitationService citations;

    ReleasePageResource(
            Frames frames,
            ReleasePages pages,
            PublishedReleases published,
            ReleaseReader reader,
            ChangePages changes,
            CitationService citations) {
        this.frames = frames;
        this.pages = pages;
        this.published = published;
        this.reader = reader;
        this.changes = changes;
        this.citations = citations;
    }

    @CheckedTemplate(basePath = "profile")
    static final class Pages {

        static native TemplateInstance releases(Frame frame, PageTexts t, List<ReleaseView> list, String latest);

        static native TemplateInstance release(Frame frame, PageTexts t, ReleasePage page);

        static native TemplateInstance changes(Frame frame, PageTexts t, ChangesPage page);
    }

    @GET
    @CacheableAnswer
    public TemplateInstance releases() {
        PageTexts t = frames.texts();
        PageContext place = PageContext.titled(t.say("releases.heading"))
                .in(Section.RELEASES)
                .described(t.say("releases.lead"))
                .api(API);
        String latest = published.latest().map(ReleaseReference::id).orElse(null);
        return Pages.releases(frames.frame(place), t, reader.list(Optional.empty()), latest);
    }

    @GET
    @CacheableAnswer
    @Path("/{id}")
    public TemplateInstance release(@RestPath String id, @Context UriInfo uri) {
        PageTexts t = frames.texts();
        ReleasePage page = pages.page(id, citations.of(id, uri.getBaseUri()), t);
        PageContext place = PageContext.titled(t.of(page.release().titles()))
                .in(Section.RELEASES)
                .below(t.say("releases.heading"), Section.RELEASES.path())
                .api(API + "/" + Addresses.encoded(id))
                .showing(id);
        return Pages.release(frames.frame(place), t, page);
    }

    @GET
    @Path("/{id}/changes")
    public TemplateInstance changes(
            @RestPath String id,
            @RestQuery String since,
            @RestQuery String kind,
            @RestQuery String dataflow,
            @RestQuery String from) {
        PageTexts t = frames.texts();
        ChangesPage page = changes.page(
                id,
                Optional.empty(),
                Section.RELEASES.path() + "/" + Addresses.encoded(id) + "/changes",
                new ChangePages.ChangesQuery(since, kind, dataflow, from),
                t);
        PageContext place = PageContext.titled(t.say("changes.heading", "id", id))
                .in(Section.RELEASES)
                .below(t.say("releases.heading"), Section.RELEASES.path())
                .below(id, Section.RELEASES.path() + "/" + Addresses.encoded(id))
                .api(page.json())
                .showing(id);
        return Pages.changes(frames.frame(place), t, page);
    }
}
