package org.tipstats.platform.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.function.Supplier;

/**
 * Makes replies that caches may store, with a strong entity tag and a date, and answers conditional requests (RFC 9110,
 * 13).
 */
public final class CachedReply {

    private static final String VARY = "Accept, Accept-Encoding, Accept-Language, Authorization";

    private CachedReply() {}

    /**
     * The properties of a reply that caches need.
     *
     * @param content a text that changes if the reply at the same URL changes, and only then
     * @param lastModified the time of the last change, or null if it is not known
     */
    public record CacheInfo(String content, Instant lastModified, CachePolicy keeping) {

        /** Describes a reply that may change at any moment. If the reply has no date, caches must not store it. */
        public static CacheInfo now(String content, Instant lastModified) {
            return new CacheInfo(
                    content, lastModified, lastModified == null ? CachePolicy.NEVER : CachePolicy.ASK_AGAIN);
        }
    }

    /**
     * Returns the whole reply, or 304 if the client already has it. Clients that accept gzip get another entity tag
     * than other clients, because the server may compress the reply.
     */
    public static Response of(HttpHeaders headers, CacheInfo kept, Supplier<Response.ResponseBuilder> whole) {
        return of(headers, kept, GzipEncoding.isAccepted(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING)), whole);
    }

    /**
     * Returns the whole reply, or 304 if the client already has it.
     *
     * @param packed true if the reply is, or may be, compressed: then its entity tag differs from the tag of the plain
     *     reply
     */
    public static Response of(
            HttpHeaders headers, CacheInfo kept, boolean packed, Supplier<Response.ResponseBuilder> whole) {
        String plain = EntityTags.of(kept.content());
        return tagged(headers, packed ? GzipEncoding.tag(plain) : plain, kept.lastModified(), kept.keeping(), whole);
    }

    /** Returns the whole reply, which caches must not store. */
    public static Response uncached(Response.ResponseBuilder whole) {
        return whole.header(HttpHeaders.CACHE_CONTROL, CachePolicy.NEVER.header())
                .build();
    }

    /**
     * Returns the whole reply with this tag, or 304 if the client already has it. If caches must not store the reply,
     * it gets no tag.
     */
    public static Response tagged(
            HttpHeaders headers,
            String tag,
            Instant lastModified,
            CachePolicy keeping,
            Supplier<Response.ResponseBuilder> whole) {
        if (keeping == CachePolicy.NEVER) {
            return uncached(whole.get());
        }
        boolean known = EntityTags.isKnown(
                tag,
                lastModified,
                headers.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                headers.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE));
        return (known ? Response.notModified() : whole.get())
                .tag(new EntityTag(tag))
                .lastModified(lastModified == null ? null : Date.from(lastModified.truncatedTo(ChronoUnit.SECONDS)))
                .header(HttpHeaders.CACHE_CONTROL, keeping.header())
                .header(HttpHeaders.VARY, VARY)
                .build();
    }
}
