package org.tipstats.disseminate.query;

import java.io.IOException;
import java.io.OutputStream;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.disseminate.format.DataWriter;
import org.tipstats.platform.http.Packing;

/**
 * An answer.
 *
 * @param body the bytes; empty where the answer is streamed
 * @param selection what is still to be written; null where the body is whole
 * @param isPacked whether it is sent by gzip, which makes it another form with another tag
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

    /** The same answer for who reads gzip. */
    DataReply packed() {
        return new DataReply(isStreamed() ? body : Packing.pack(body), selection, request, tag.packed(), next, true);
    }

    void writeTo(OutputStream out) throws IOException {
        DataWriter writer = DataWriter.of(request.format(), request.style());
        if (isPacked) {
            OutputStream packing = Packing.stream(out);
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
