package org.tipstats.platform.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;

/** Computes the values of strong entity tags, and decides whether a client already has a reply (RFC 9110, 13.1). */
public final class EntityTags {

    private EntityTags() {}

    public static String of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns 32 hexadecimal digits that are equal for equal content and differ for different content. The ids of saved
     * queries depend on these digits, so the digits of a content must never change.
     */
    public static String of(byte[] content) {
        return DigestUtils.sha256Hex(content).substring(0, 32);
    }

    /**
     * Returns whether a client already has this reply. If the request has the header {@code If-None-Match}, ignores the
     * date. The date of the request must equal the date of the reply. A later date proves nothing: after a release is
     * withdrawn, the reply shows an older release again. Compares tags without their mark for weak tags, because
     * proxies that compress a reply add this mark.
     *
     * @param lastModified the time of the reply's last change, or null if it is not known
     * @param ifModifiedSince the header, or null; ignored if it is not a date
     */
    public static boolean isKnown(String tag, Instant lastModified, String ifNoneMatch, String ifModifiedSince) {
        if (ifNoneMatch != null) {
            return Arrays.stream(ifNoneMatch.split(","))
                    .map(given -> given.strip().replaceFirst("^W/", ""))
                    .anyMatch(given -> given.equals("*") || given.equals('"' + tag + '"'));
        }
        return ifModifiedSince != null && lastModified != null && isSame(lastModified, ifModifiedSince);
    }

    private static boolean isSame(Instant lastModified, String date) {
        try {
            return lastModified
                    .truncatedTo(ChronoUnit.SECONDS)
                    .equals(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
