package org.tipstats.disseminate.data;

import java.io.IOException;
import java.io.OutputStream;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.disseminate.format.DataWriter;
import org.tipstats.disseminate.query.DataRequest;
import org.tipstats.platform.http.GzipEncoding;

/**
 * The reply to a request for data: either complete in memory or still to be written.
 *
 * @param body the bytes; empty if the reply is streamed
 * @param selection the observations still to be written; null if the body is complete
 * @param next path and query of the next page; null if there is no next page
 * @param isPacked whether the reply is compressed with gzip; a compressed reply has a different tag
 */
record DataReply(
        byte[] body, DataSelection selection, DataRequest request, ReplyTag tag, String next, boolean isPacked) {

    static DataReply whole(DataSelection selection, DataRequest request, byte[] body) {
        return new DataReply(body, null, request, tag(request), selection.next(), false);
    }

    static DataReply streamed(DataSelection selection, DataRequest request) {
        return new DataReply(new byte[0], selection, request, tag(request), selection.next(), false);
    }

    boolean isStreamed() {
        return selection != null;
    }

    /** Returns the same reply compressed with gzip. */
    DataReply packed() {
        return new DataReply(
                isStreamed() ? body : GzipEncoding.pack(body), selection, request, tag.packed(), next, true);
    }

    void writeTo(OutputStream out) throws IOException {
        DataWriter writer = DataWriter.of(request.format(), request.style());
        if (isPacked) {
            OutputStream packing = GzipEncoding.stream(out);
            writer.write(selection, packing);
            packing.close();
        } else {
            writer.write(selection, out);
        }
    }

    private static ReplyTag tag(DataRequest request) {
        return ReplyTag.of(request.release(), request.release().isPublic(), request.canonical());
    }
}
