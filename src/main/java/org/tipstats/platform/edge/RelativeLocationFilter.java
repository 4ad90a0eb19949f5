package org.tipstats.platform.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Removes the scheme and host that the framework adds to the header {@code Location}, if they are equal to the scheme
 * and host of the request. If a proxy does not pass on the scheme and host that the browser uses, the service does not
 * know them. Then an absolute address would lead the browser from HTTPS to HTTP, or to a host that only the proxy
 * knows.
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
