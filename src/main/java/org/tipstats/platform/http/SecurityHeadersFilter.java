package org.tipstats.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.tipstats.platform.problem.RequestPaths;

/**
 * Adds security headers to every reply. Keeps the headers that the reply already has. Adds no content security policy
 * to a 304, because it has no content type; browsers then use the policy of the stored reply.
 */
@Singleton
public class SecurityHeadersFilter {

    private static final int EARLY = 9_000;
    private static final int NOT_MODIFIED = 304;
    private static final String POLICY = "Content-Security-Policy";

    private static final String PAGES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String OTHERS = "default-src 'none'; frame-ancestors 'none'";

    /** The policy of the API explorer, which has inline scripts and styles that the project cannot change. */
    private static final String EXPLORER = "default-src 'self'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(SecurityHeadersFilter::protect, EARLY);
    }

    private static void protect(RoutingContext request) {
        request.addHeadersEndHandler(done -> {
            MultiMap headers = request.response().headers();
            byDefault(headers, "X-Content-Type-Options", "nosniff");
            byDefault(headers, "Referrer-Policy", "no-referrer");
            if (EmbeddablePage.POLICY.equals(headers.get(POLICY))) {
                headers.set("Cross-Origin-Resource-Policy", "cross-origin");
            } else if (request.response().getStatusCode() != NOT_MODIFIED) {
                byDefault(headers, "X-Frame-Options", "DENY");
                byDefault(headers, POLICY, policy(request));
            }
            if (isPage(headers)) {
                byDefault(headers, "Cross-Origin-Opener-Policy", "same-origin");
                byDefault(headers, "Cross-Origin-Resource-Policy", "same-origin");
            }
            if (request.request().isSSL()) {
                byDefault(headers, "Strict-Transport-Security", "max-age=31536000");
            }
            if (RequestPaths.of(request).startsWith("/api/")
                    || request.response().getStatusCode() >= 400) {
                byDefault(headers, "Cache-Control", "no-store");
            }
        });
        request.next();
    }

    private static String policy(RoutingContext request) {
        if (RequestPaths.of(request).startsWith("/q/swagger-ui")) {
            return EXPLORER;
        }
        return isPage(request.response().headers()) ? PAGES : OTHERS;
    }

    private static boolean isPage(MultiMap headers) {
        String type = headers.get("Content-Type");
        return type != null && type.startsWith("text/html");
    }

    private static void byDefault(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }

    /** The policy of the only kind of page that other websites may show in a frame. */
    public static final class EmbeddablePage {

        /**
         * The value of {@code Content-Security-Policy}. It differs from the policy of other pages: any site may show
         * the page in a frame, and the page cannot send a form. A page with this policy must neither identify the
         * reader nor read or set cookies.
         */
        public static final String POLICY =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
                        + " form-action 'none'; frame-ancestors *";

        private EmbeddablePage() {}
    }
}
