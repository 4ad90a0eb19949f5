package org.tipstats.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * Stores whole answers to anonymous callers, up to a limit in bytes. At the limit, keeps the answers that are used
 * most.
 */
@Singleton
public class AnswerCache {

    /**
     * The name under which the routing context has the {@link AnswerKey} of the request. The key is absent if the
     * answer must not be cached.
     */
    static final String KEY = "org.tipstats.answer-key";

    /** The name under which the routing context has the stamp of the public state, read before the answer is made. */
    static final String STAMP = "org.tipstats.answer-stamp";

    /** The name under which the routing context has the answer of the operation, until its headers are complete. */
    static final String MADE = "org.tipstats.answer-made";

    /** The name under which the routing context has the cached answer that is sent. */
    static final String SENT = "org.tipstats.answer-sent";

    /** The name under which the framework stores the path of the operation, which metrics use to count the request. */
    static final String TEMPLATE = "UrlPathTemplate";

    private static final long MAX_BYTES = 32L << 20;

    /** In a small heap, cached answers may use at most the size of the heap divided by this number. */
    private static final int HEAP_PART = 16;

    private static final int MAX_BODY_BYTES = 4 << 20;
    private static final int ENTRY_BYTES = 4_000;

    final Cache<AnswerKey, CachedAnswer> answers = Caffeine.newBuilder()
            .maximumWeight(Math.min(MAX_BYTES, Runtime.getRuntime().maxMemory() / HEAP_PART))
            .weigher(AnswerCache::weight)
            .build();

    /** Forbids caching the answer to a request, for example if the answer shows more than the public state. */
    public static void forbid(RoutingContext context) {
        context.remove(KEY);
    }

    /**
     * Returns whether the answer comes from the cache, or its request and its operation allow caching. Stays true after
     * {@link #forbid}. If the path begins with a language, such an answer is a page of the website.
     */
    public static boolean isCacheable(RoutingContext context) {
        return context.get(STAMP) != null;
    }

    /**
     * The body of an answer, without the headers.
     *
     * @param body null for an answer with status 304
     */
    record MadeAnswer(byte[] body) {}

    private static int weight(AnswerKey key, CachedAnswer answer) {
        return ENTRY_BYTES
                + key.weight()
                + (answer.body() == null ? 0 : answer.body().length());
    }

    /**
     * Returns the cached answer to requests with a key; null if there is none. The answer may show an older public
     * state.
     */
    CachedAnswer find(AnswerKey key) {
        return answers.getIfPresent(key);
    }

    /**
     * Caches the answer that is about to be sent, if it may be cached, has an entity tag and is small enough. A 304
     * does not replace a cached answer that has a body and shows the same state.
     */
    void keep(RoutingContext context) {
        AnswerKey key = context.get(KEY);
        MadeAnswer made = context.get(MADE);
        if (key == null || made == null || made.body() != null && made.body().length > MAX_BODY_BYTES) {
            return;
        }
        byte[] body = made.body();
        String stamp = context.get(STAMP);
        String template =
                ((HttpServerRequestInternal) context.request()).context().getLocal(TEMPLATE);
        CachedAnswer answer =
                CachedAnswer.of(stamp, template, context.response().headers(), body);
        CachedAnswer known = find(key);
        boolean poorer = body == null
                && known != null
                && known.body() != null
                && known.stamp().equals(stamp);
        if (answer.headers().containsKey("ETag") && !poorer) {
            answers.put(key, answer);
        }
    }
}
