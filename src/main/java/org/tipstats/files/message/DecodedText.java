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
 * The text of a message. Throws a CharacterCodingException at the first byte that cannot be decoded. Never returns
 * replacement characters.
 */
final class DecodedText extends Reader {

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13).flip();
    private boolean ended;

    DecodedText(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        CharBuffer characters = CharBuffer.wrap(buffer, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, characters, ended);
            int read = characters.position() - offset;
            if (read > 0 || result.isOverflow()) {
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
