package org.tipstats.platform.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.function.Supplier;

/**
 * Makes replies that caches may keep, with a strong tag and a date, and answers conditional requests (RFC 9110, 13). It is
 * here since the types of the REST framework stay in resources; it has no path of its own.
 */
public final class CachedReplyResource {

    private static final String VARY = "Accept, Accept-Encoding, Accept-Language, Authorization";

    private CachedReplyResource() {}

    /**
     * What caches need to know of a reply.
     *
     * @param content equal for equal replies of an address, and for these only
     * @param lastModified may be null for a reply that is never kept
     */
    public record Kept(String content, Instant lastModified, Keeping keeping) {

        /** A reply that may be another one at any moment; never kept where it has no date. */
        public static Kept now(String content, Instant lastModified) {
            return new Kept(content, lastModified, lastModified == null ? Keeping.NEVER : Keeping.ASK_AGAIN);
        }
    }

    /** The whole reply, or 304 where the client has it already. */
    public static Response of(HttpHeaders headers, Kept kept, Supplier<Response.ResponseBuilder> whole) {
        if (kept.keeping() == Keeping.NEVER) {
            return whole.get()
                    .header(HttpHeaders.CACHE_CONTROL, Keeping.NEVER.header())
                    .build();
        }
        String tag = EntityTags.of(kept.content());
        boolean known = EntityTags.isKnown(
                tag,
                kept.lastModified(),
                headers.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                headers.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE));
        return (known ? Response.notModified() : whole.get())
                .tag(new EntityTag(tag))
                .lastModified(Date.from(kept.lastModified().truncatedTo(ChronoUnit.SECONDS)))
                .header(HttpHeaders.CACHE_CONTROL, kept.keeping().header())
                .header(HttpHeaders.VARY, VARY)
                .build();
    }
}
