package org.tipstats.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Makes sure that a compressed reply has only one header {@code Content-Encoding}. The framework adds the value {@code
 * identity} to replies that the server must not compress. If the service itself has compressed such a reply, the filter
 * removes the value {@code identity}. Over HTTP/2, the server would compress the reply once more. Therefore the filter
 * removes {@code Accept-Encoding} from HTTP/2 requests, and their replies stay uncompressed.
 */
@Singleton
class ContentEncodingFilter {

    private static final int EARLY = 8_950;
    private static final String ENCODING = "Content-Encoding";
    private static final String ACCEPT = "Accept-Encoding";

    void register(@Observes Filters filters) {
        filters.register(ContentEncodingFilter::nameOnce, EARLY);
    }

    private static void nameOnce(RoutingContext context) {
        MultiMap request = context.request().headers();
        boolean second = context.request().version() == HttpVersion.HTTP_2;
        if (second) {
            request.remove(ACCEPT);
        }
        context.addHeadersEndHandler(done -> {
            MultiMap headers = context.response().headers();
            List<String> encodings = headers.getAll(ENCODING);
            if (encodings.size() > 1 && encodings.contains(GzipEncoding.NAME)) {
                headers.set(ENCODING, GzipEncoding.NAME);
            } else if (encodings.equals(List.of("identity")) && !second && !request.contains(ACCEPT)) {
                // The client accepts no encoding, so the server does not compress even if this value is missing.
                headers.remove(ENCODING);
            }
        });
        context.next();
    }
}
