package org.tipstats.problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** The pages that the types of problems lead to. */
@Path("/problems")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Problems")
class ProblemPageResource {

    private final ProblemCatalogue catalogue;

    ProblemPageResource(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @CheckedTemplate(basePath = "problem")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance page(ProblemType type);

        static native TemplateInstance list(List<ProblemType> types);
    }

    @GET
    @Operation(summary = "All types of problems")
    @ResponseHeader(name = "Cache-Control", value = "public, max-age=3600")
    public TemplateInstance list() {
        return Pages.list(catalogue.all());
    }

    @GET
    @Path("/{slug}")
    @Operation(summary = "What a type of problem means, and what to do about it")
    @ResponseHeader(name = "Cache-Control", value = "public, max-age=3600")
    public TemplateInstance page(@RestPath String slug) {
        return Pages.page(catalogue
                .find(slug)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no type of problem called \"" + slug + "\".")));
    }
}
