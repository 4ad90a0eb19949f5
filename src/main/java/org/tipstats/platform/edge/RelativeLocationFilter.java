package org.tipstats.platform.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Removes scheme and host from the header {@code Location} if they are those of the request. The framework adds them. The
 * service may see another scheme or host than the browser if a proxy does not pass them on. Then an absolute address
 * would lead browsers from HTTPS to HTTP, or to a host that only the proxy knows.
 */
@Singleton
class RelativeLocationFilter {

    private static final int EARLY = 8_980;
    private static final String LOCATION = "Location";

    void register(@Observes Filters filters) {
        filters.register(RelativeLocationFilter::shorten, EARLY);
    }

    private static void shorten(RoutingContext context) {
        context.addHeadersEndHandler(done -> {
            MultiMap headers = context.response().headers();
            String location = headers.get(LOCATION);
            String here = context.request().scheme() + "://" + context.request().authority();
            if (location != null && location.startsWith(here + "/")) {
                headers.set(LOCATION, location.substring(here.length()));
            }
        });
        context.next();
    }
}
