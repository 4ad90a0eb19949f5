package org.tipstats.sdmx;

import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.tipstats.sdmxquery.SdmxRequest;

/**
 * An answer, still to be written.
 *
 * @param tag changes when the answer does
 * @param modified since when the answer has been this one, or null where that is not known
 * @param fileName by which a client keeps it, or null
 * @param body null for an answer without content
 */
record Reply(String mediaType, String tag, Instant modified, String fileName, Body body) {

    /** Writes a body as a stream. */
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;

        /** How many bytes it has, or -1 where that is known only when they are written. */
        default int length() {
            return -1;
        }

        static Body of(byte[] bytes) {
            return new Body() {
                @Override
                public void writeTo(OutputStream out) throws IOException {
                    out.write(bytes);
                }

                @Override
                public int length() {
                    return bytes.length;
                }
            };
        }
    }

    /** A good answer without content. */
    static final Reply EMPTY = new Reply(null, null, null, null, null);

    /** How many bytes the body has, or -1. */
    int length() {
        return body.length();
    }

    boolean isEmpty() {
        return body == null;
    }

    /** Whether a client has this very answer already (RFC 9110, 13.1): a tag goes before a date. */
    boolean isKnown(SdmxRequest request) {
        String tags = request.header("If-None-Match").orElse(null);
        if (tags != null) {
            return Arrays.stream(tags.split(","))
                    .map(each -> each.strip().replaceFirst("^W/", ""))
                    .anyMatch(each -> each.equals("*") || each.equals('"' + tag + '"'));
        }
        return modified != null
                && request.header("If-Modified-Since").map(this::isUnmodified).orElse(false);
    }

    private boolean isUnmodified(String since) {
        try {
            Instant known = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(since));
            return !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(known);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
