package org.tipstats.site.frame;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Redirects to the start page in the language of the page that the reader saw last. If there is no such page, uses a
 * language that the browser asks for.
 */
@Path("/")
@PermitAll
class RootResource {

    @GET
    public RestResponse<Void> start(
            @CookieParam(Frames.LANGUAGE) String read, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String wanted) {
        String language = Frames.language(read, wanted);
        return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.FOUND)
                .location(URI.create("/" + language + "/"))
                .header(HttpHeaders.VARY, "Cookie, Accept-Language")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
