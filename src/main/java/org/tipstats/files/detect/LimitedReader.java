package org.tipstats.files.detect;

import java.io.IOException;
import java.io.Reader;

/** Stops reading if one record takes more characters than a valid record can have. */
public final class LimitedReader extends Reader {

    /** Thrown in the middle of a record that is too long. The reader of the table adds the number of the line. */
    public static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final Reader in;
    private final int limit;
    private int taken;

    public LimitedReader(Reader in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    public void startRecord() {
        taken = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (taken > limit) {
            throw new TooLong();
        }
        int read = in.read(buffer, offset, length);
        taken += Math.max(0, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
