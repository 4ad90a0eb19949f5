package org.tipstats.platform.cache;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.tipstats.platform.cache.CachedAnswerFilter.PageCookies;
import org.tipstats.platform.http.Gate;
import org.tipstats.platform.http.RateFilter;
import org.tipstats.platform.problem.RequestIdFilter.RequestId;

/**
 * Answers requests from the cache before the other filters run. Does so only if these filters would let the request
 * pass, and if their headers are known from an earlier request with the same key. All other requests go through all
 * filters. If {@link CachedAnswerFilter} then answers from the cache, this filter stores the headers of the answer.
 */
@Singleton
class ReadyAnswerFilter {

    private static final Logger LOG = Logger.getLogger(ReadyAnswerFilter.class);

    /** Runs after the filters that read languages and watch the connection, and before all other filters. */
    private static final int FIRST = 10_001;

    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized(RequestId.HEADER);
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final AnswerCache cache;
    private final StateCheck state;
    private final PageCookies cookies;
    private final List<String> names;
    private final Gate[] gates;
    private final RateFilter rates;

    ReadyAnswerFilter(
            AnswerCache cache, StateCheck state, PageCookies cookies, @All List<Gate> gates, RateFilter rates) {
        this.cache = cache;
        this.state = state;
        this.cookies = cookies;
        this.names = cookies.names();
        this.gates = gates.toArray(Gate[]::new);
        this.rates = rates;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, FIRST);
    }

    private void answer(RoutingContext context) {
        CachedAnswer known = null;
        try {
            known = find(context);
        } catch (RuntimeException e) {
            LOG.error("An answer from memory could not be found. The request goes the usual way.", e);
            AnswerCache.forbid(context);
        }
        if (known == null) {
            pass(context);
            return;
        }
        String stamp = state.known();
        if (stamp != null) {
            finish(context, known, stamp);
        } else {
            CachedAnswer ready = known;
            state.ask(context, read -> finish(context, ready, read));
        }
    }

    /**
     * Returns the cached answer; null if the filters must answer. The caller must still check that the public state has
     * not changed, and that the client has not sent too many requests.
     */
    private CachedAnswer find(RoutingContext context) {
        HttpServerRequest request = context.request();
        AnswerKey key = AnswerKey.of(request, names).orElse(null);
        if (key == null) {
            return null;
        }
        context.put(AnswerCache.KEY, key);
        CachedAnswer known = cache.find(key);
        boolean ready = known != null
                && request.version() == HttpVersion.HTTP_1_1
                && known.sent().has(known.isKnown(request))
                && areAdmitting(request);
        return ready ? known : null;
    }

    private boolean areAdmitting(HttpServerRequest request) {
        for (Gate gate : gates) {
            if (!gate.admits(request)) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param stamp the stamp of the public state; null if the state could not be read: then the operation reports the
     *     error
     */
    private void finish(RoutingContext context, CachedAnswer known, String stamp) {
        if (stamp == null) {
            AnswerCache.forbid(context);
        } else {
            context.put(AnswerCache.STAMP, stamp);
        }
        if (!known.stamp().equals(stamp) || !isSent(context, known)) {
            pass(context);
        }
    }

    private static void pass(RoutingContext context) {
        if (context.get(AnswerCache.KEY) != null) {
            // The handler that is added last runs first. This filter runs before the other filters, so its handler runs
            // after their handlers, and sees the headers that they set.
            context.addHeadersEndHandler(complete -> keep(context));
        }
        context.next();
    }

    /** Sends the answer, unless the client has sent too many requests. Returns false if the filters must answer. */
    private boolean isSent(RoutingContext context, CachedAnswer known) {
        HttpServerResponse response = context.response();
        boolean unchanged = known.isKnown(context.request());
        List<Map.Entry<String, String>> before = response.headers().entries();
        try {
            if (!rates.admits(context)) {
                return false;
            }
            addHeaders(context, known, unchanged);
        } catch (RuntimeException e) {
            LOG.error("An answer from memory could not be sent. The request goes the usual way.", e);
            response.headers().clear();
            before.forEach(each -> response.headers().add(each.getKey(), each.getValue()));
            AnswerCache.forbid(context);
            return false;
        }
        if (unchanged) {
            response.setStatusCode(NOT_MODIFIED).end();
        } else {
            response.end(known.body());
        }
        return true;
    }

    private void addHeaders(RoutingContext context, CachedAnswer known, boolean unchanged) {
        HttpServerRequest request = context.request();
        String id = RequestId.logged(context);
        MultiMap headers = context.response().headers();
        known.sent().putTo(headers, unchanged);
        headers.set(REQUEST_ID, id);
        cookies.remember(request, headers);
        known.count(request);
    }

    private static void keep(RoutingContext context) {
        CachedAnswer known = context.get(AnswerCache.SENT);
        int status = context.response().getStatusCode();
        if (known != null && (status == OK || status == NOT_MODIFIED)) {
            known.sent().keep(status == NOT_MODIFIED, context.response().headers());
        }
    }
}
