package org.tipstats.sdmx.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.tipstats.platform.http.EntityTags;
import org.tipstats.platform.http.Keeping;
import org.tipstats.platform.http.Packing;
import org.tipstats.sdmx.question.SdmxRequest;

/**
 * An answer, still to be written.
 *
 * @param tag changes when the answer does
 * @param modified since when the answer has been this one, or null where that is not known
 * @param keeping how long it may be kept
 * @param fileName by which a client keeps it, or null
 * @param contentRange which observations it has where only some of them are asked for, else null
 * @param body null for an answer without content
 */
record Reply(
        String mediaType,
        String tag,
        Instant modified,
        Keeping keeping,
        String fileName,
        String contentRange,
        Body body) {

    /** A whole answer, which may be another one at any moment. */
    Reply(String mediaType, String tag, Instant modified, Body body) {
        this(mediaType, tag, modified, Keeping.ASK_AGAIN, null, null, body);
    }

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
    static final Reply EMPTY = new Reply(null, null, null, null);

    /** How many bytes the body has, or -1. */
    int length() {
        return body.length();
    }

    /** Writes it, by gzip where that is wanted. */
    void writeTo(OutputStream out, boolean packed) throws IOException {
        if (packed) {
            OutputStream packing = Packing.stream(out);
            body.writeTo(packing);
            packing.close();
        } else {
            body.writeTo(out);
        }
    }

    boolean isEmpty() {
        return body == null;
    }

    /** The tag of the answer as it is sent: a packed one has its own. */
    String tag(boolean packed) {
        return packed ? Packing.tag(tag) : tag;
    }

    /** Whether a client has this very answer already. */
    boolean isKnown(SdmxRequest request, boolean packed) {
        return EntityTags.isKnown(
                tag(packed),
                modified,
                request.header("If-None-Match").orElse(null),
                request.header("If-Modified-Since").orElse(null));
    }
}
