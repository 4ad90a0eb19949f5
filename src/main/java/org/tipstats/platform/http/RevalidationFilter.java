package org.tipstats.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Adds entity tags to the replies of {@link Revalidated} methods. Compressed and plain replies have different tags.
 * Sends 304 to clients that already have the reply.
 */
@Singleton
public class RevalidationFilter {

    /**
     * Makes this filter run after all filters that change the body. Response filters run from the highest number to the
     * lowest.
     */
    private static final int AFTER_BODY_FILTERS = 1_000;

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final ObjectMapper json;

    RevalidationFilter(ObjectMapper json) {
        this.json = json;
    }

    @ServerResponseFilter(priority = AFTER_BODY_FILTERS)
    void tag(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource)
            throws JsonProcessingException {
        if (response.getStatus() != OK
                || response.getEntity() == null
                || request.getHeaderString(HttpHeaders.AUTHORIZATION) != null
                || resource.getResourceMethod() == null
                || !resource.getResourceMethod().isAnnotationPresent(Revalidated.class)) {
            return;
        }
        byte[] plain = json.writeValueAsBytes(response.getEntity());
        boolean packed = GzipEncoding.isAccepted(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        String hash = EntityTags.of(plain);
        String tag = packed ? GzipEncoding.tag(hash) : hash;
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.ETAG, '"' + tag + '"');
        headers.putSingle(HttpHeaders.CACHE_CONTROL, CachePolicy.ASK_AGAIN.header());
        headers.putSingle(HttpHeaders.VARY, "Accept-Encoding, Authorization");
        boolean known = EntityTags.isKnown(tag, null, request.getHeaderString(HttpHeaders.IF_NONE_MATCH), null);
        if (packed && !known) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, GzipEncoding.NAME);
        }
        // Setting the body rebuilds the reply from the headers set so far, so the body is set last.
        response.setStatus(known ? NOT_MODIFIED : OK);
        response.setEntity(known ? null : packed ? GzipEncoding.pack(plain) : plain);
    }

    /**
     * Marks a resource method that returns JSON. Caches may store its reply but must revalidate it each time. The reply
     * gets a strong entity tag, computed from its content. Replies to requests with a token stay unchanged.
     */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Revalidated {}
}
