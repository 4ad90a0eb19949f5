package org.tipstats.site.frame;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tipstats.platform.cache.AnswerCache;
import org.tipstats.platform.cache.CachedAnswerFilter.PageCookies;
import org.tipstats.platform.http.SecurityHeadersFilter.EmbeddablePage;
import org.tipstats.site.frame.Frame.Theme;

/**
 * Sets the headers of the website's pages: language, {@code Vary} by cookie, and caching. Browsers revalidate public
 * pages each time and never store pages of the desk. Pages that other websites embed get only the language. A cookie
 * stores the language of the last page, even if the browser already had that page.
 */
@Singleton
class PageHeadersFilter implements PageCookies {

    private static final int PRIORITY = 8_900;
    private static final int NOT_MODIFIED = 304;
    private static final String LANGUAGE = "Content-Language";
    private static final String POLICY = "Content-Security-Policy";
    private static final long COOKIE_SECONDS = Duration.ofDays(365).toSeconds();

    @Override
    public List<String> names() {
        return List.of(Frames.SIGNED_IN, Theme.COOKIE);
    }

    @Override
    public void remember(HttpServerRequest request, MultiMap headers) {
        boolean isPage = headers.contains(LANGUAGE) && !EmbeddablePage.POLICY.equals(headers.get(POLICY));
        if (isPage) {
            Site.language(request.path()).ifPresent(language -> remember(language, request, headers));
        }
    }

    void register(@Observes Filters filters) {
        filters.register(PageHeadersFilter::mark, PRIORITY);
    }

    private static void mark(RoutingContext context) {
        Optional<String> language = Site.language(context.request().path());
        language.ifPresent(read -> context.addHeadersEndHandler(done -> complete(context, read)));
        context.next();
    }

    private static void complete(RoutingContext context, String language) {
        HttpServerRequest request = context.request();
        MultiMap headers = context.response().headers();
        if (EmbeddablePage.POLICY.equals(headers.get(POLICY))) {
            headers.set(LANGUAGE, language);
            return;
        }
        int status = context.response().getStatusCode();
        boolean known = status == NOT_MODIFIED && AnswerCache.isCacheable(context);
        boolean page = known
                || headers.contains("Content-Type")
                        && headers.get("Content-Type").startsWith("text/html");
        if (page) {
            headers.set(LANGUAGE, language);
            headers.add("Vary", "Cookie");
        }
        if (Site.knowsWho(request.path())) {
            headers.set("Cache-Control", "no-store");
        } else if (page && status < 400 && !headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-cache");
        }
        if (page && (known || status == 200)) {
            remember(language, request, headers);
        }
    }

    private static void remember(String language, HttpServerRequest request, MultiMap headers) {
        if (!isSet(request, language)) {
            headers.add(
                    "Set-Cookie",
                    Cookie.cookie(Frames.LANGUAGE, language)
                            .setPath("/")
                            .setMaxAge(COOKIE_SECONDS)
                            .setSameSite(CookieSameSite.LAX)
                            .setHttpOnly(true)
                            .setSecure(request.isSSL())
                            .encode());
        }
    }

    private static boolean isSet(HttpServerRequest request, String language) {
        Cookie known = request.getCookie(Frames.LANGUAGE);
        return known != null && known.getValue().equals(language);
    }
}
