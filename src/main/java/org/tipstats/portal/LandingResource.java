package org.tipstats.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The page that a person meets first. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@Tag(name = "Pages")
class LandingResource {

    private final LandingService service;

    LandingResource(LandingService service) {
        this.service = service;
    }

    @CheckedTemplate(basePath = "portal")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance landing(LandingPage page, PortalTexts t);
    }

    @GET
    @Operation(summary = "The latest release, where to find everything, and a form that checks a file")
    @ResponseHeader(name = "Cache-Control", value = "no-cache")
    public TemplateInstance landing() {
        LandingPage page = service.page();
        return Pages.landing(page, page.t());
    }
}
