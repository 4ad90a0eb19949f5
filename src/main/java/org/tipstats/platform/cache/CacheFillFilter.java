package org.tipstats.platform.cache;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.tipstats.platform.cache.AnswerCache.MadeAnswer;
import org.tipstats.platform.http.EntityTags;
import org.tipstats.platform.http.GzipEncoding;

/** Puts the answers of {@link CacheableAnswer} methods into the cache. Gives pages an entity tag. */
@Singleton
public class CacheFillFilter {

    /**
     * Marks a resource method whose answer to an anonymous caller depends only on the request, the schemas, the
     * settings and the public state. If a page shows more than these, the method must call {@link AnswerCache#forbid}.
     */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface CacheableAnswer {}

    /**
     * Makes this filter run after all filters that make or change the body: response filters with higher numbers run
     * first.
     */
    private static final int LAST = 900;

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final StateCheck state;

    CacheFillFilter(StateCheck state) {
        this.state = state;
    }

    /** Reads the public state before the answer is made, so that the answer is never older than its stamp. */
    @ServerRequestFilter
    void begin(ResourceInfo resource, RoutingContext context) {
        if (context.get(AnswerCache.KEY) == null || context.get(AnswerCache.STAMP) != null || !isMarked(resource)) {
            return;
        }
        try {
            context.put(AnswerCache.STAMP, state.ask().join());
        } catch (CompletionException e) {
            AnswerCache.forbid(context); // The operation itself reports this failure.
        }
    }

    @ServerResponseFilter(priority = LAST)
    void end(ContainerResponseContext response, ResourceInfo resource, RoutingContext context) {
        AnswerKey key = context.get(AnswerCache.KEY);
        if (key == null || context.get(AnswerCache.STAMP) == null || !isMarked(resource)) {
            return;
        }
        if (response.getStatus() == OK && response.getEntity() instanceof String page) {
            tag(page, key, response, context);
        }
        if (response.getStatus() == OK && response.getEntity() instanceof byte[] body) {
            context.put(AnswerCache.MADE, new MadeAnswer(body));
        } else if (response.getStatus() == NOT_MODIFIED) {
            context.put(AnswerCache.MADE, new MadeAnswer(null));
        }
    }

    private static void tag(String page, AnswerKey key, ContainerResponseContext response, RoutingContext context) {
        byte[] plain = page.getBytes(StandardCharsets.UTF_8);
        String hash = EntityTags.of(plain);
        String tag = key.isPacked() ? GzipEncoding.tag(hash) : hash;
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.ETAG, '"' + tag + '"');
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        boolean known = EntityTags.isKnown(tag, null, context.request().getHeader(HttpHeaders.IF_NONE_MATCH), null);
        if (key.isPacked() && !known) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, GzipEncoding.NAME);
        }
        // Setting the body rebuilds the reply from the headers set so far, so the body is set last.
        response.setStatus(known ? NOT_MODIFIED : OK);
        response.setEntity(known ? null : key.isPacked() ? GzipEncoding.pack(plain) : plain);
    }

    private static boolean isMarked(ResourceInfo resource) {
        return resource.getResourceMethod() != null
                && resource.getResourceMethod().isAnnotationPresent(CacheableAnswer.class);
    }
}
