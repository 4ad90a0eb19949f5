package org.tipstats.site.explore;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.site.explore.FigureService.FigurePage;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;

/** The page of one published figure: its meaning, its uncertainty, its source and its citation. */
@Path(Site.LANG + "/figure")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class FigureResource {

    private final Frames frames;
    private final FigureService service;

    FigureResource(Frames frames, FigureService service) {
        this.frames = frames;
        this.service = service;
    }

    @CheckedTemplate(basePath = "explorer")
    static final class Pages {

        static native TemplateInstance one(Frame frame, PageTexts t, FigurePage page);
    }

    @GET
    @Path("/{dataflow}/{series}/{period}")
    public Response one(
            @RestPath String dataflow, @RestPath String series, @RestPath String period, @RestQuery String release) {
        PageTexts t = frames.texts();
        Optional<String> former =
                release == null ? service.former(dataflow, series + "." + period, t) : Optional.empty();
        if (former.isPresent()) {
            return PageReply.next(former.get());
        }
        FigurePage page = service.page(dataflow, series, period, release, t);
        PageContext place = PageContext.titled(page.what())
                .in(Section.DATA)
                .below(t.say("nav.data"), Section.DATA.path() + Addresses.kept("?", release))
                .below(
                        t.say("figure.table"),
                        page.table().substring(1 + t.language().length()))
                .api(page.api())
                .showing(release);
        return Response.ok(Pages.one(frames.frame(place), t, page)).build();
    }
}
