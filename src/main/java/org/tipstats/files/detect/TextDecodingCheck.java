package org.tipstats.files.detect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tipstats.files.detect.FileProbe.Fault;
import org.tipstats.files.detect.FileProbe.FaultKind;
import org.tipstats.files.detect.FileProbe.TextEncoding;

/**
 * Decodes a text piece by piece to check that it can be read. After the first byte that is not valid in UTF-8, the
 * check looks for the encoding.
 */
final class TextDecodingCheck {

    private static final List<String> UNKNOWN = List.of("windows-1252", "windows-1250", "windows-1251", "windows-1256");

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final TextEncoding encoding;
    private final boolean utf8;
    private final CharsetDecoder decoder;
    private final CharBuffer chars = CharBuffer.allocate(1 << 16);
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private long offset;
    private int line = 1;
    private boolean afterReturn;
    private boolean text;
    /**
     * True if the current word has letters that point to UTF-8. {@code utf8Like} is true if an earlier word had such
     * letters.
     */
    private boolean utf8LikeWord;

    private boolean utf8Like;
    private Fault fault;
    private Fault nul;
    private EncodingDetector guess;
    private EncodingDetector.Conclusion conclusion;

    TextDecodingCheck(TextEncoding encoding) {
        this.encoding = encoding;
        this.utf8 = encoding.charset().equals(StandardCharsets.UTF_8);
        this.decoder = encoding.charset().newDecoder();
        if (encoding.utf32()) {
            fault = new Fault(1, 0, FaultKind.ENCODING, List.of("UTF-32"));
        }
    }

    void accept(byte[] bytes) {
        if (guess != null) {
            guess.accept(bytes);
            scan(bytes, 0);
        } else if (fault == null && utf8 && rest.remaining() == 0 && !utf8LikeWord && scanAscii(bytes)) {
            offset += bytes.length;
        } else if (fault == null) {
            ByteBuffer input = ByteBuffer.allocate(rest.remaining() + bytes.length);
            input.put(rest).put(bytes).flip();
            decode(input, false);
            rest = input;
        }
    }

    /** Ends the text. The caller must call this method before asking for a result. */
    void finish() {
        if (fault == null) {
            decode(rest, true);
        }
        if (nul != null || guess == null) {
            fault = nul == null ? fault : nul;
            return;
        }
        conclusion = guess.conclude(utf8Like);
        if (conclusion.charset() == null) {
            FaultKind kind = conclusion.mixed() ? FaultKind.MIXED : FaultKind.ENCODING;
            List<String> candidates = conclusion.candidates().isEmpty() ? UNKNOWN : conclusion.candidates();
            fault = new Fault(fault.line(), fault.offset(), kind, candidates);
        }
    }

    /** Returns the position at which the text cannot be read, or null if the text can be read. */
    Fault fault() {
        return isAssumed() ? null : fault;
    }

    Charset charset() {
        return isAssumed() ? conclusion.charset() : encoding.charset();
    }

    boolean isAssumed() {
        return conclusion != null && conclusion.charset() != null;
    }

    int lines() {
        return line;
    }

    boolean hasText() {
        return text || guess != null;
    }

    private void decode(ByteBuffer input, boolean end) {
        CoderResult result;
        do {
            int start = input.position();
            result = decoder.decode(input, chars, end);
            chars.flip();
            while (chars.hasRemaining()) {
                scan(chars.get());
            }
            chars.clear();
            offset += input.position() - start;
            if (result.isError() && fault == null) {
                fault = new Fault(line, offset, FaultKind.BYTES, List.of());
                startGuess(input);
            }
        } while (result.isOverflow() && fault == null);
    }

    /**
     * Starts the search for the encoding. From then on, the check examines bytes instead of decoded characters. It
     * examines the current piece again from its first byte.
     */
    private void startGuess(ByteBuffer input) {
        if (utf8) {
            guess = new EncodingDetector();
            utf8LikeWord = false;
            byte[] piece = new byte[input.limit()];
            input.get(0, piece);
            guess.accept(piece);
            scan(piece, input.position());
        }
    }

    /**
     * Does the same as {@link #scan(char)} for each byte, but faster, because most files are pure ASCII. If a byte is
     * not ASCII, changes nothing and returns false.
     */
    private boolean scanAscii(byte[] bytes) {
        int lines = 0;
        int blanks = 0;
        Fault first = nul;
        for (int i = skipText(bytes, 0); i < bytes.length; i = skipText(bytes, i + 1)) {
            byte b = bytes[i];
            if (b < 0) {
                return false;
            }
            blanks += b > ' ' ? 0 : 1;
            if (b == '\r' || b == '\n' && !(i == 0 ? afterReturn : bytes[i - 1] == '\r')) {
                lines++;
            } else if (b == 0 && first == null) {
                first = new Fault(line + lines, -1, FaultKind.NUL, List.of());
            }
        }
        nul = first;
        line += lines;
        text |= blanks < bytes.length;
        afterReturn = bytes.length == 0 ? afterReturn : bytes[bytes.length - 1] == '\r';
        return true;
    }

    /**
     * Skips ASCII letters, digits and signs, eight at a time. Returns the index of the first byte that may be none of
     * these, or the index at which fewer than eight bytes are left.
     */
    private static int skipText(byte[] bytes, int from) {
        int at = from;
        while (at + Long.BYTES <= bytes.length) {
            long eight = (long) EIGHT.get(bytes, at);
            // Sets the highest bit of each byte that is negative or below '!'. Only the first bit that is set is sure
            // to be right: the subtraction of a byte may borrow from the next byte.
            long other = (eight | eight - 0x2121212121212121L) & 0x8080808080808080L;
            if (other != 0) {
                return at + Long.numberOfTrailingZeros(other) / Byte.SIZE;
            }
            at += Long.BYTES;
        }
        return at;
    }

    private void scan(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            scan(bytes[i] < 0 ? 'x' : (char) bytes[i]);
        }
    }

    private void scan(char c) {
        if (c == '\r' || (c == '\n' && !afterReturn)) {
            line++;
        } else if (c > ' ' && c != '\uFEFF') {
            text = true;
        } else if (c == 0 && nul == null) {
            nul = new Fault(line, -1, FaultKind.NUL, List.of());
        }
        afterReturn = c == '\r';
        if (c >= 0x80) {
            utf8LikeWord |= MixedEncoding.isUsualLetter(c);
        } else if (utf8LikeWord && !Character.isLetter(c)) {
            utf8Like = true;
            utf8LikeWord = false;
        }
    }
}
