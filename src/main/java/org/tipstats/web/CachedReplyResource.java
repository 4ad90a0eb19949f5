package org.tipstats.web;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
        EntityTag tag = new EntityTag(hash(content));
        Date date = Date.from(lastModified.truncatedTo(ChronoUnit.SECONDS));
        return (isKnown(headers, tag, date) ? Response.notModified() : whole.get())
                .tag(tag)
                .lastModified(date)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=0, must-revalidate")
                .header(HttpHeaders.VARY, VARY)
                .build();
    }

    /** A tag goes before a date, and is compared weakly: proxies that compress weaken it. */
    private static boolean isKnown(HttpHeaders headers, EntityTag tag, Date lastModified) {
        String tags = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            return Stream.of(tags.split(","))
                    .map(String::strip)
                    .anyMatch(given ->
                            given.equals("*") || given.replaceFirst("^W/", "").equals('"' + tag.getValue() + '"'));
        }
        String since = headers.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE);
        try {
            return since != null && !lastModified.toInstant().isAfter(Instant.from(RFC_1123_DATE_TIME.parse(since)));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String hash(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
