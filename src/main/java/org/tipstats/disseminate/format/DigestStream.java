package org.tipstats.disseminate.format;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An output stream that passes bytes on, counts them, and computes their SHA-256. */
final class DigestStream extends FilterOutputStream {

    private final MessageDigest digest;
    private long bytes;

    DigestStream(OutputStream out) {
        super(out);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        digest.update((byte) b);
        bytes++;
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
        out.write(some, offset, length);
        digest.update(some, offset, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    /** Returns the hash of all bytes written so far in hexadecimal. Call it only once, because it resets the digest. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
