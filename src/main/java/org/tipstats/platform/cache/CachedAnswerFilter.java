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
 * after the filters that count and refuse requests, so the answer also has the headers of these filters.
 */
@Singleton
public class CachedAnswerFilter {

    /** The cookies that public pages depend on. */
    public interface PageCookies {

        List<String> names();

        /** Adds the cookie that a page sets, if the answer is a page and the client does not have the cookie yet. */
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

    /** Lets the operation answer, and caches its answer when the headers of the answer are complete. */
    private void pass(RoutingContext context) {
        context.addHeadersEndHandler(complete -> cache.keep(context));
        context.next();
    }

    /**
     * @param stamp the stamp of the public state; null if the state could not be read: then the operation reports the
     *     error
     */
    private void finish(RoutingContext context, CachedAnswer known, String stamp) {
        if (stamp == null) {
            AnswerCache.forbid(context); // Otherwise CacheFillFilter would wait for the state once more.
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
