package org.tipstats.dissemination;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An answer.
 *
 * @param body the bytes; empty where the answer is streamed
 * @param selection what is still to be written; null where the body is whole
 * @param tag changes when the answer does: the value of a strong ETag
 */
record DataReply(byte[] body, DataSelection selection, DataRequest request, String tag, String next) {

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

    private static String tag(DataRequest request) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(request.canonical().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
