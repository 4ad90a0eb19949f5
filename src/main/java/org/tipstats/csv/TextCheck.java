package org.tipstats.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.List;
import org.tipstats.csv.FileProbe.Fault;

/** Decodes a text piece by piece, only to find where it cannot be read. */
final class TextCheck {

    private static final List<String> WESTERN = List.of("windows-1252", "ISO-8859-1");
    private static final List<String> OTHER_SCRIPTS = List.of("windows-1251", "windows-1256", "GB18030");

    private final TextEncoding encoding;
    private final CharsetDecoder decoder;
    private final CharBuffer chars = CharBuffer.allocate(1 << 16);
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private long offset;
    private int line = 1;
    private boolean afterReturn;
    private boolean text;
    private long highBytes;
    private long highPairs;
    private int before;
    private Fault fault;

    TextCheck(TextEncoding encoding) {
        this.encoding = encoding;
        this.decoder = encoding.charset().newDecoder();
        if (encoding.utf32()) {
            fault = new Fault(1, 0, false, List.of("UTF-32"));
        }
    }

    void accept(byte[] bytes) {
        countHighBytes(bytes);
        if (fault == null) {
            ByteBuffer input = ByteBuffer.allocate(rest.remaining() + bytes.length);
            input.put(rest).put(bytes).flip();
            decode(input, false);
            rest = input;
        }
    }

    /** Where the text cannot be read, or null. */
    Fault finish() {
        if (fault == null) {
            decode(rest, true);
        }
        if (fault != null
                && !fault.nul()
                && fault.candidates().isEmpty()
                && !encoding.charset().name().startsWith("UTF-16")) {
            return new Fault(fault.line(), fault.offset(), false, highPairs * 2 > highBytes ? OTHER_SCRIPTS : WESTERN);
        }
        return fault;
    }

    int lines() {
        return line;
    }

    /** Whether there is anything but blanks. */
    boolean hasText() {
        return text;
    }

    private void decode(ByteBuffer input, boolean end) {
        CoderResult result;
        do {
            int start = input.position();
            result = decoder.decode(input, chars, end);
            scan();
            offset += input.position() - start;
            if (result.isError() && fault == null) {
                fault = new Fault(line, offset, false, List.of());
            }
        } while (result.isOverflow() && fault == null);
    }

    private void scan() {
        chars.flip();
        while (chars.hasRemaining()) {
            char c = chars.get();
            if (c == '\r' || (c == '\n' && !afterReturn)) {
                line++;
            } else if (c > ' ' && c != '\uFEFF') {
                text = true;
            } else if (c == 0 && fault == null) {
                fault = new Fault(line, -1, true, List.of());
            }
            afterReturn = c == '\r';
        }
        chars.clear();
    }

    private void countHighBytes(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                highBytes++;
                highPairs += before < 0 ? 1 : 0;
            }
            before = b;
        }
    }
}
