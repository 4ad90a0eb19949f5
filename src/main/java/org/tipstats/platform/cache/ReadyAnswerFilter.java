package org.tipstats.platform.cache;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.platform.cache.CachedAnswerFilter.PageCookies;
import org.tipstats.platform.http.RateFilter;
import org.tipstats.platform.http.RateFilter.Gate;
import org.tipstats.platform.problem.RequestIdFilter.RequestId;

/**
 * Answers requests from the cache before all other filters, if these would let the request pass and their headers are known
 * from an earlier request with the same key. What is not ready goes the usual way, and its headers are kept.
 */
@Singleton
class ReadyAnswerFilter {

    /** After the filter that watches the connection, before all others. */
    private static final int FIRST = 10_001;

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
        HttpServerRequest request = context.request();
        AnswerKey key = AnswerKey.of(request, names).orElse(null);
        if (key == null) {
            context.next();
            return;
        }
        CachedAnswer known = cache.find(key);
        boolean ready = known != null
                && request.version() == HttpVersion.HTTP_1_1
                && known.sent().has(known.isKnown(request));
        String stamp = ready ? state.known() : null;
        if (!ready) {
            context.put(AnswerCache.KEY, key);
            pass(context);
        } else if (stamp != null) {
            finish(context, key, known, stamp);
        } else {
            request.pause();
            Context loop = ((HttpServerRequestInternal) request).context();
            state.ask()
                    .whenComplete((read, failed) -> loop.runOnContext(back -> tryToFinish(context, key, known, read)));
        }
    }

    private void tryToFinish(RoutingContext context, AnswerKey key, CachedAnswer known, String stamp) {
        HttpServerRequest request = context.request().resume();
        if (request.response().closed() || request.response().ended()) {
            return;
        }
        try {
            finish(context, key, known, stamp);
        } catch (RuntimeException e) {
            context.fail(e);
        }
    }

    /** @param stamp the public state; null if it could not be read: the operation reports why, and nobody waits again */
    private void finish(RoutingContext context, AnswerKey key, CachedAnswer known, String stamp) {
        if (known.stamp().equals(stamp) && isAdmitted(context.request())) {
            send(context.request(), known);
            return;
        }
        if (stamp != null) {
            context.put(AnswerCache.KEY, key);
            context.put(AnswerCache.STAMP, stamp);
        }
        pass(context);
    }

    private static void pass(RoutingContext context) {
        // Handlers of headers run from the last to the first, so this one sees the headers of all filters.
        context.addHeadersEndHandler(complete -> keep(context));
        context.next();
    }

    /** Checks everything that the filters would check. Counts the request if nothing else is against it. */
    private boolean isAdmitted(HttpServerRequest request) {
        for (Gate gate : gates) {
            if (!gate.admits(request)) {
                return false;
            }
        }
        return rates.admits(request);
    }

    private void send(HttpServerRequest request, CachedAnswer known) {
        HttpServerResponse response = request.response();
        MultiMap headers = response.headers();
        boolean unchanged = known.isKnown(request);
        known.sent().addTo(headers, unchanged);
        headers.add(RequestId.HEADER, RequestId.chosen(request.getHeader(RequestId.HEADER)));
        cookies.remember(request, headers);
        if (known.template() != null) {
            ((HttpServerRequestInternal) request).context().putLocal(AnswerCache.TEMPLATE, known.template());
        }
        if (unchanged) {
            response.setStatusCode(NOT_MODIFIED).end();
        } else {
            response.end(known.body());
        }
        request.resume();
    }

    private static void keep(RoutingContext context) {
        CachedAnswer known = context.get(AnswerCache.SENT);
        int status = context.response().getStatusCode();
        if (known != null && (status == OK || status == NOT_MODIFIED)) {
            known.sent().keep(status == NOT_MODIFIED, context.response().headers());
        }
    }
}
