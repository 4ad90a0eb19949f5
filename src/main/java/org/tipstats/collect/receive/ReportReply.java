package org.tipstats.collect.receive;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A report on its way out.
 *
 * @param fileName to save it under, or null
 * @param next path and query of the next page, or null
 * @param body what writes it; called at most once
 * @param end what is to be given back when it was written or will not be
 */
public record ReportReply(ReportWish wish, String fileName, String next, Body body, Closeable end) {

    /** Writes the bytes. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A page of a report, made already. */
    static ReportReply page(ReportWish wish, String next, byte[] body) {
        return new ReportReply(wish, null, next, out -> out.write(body), () -> {});
    }

    /** As the header of the reply says it. */
    public String mediaType() {
        return wish.form().mediaType();
    }
}
