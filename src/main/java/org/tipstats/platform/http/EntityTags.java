package org.tipstats.platform.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;

/** The values of strong tags, and whether a client has a reply already (RFC 9110, 13.1). */
public final class EntityTags {

    private EntityTags() {}

    public static String of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** 32 hexadecimal digits: equal for equal content, and different for other content. */
    public static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Whether a client has the very reply. A tag goes before a date, and is compared weakly: proxies that compress weaken
     * it.
     *
     * @param tag the value of the reply's tag
     * @param lastModified of the reply, or null where that is not known
     * @param ifNoneMatch the header, or null
     * @param ifModifiedSince the header, or null; ignored where it is no date
     */
    public static boolean isKnown(String tag, Instant lastModified, String ifNoneMatch, String ifModifiedSince) {
        if (ifNoneMatch != null) {
            return Arrays.stream(ifNoneMatch.split(","))
                    .map(given -> given.strip().replaceFirst("^W/", ""))
                    .anyMatch(given -> given.equals("*") || given.equals('"' + tag + '"'));
        }
        return ifModifiedSince != null && lastModified != null && !isAfter(lastModified, ifModifiedSince);
    }

    private static boolean isAfter(Instant lastModified, String date) {
        try {
            return lastModified
                    .truncatedTo(ChronoUnit.SECONDS)
                    .isAfter(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException e) {
            return true;
        }
    }
}
