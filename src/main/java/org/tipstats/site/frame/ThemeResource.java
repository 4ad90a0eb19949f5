package org.tipstats.site.frame;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.tipstats.site.frame.Frame.Theme;

/**
 * Stores the reader's choice of theme in a cookie, or deletes the cookie for the automatic theme, and redirects to the
 * page that the reader came from.
 */
@Path(Site.LANG + "/theme")
@PermitAll
class ThemeResource {

    private static final int COOKIE_SECONDS = 365 * 24 * 60 * 60;

    @POST
    public RestResponse<Void> choose(
            @RestPath String lang, @RestForm String theme, @RestForm String back, HttpServerRequest request) {
        Theme chosen = Theme.of(theme).orElse(Theme.AUTO);
        return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.SEE_OTHER)
                .location(URI.create(Site.returnAddress(back).orElse("/" + lang + "/")))
                .cookie(new NewCookie.Builder(Theme.COOKIE)
                        .value(chosen.id())
                        .path("/")
                        .maxAge(chosen == Theme.AUTO ? 0 : COOKIE_SECONDS)
                        .sameSite(NewCookie.SameSite.LAX)
                        .httpOnly(true)
                        .secure(request.isSSL())
                        .build())
                .build();
    }
}
