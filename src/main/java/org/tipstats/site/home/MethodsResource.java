package org.tipstats.site.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves the pages on methods, rules and code lists. */
@Path(Site.LANG + "/methods")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class MethodsResource {

    private static final String PATH = "/methods";

    private final Frames frames;
    private final SchemaRegistry schemas;

    MethodsResource(Frames frames, SchemaRegistry schemas) {
        this.frames = frames;
        this.schemas = schemas;
    }

    @CheckedTemplate(basePath = "portal")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance methods(Frame frame, PageTexts t, MethodsPage page);

        static native TemplateInstance rule(Frame frame, PageTexts t, MethodsPage.RulePage rule);

        static native TemplateInstance codelist(Frame frame, PageTexts t, MethodsPage.CodeListPage list);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance methods() {
        PageTexts t = frames.texts();
        PageContext place =
                PageContext.titled(t.say("methods.heading")).in(Section.METHODS).described(t.say("methods.lead"));
        return Pages.methods(frames.frame(place), t, MethodsPage.of(schemas, t));
    }

    @GET
    @Path("/rules/{id}")
    @Operation(hidden = true)
    public TemplateInstance rule(@RestPath String id) {
        PageTexts t = frames.texts();
        MethodsPage.RulePage rule = MethodsPage.rule(id, t).orElseThrow(() -> ProblemException.notFound("rule"));
        return Pages.rule(frames.frame(below(t, rule.title(), "/api/v1/rules/" + rule.id())), t, rule);
    }

    @GET
    @Path("/codelists/{id}")
    @Operation(hidden = true)
    public TemplateInstance codeList(@RestPath String id) {
        PageTexts t = frames.texts();
        MethodsPage.CodeListPage list = schemas.codeList(id)
                .map(found -> MethodsPage.codeList(found, t))
                .orElseThrow(() -> ProblemException.notFound("code list"));
        return Pages.codelist(frames.frame(below(t, list.name(), "/api/v1/codelists/" + list.id())), t, list);
    }

    private static PageContext below(PageTexts t, String title, String api) {
        return PageContext.titled(title)
                .in(Section.METHODS)
                .below(t.say("methods.heading"), PATH)
                .api(api);
    }
}
