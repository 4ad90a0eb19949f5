package org.tipstats.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Tells the encoding of packed replies once: the server marks those that it must leave alone as {@code identity}, and adds
 * to that what the reply says itself. Over HTTP/2 the server would pack them again, so there they stay plain.
 */
@Singleton
class PackingFilter {

    private static final int EARLY = 8_950;
    private static final String ENCODING = "Content-Encoding";
    private static final String ACCEPT = "Accept-Encoding";

    void register(@Observes Filters filters) {
        filters.register(PackingFilter::tellOnce, EARLY);
    }

    private static void tellOnce(RoutingContext context) {
        MultiMap request = context.request().headers();
        boolean second = context.request().version() == HttpVersion.HTTP_2;
        if (second) {
            request.remove(ACCEPT);
        }
        context.addHeadersEndHandler(done -> {
            MultiMap headers = context.response().headers();
            List<String> encodings = headers.getAll(ENCODING);
            if (encodings.size() > 1 && encodings.contains(Packing.NAME)) {
                headers.set(ENCODING, Packing.NAME);
            } else if (encodings.equals(List.of("identity")) && !second && !request.contains(ACCEPT)) {
                // Nobody would pack it, so there is nothing to say.
                headers.remove(ENCODING);
            }
        });
        context.next();
    }
}
