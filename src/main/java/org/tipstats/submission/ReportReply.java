package org.tipstats.submission;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A report on its way out.
 *
 * @param fileName to save it under, or null
 * @param body what writes it; called at most once
 * @param end what is to be given back when it was written or will not be
 */
record ReportReply(String mediaType, String fileName, Body body, Closeable end) {

    /** For a body that holds on to nothing. */
    static final Closeable NOTHING = () -> {};

    /** Writes the bytes. */
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }
}
