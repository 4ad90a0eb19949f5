package org.tipstats.site.metadata;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.metadata.AreaMetadataPages.AreaMetadataPage;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Shows an area's own statements on what it counts, and how. */
@Path(Site.LANG + "/areas/{code}/metadata")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class AreaMetadataPageResource {

    private final Frames frames;
    private final SchemaRegistry schemas;
    private final AreaMetadataPages pages;

    AreaMetadataPageResource(Frames frames, SchemaRegistry schemas, AreaMetadataPages pages) {
        this.frames = frames;
        this.schemas = schemas;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "metadata")
    static final class Pages {

        static native TemplateInstance area(Frame frame, PageTexts t, AreaMetadataPage page);
    }

    @GET
    public TemplateInstance area(
            @RestPath String code, @RestQuery("with") List<String> with, @RestQuery String dataflow) {
        Code area = schemas.areas().singleArea(code).orElseThrow(() -> ProblemException.notFound("area"));
        PageTexts t = frames.texts();
        String name = t.of(area.name());
        PageContext place = PageContext.titled(t.say("metadata.heading", "area", name))
                .in(Section.AREAS)
                .described(t.say("metadata.lead"))
                .below(t.say("areas.heading"), Section.AREAS.path())
                .below(name, Section.AREAS.path() + "/" + area.id())
                .api("/api/v1/areas/" + area.id() + "/metadata");
        return Pages.area(frames.frame(place), t, pages.of(area, with, dataflow, t));
    }
}
