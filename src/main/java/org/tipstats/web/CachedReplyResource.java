package org.tipstats.web;

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
     * The whole reply, or 304 where the client has it already.
     *
     * @param content equal for equal replies of an address, and for these only
     * @param lastModified null for a reply that not everyone gets: it is never kept
     */
    public static Response of(
            HttpHeaders headers, String content, Instant lastModified, Supplier<Response.ResponseBuilder> whole) {
        if (lastModified == null) {
            return whole.get().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        }
        String tag = EntityTags.of(content);
        boolean known = EntityTags.isKnown(
                tag,
                lastModified,
                headers.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                headers.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE));
        return (known ? Response.notModified() : whole.get())
                .tag(new EntityTag(tag))
                .lastModified(Date.from(lastModified.truncatedTo(ChronoUnit.SECONDS)))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=0, must-revalidate")
                .header(HttpHeaders.VARY, VARY)
                .build();
    }
}
