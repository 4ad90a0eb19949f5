package org.tipstats.site.frame;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.tipstats.platform.http.Languages;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * Redirects to the start page in the language of the page that the reader saw last. If there is no such page, uses a
 * language that the browser asks for.
 */
@Path("/")
@PermitAll
class RootResource {

    @GET
    @Operation(hidden = true)
    public RestResponse<Void> start(
            @CookieParam(PageHeadersFilter.LANGUAGE) String read,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String wanted) {
        String language = read != null && LocalText.LANGUAGES.contains(read)
                ? read
                : Languages.choose(null, wanted, LocalText.LANGUAGES);
        return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.FOUND)
                .location(URI.create("/" + language + "/"))
                .header(HttpHeaders.VARY, "Cookie, Accept-Language")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
