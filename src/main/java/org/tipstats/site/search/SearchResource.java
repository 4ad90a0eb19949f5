package org.tipstats.site.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.search.SearchPages.SearchPage;

/** Serves the search page. */
@Path(Site.LANG + "/search")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class SearchResource {

    private final Frames frames;
    private final SearchPages pages;

    SearchResource(Frames frames, SearchPages pages) {
        this.frames = frames;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "profile")
    static final class Pages {

        static native TemplateInstance search(Frame frame, PageTexts t, SearchPage page);
    }

    @GET
    public TemplateInstance search(@RestQuery String q) {
        PageTexts t = frames.texts();
        String query = SearchPages.query(q);
        String title = query.isEmpty() ? t.say("search.heading") : t.say("search.title", "q", query);
        PageContext place = PageContext.titled(title).in(Section.SEARCH).showing(null);
        return Pages.search(frames.frame(place), t, pages.page(query, t));
    }
}
