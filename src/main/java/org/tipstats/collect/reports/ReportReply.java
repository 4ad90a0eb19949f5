package org.tipstats.collect.reports;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A report that is ready to be sent.
 *
 * @param fileName the name for a download, or null
 * @param next path and query of the next page, or null
 * @param body writes the report; called at most once
 * @param end closed after the report is written, or if it is never written
 */
public record ReportReply(ReportRequest wish, String fileName, String next, Body body, Closeable end) {

    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Creates the reply for a page that is already written. */
    static ReportReply page(ReportRequest wish, String next, byte[] body) {
        return new ReportReply(wish, null, next, out -> out.write(body), () -> {});
    }

    /** Returns the value of the Content-Type header. */
    public String mediaType() {
        return wish.form().mediaType();
    }
}
