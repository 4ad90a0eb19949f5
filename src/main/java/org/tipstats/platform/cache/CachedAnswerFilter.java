package org.tipstats.platform.cache;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Answers requests from the cache, on the event loop, if the cached answer still shows the current public state. Runs
 * after the filters that count and refuse requests. These also add their headers to the answer.
 */
@Singleton
public class CachedAnswerFilter {

    /** The cookies that public pages depend on. */
    public interface PageCookies {

        List<String> names();

        /** Adds the cookie that the page of an answer sets, if it is a page and the client does not have the cookie. */
        void remember(HttpServerRequest request, MultiMap headers);
    }

    private static final int AFTER_REFUSALS = 8_700;

    private final AnswerCache cache;
    private final StateCheck state;

    CachedAnswerFilter(AnswerCache cache, StateCheck state) {
        this.cache = cache;
        this.state = state;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, AFTER_REFUSALS);
    }

    private void answer(RoutingContext context) {
        AnswerKey key = context.get(AnswerCache.KEY);
        if (key == null) {
            context.next();
            return;
        }
        CachedAnswer known = cache.find(key);
        if (known == null || !known.covers(context.request())) {
            pass(context);
            return;
        }
        String read = context.get(AnswerCache.STAMP);
        if (read != null) {
            finish(context, known, read);
            return;
        }
        state.ask(context, stamp -> finish(context, known, stamp));
    }

    /** Lets the operation answer. Its headers are complete only after the handlers that the framework adds later. */
    private void pass(RoutingContext context) {
        context.addHeadersEndHandler(complete -> cache.keep(context));
        context.next();
    }

    /** @param stamp the public state; null if it could not be read; the operation then reports the error */
    private void finish(RoutingContext context, CachedAnswer known, String stamp) {
        if (stamp == null) {
            AnswerCache.forbid(context); // The request must not wait for the state a second time.
        } else {
            context.put(AnswerCache.STAMP, stamp);
        }
        if (known.stamp().equals(stamp)) {
            context.put(AnswerCache.SENT, known);
            known.send(context.request());
        } else {
            pass(context);
        }
    }
}
