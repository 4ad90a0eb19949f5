package org.tipstats.dissemination;

import java.io.IOException;
import java.io.OutputStream;

/**
 * An answer.
 *
 * @param body the bytes; empty where the answer is streamed
 * @param selection what is still to be written; null where the body is whole
 */
record DataReply(byte[] body, DataSelection selection, DataRequest request, ReplyTag tag, String next) {

    static DataReply whole(DataSelection selection, DataRequest request, byte[] body) {
        return new DataReply(body, null, request, tag(request), selection.next());
    }

    static DataReply streamed(DataSelection selection, DataRequest request) {
        return new DataReply(new byte[0], selection, request, tag(request), selection.next());
    }

    boolean isStreamed() {
        return selection != null;
    }

    void writeTo(OutputStream out) throws IOException {
        DataWriter.of(request).write(selection, out);
    }

    private static ReplyTag tag(DataRequest request) {
        return ReplyTag.of(request.release(), request.release().isPublic(), request.canonical());
    }
}
