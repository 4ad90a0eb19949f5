package org.tipstats.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Stores whole answers to anonymous callers, up to a limit in bytes. Keeps the answers that are used most. */
@Singleton
public class AnswerCache {

    /** The name of the request's key in its routing context. Absent if the answer must not be cached. */
    static final String KEY = "org.tipstats.answer-key";

    /** The name of the stamp of the public state in the routing context. It is read before the answer is made. */
    static final String STAMP = "org.tipstats.answer-stamp";

    /** The name of the operation's answer in the routing context, where it waits until its headers are complete. */
    static final String MADE = "org.tipstats.answer-made";

    /** The name of the cached answer that is sent, in the routing context. */
    static final String SENT = "org.tipstats.answer-sent";

    /** The name under which the framework stores the path of the operation, which metrics use to count the request. */
    static final String TEMPLATE = "UrlPathTemplate";

    private static final long MAX_BYTES = 32L << 20;

    /** In a small heap, answers may use this part of it: one divided by the number. */
    private static final int HEAP_PART = 16;

    private static final int MAX_BODY_BYTES = 4 << 20;
    private static final int ENTRY_BYTES = 4_000;

    final Cache<AnswerKey, CachedAnswer> answers = Caffeine.newBuilder()
            .maximumWeight(Math.min(MAX_BYTES, Runtime.getRuntime().maxMemory() / HEAP_PART))
            .weigher(AnswerCache::weight)
            .build();

    /** Forbids caching the answer to a request, because the answer shows more than the public state. */
    public static void forbid(RoutingContext context) {
        context.remove(KEY);
    }

    /** Returns whether the answer is cached or may be. For paths of a language, all such answers are pages. */
    public static boolean isCacheable(RoutingContext context) {
        return context.get(STAMP) != null;
    }

    /**
     * An answer without its headers.
     *
     * @param body null for a 304
     */
    record MadeAnswer(byte[] body) {}

    private static int weight(AnswerKey key, CachedAnswer answer) {
        return ENTRY_BYTES
                + key.weight()
                + (answer.body() == null ? 0 : answer.body().length());
    }

    /** Returns the cached answer to requests with a key; null if there is none. It may show an older public state. */
    CachedAnswer find(AnswerKey key) {
        return answers.getIfPresent(key);
    }

    /** Caches the answer that the context is about to send, if it depends only on the request and the state. */
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
