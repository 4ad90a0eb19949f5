package org.tipstats.dissemination;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import org.tipstats.release.ReleaseReference;
import org.tipstats.web.Packing;

/**
 * What conditional requests and caches need to know of a reply.
 *
 * @param value changes when the reply does: the value of a strong ETag
 * @param lastModified in whole seconds, as HTTP has it; null where the reply is not open, or has none
 * @param open whether everyone gets this reply; others are never kept
 */
record ReplyTag(String value, Instant lastModified, boolean open) {

    /** @param content equal for equal replies of a release */
    static ReplyTag of(ReleaseReference release, boolean open, String content) {
        String all = release.id() + '|' + release.contentHash() + '|' + content;
        return new ReplyTag(
                hash(all.getBytes(StandardCharsets.UTF_8)),
                open ? release.publishedAt().truncatedTo(ChronoUnit.SECONDS) : null,
                open);
    }

    /** The tag of the same reply, packed. */
    ReplyTag packed() {
        return new ReplyTag(Packing.tag(value), lastModified, open);
    }

    /** @param stamp the versions that the content was made by, before the hash of its bytes */
    static ReplyTag of(String stamp, byte[] content, boolean open) {
        return new ReplyTag(stamp + '-' + hash(content), null, open);
    }

    /**
     * Whether a client has this very reply already (RFC 9110, 13.1). A tag goes before a date, and is compared weakly:
     * proxies that compress weaken it.
     *
     * @param ifNoneMatch the header, or null
     * @param ifModifiedSince the header, or null; ignored where it is no date
     */
    boolean isKnown(String ifNoneMatch, String ifModifiedSince) {
        if (!open) {
            return false;
        }
        if (ifNoneMatch != null) {
            return Arrays.stream(ifNoneMatch.split(","))
                    .map(tag -> tag.strip().replaceFirst("^W/", ""))
                    .anyMatch(tag -> tag.equals("*") || tag.equals('"' + value + '"'));
        }
        return ifModifiedSince != null && lastModified != null && !isAfter(ifModifiedSince);
    }

    private boolean isAfter(String date) {
        try {
            return lastModified.isAfter(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException e) {
            return true;
        }
    }

    private static String hash(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
