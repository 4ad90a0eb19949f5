package org.tipstats.message;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops reading when one part of a document takes more bytes than any allowed one can have. */
final class GuardedInput extends FilterInputStream {

    /** Thrown in the middle of a part; who reads the document knows its line. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final int limit;
    private int taken;

    GuardedInput(InputStream in, int limit) {
        super(in);
        this.limit = limit;
    }

    void startPart() {
        taken = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (taken > limit) {
            throw new TooLong();
        }
        int read = super.read(buffer, offset, length);
        taken += Math.max(0, read);
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
