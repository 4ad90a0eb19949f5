package org.tipstats.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tipstats.platform.problem.RequestPaths;

/**
 * Lets pages of any origin read public data without credentials. Such a page cannot send a token because the allowed
 * headers do not include {@code Authorization}. Such a page may use POST only to send a query, because a query may be
 * too long for a URL.
 */
@Singleton
class CrossOriginFilter {

    private static final int PRIORITY = 8_900;
    private static final List<String> OPEN = List.of("/api/", "/sdmx/", "/problems", "/q/openapi");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Pattern QUERY_PATHS = Pattern.compile("/api/v1/(data/[^/]+|queries)/?");

    private static final String READ_HEADERS =
            "Accept, Accept-Language, If-Modified-Since, If-None-Match, Range, X-Range, X-Request-Id";

    void register(@Observes Filters filters) {
        filters.register(CrossOriginFilter::allow, PRIORITY);
    }

    private static void allow(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = RequestPaths.of(context);
        MultiMap headers = context.response().headers();
        boolean open =
                OPEN.stream().anyMatch(path::startsWith) && !request.headers().contains("Authorization");
        if (open && reads(request.method().name(), path)) {
            headers.set("Access-Control-Allow-Origin", "*");
            headers.set(
                    "Access-Control-Expose-Headers",
                    "Content-Disposition, Content-Range, ETag, Last-Modified, Link, Location, Retry-After, X-Request-Id");
        } else if (open && isPreflightOfRead(request, path)) {
            headers.set("Access-Control-Allow-Origin", "*");
            boolean asks = QUERY_PATHS.matcher(path).matches();
            headers.set("Access-Control-Allow-Methods", asks ? "GET, HEAD, POST" : "GET, HEAD");
            headers.set("Access-Control-Allow-Headers", asks ? READ_HEADERS + ", Content-Type" : READ_HEADERS);
            headers.set("Access-Control-Max-Age", "86400");
            context.response().setStatusCode(204).end();
            return;
        }
        context.next();
    }

    /** Returns whether a request only reads data. A POST to a path for queries counts as reading. */
    private static boolean reads(String method, String path) {
        return READING.contains(method)
                || method.equals("POST") && QUERY_PATHS.matcher(path).matches();
    }

    private static boolean isPreflightOfRead(HttpServerRequest request, String path) {
        String wanted = request.getHeader("Access-Control-Request-Method");
        return request.method().equals(HttpMethod.OPTIONS) && wanted != null && reads(wanted, path);
    }
}
