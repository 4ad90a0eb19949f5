package org.tipstats.sdmx.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.tipstats.platform.http.CachedReply.CachePolicy;
import org.tipstats.platform.http.EntityTags;
import org.tipstats.platform.http.GzipEncoding;
import org.tipstats.sdmx.question.SdmxRequest;

/**
 * A reply that is not yet written.
 *
 * @param tag the entity tag that the reply has without compression
 * @param modified the instant since which the reply has not changed, or null if this instant is unknown
 * @param keeping how long the reply may be cached
 * @param fileName the name under which a client saves the reply, or null
 * @param contentRange the range of observations if the reply is partial, else null
 * @param body the body, or null for a reply without content
 */
record SdmxReply(
        String mediaType,
        String tag,
        Instant modified,
        CachePolicy keeping,
        String fileName,
        String contentRange,
        Body body) {

    /** Creates a complete reply that a cache must revalidate on every use. */
    SdmxReply(String mediaType, String tag, Instant modified, Body body) {
        this(mediaType, tag, modified, CachePolicy.ASK_AGAIN, null, null, body);
    }

    /** A body that is written as a stream. */
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;

        /** Returns the length in bytes, or -1 if the length is known only after writing. */
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

    /** A successful reply without content. */
    static final SdmxReply EMPTY = new SdmxReply(null, null, null, null);

    /** Returns the length of the body in bytes, or -1 if the length is unknown. */
    int length() {
        return body.length();
    }

    /**
     * Writes the body.
     *
     * @param packed whether to compress the body with gzip
     */
    void writeTo(OutputStream out, boolean packed) throws IOException {
        if (packed) {
            OutputStream packing = GzipEncoding.stream(out);
            body.writeTo(packing);
            packing.close();
        } else {
            body.writeTo(out);
        }
    }

    boolean isEmpty() {
        return body == null;
    }

    /** Returns the entity tag of the reply as sent. A compressed reply has another tag than the uncompressed reply. */
    String tag(boolean packed) {
        return packed ? GzipEncoding.tag(tag) : tag;
    }

    /** Checks whether the client already has this reply. */
    boolean isKnown(SdmxRequest request, boolean packed) {
        return EntityTags.isKnown(
                tag(packed),
                modified,
                request.header("If-None-Match").orElse(null),
                request.header("If-Modified-Since").orElse(null));
    }
}
