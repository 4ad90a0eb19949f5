package org.tipstats.files.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * The text of a message. Throws a CharacterCodingException exactly where the bytes are not text, and never returns
 * replacement characters. Stops if one part of the document has more characters than allowed.
 */
final class MessageText extends Reader {

    /** Thrown in the middle of a part. The reader of the document adds the line. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final long limit;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13).flip();
    private boolean ended;
    private long taken;

    MessageText(InputStream in, Charset charset, long limit) {
        this.in = in;
        this.decoder = charset.newDecoder();
        this.limit = limit;
    }

    /** Resets the limit, because another part begins. */
    void startPart() {
        taken = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (taken > limit) {
            throw new TooLong();
        }
        CharBuffer characters = CharBuffer.wrap(buffer, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, characters, ended);
            int read = characters.position() - offset;
            if (read > 0 || result.isOverflow()) {
                taken += read;
                return read;
            }
            if (result.isError()) {
                result.throwException();
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int more = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = more < 0;
        bytes.position(bytes.position() + Math.max(0, more)).flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
