package org.tipstats.platform.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Gives every request its id before anything else can fail. */
@Singleton
class RequestIdFilter {

    private static final int FIRST = 10_000;

    void register(@Observes Filters filters) {
        filters.register(RequestIdFilter::identify, FIRST);
    }

    private static void identify(RoutingContext request) {
        String id = RequestId.of(request);
        RequestId.log(id);
        request.response().putHeader(RequestId.HEADER, id);
        request.next();
    }
}
