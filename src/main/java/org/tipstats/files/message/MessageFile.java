package org.tipstats.files.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.csv.RowSource.Assumption;

/**
 * The start of a message: the encoding of the message and the line of its first element.
 *
 * @param charset the encoding of the message: UTF-8 or UTF-16 if a byte-order mark or zero bytes indicate it, else the
 *     encoding in the XML declaration, else UTF-8
 * @param marks the number of byte-order marks at the start
 * @param firstLine the line of the first XML element or of the document type
 */
record MessageFile(Path path, Charset charset, int marks, int firstLine) {

    private static final int START_BYTES = 1 << 16;
    private static final char MARK = '\uFEFF';
    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml\\s[^>]{0,200}?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    static MessageFile of(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(START_BYTES);
            Charset unicode = unicode(start);
            String text = new String(start, unicode);
            int marks = 0;
            while (marks < text.length() && text.charAt(marks) == MARK) {
                marks++;
            }
            Charset charset = marks > 0 ? unicode : declared(text, unicode);
            return new MessageFile(path, charset, marks, lineOfFirst(text.substring(marks)));
        }
    }

    /**
     * Returns UTF-8 or UTF-16. Messages start with an ASCII character, so a zero byte next to this character indicates
     * UTF-16.
     */
    private static Charset unicode(byte[] start) {
        if (start.length < 2) {
            return StandardCharsets.UTF_8;
        }
        if (start[0] == 0 || (start[0] == (byte) 0xfe && start[1] == (byte) 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        if (start[1] == 0 || (start[0] == (byte) 0xff && start[1] == (byte) 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }

    /**
     * Returns the encoding in the XML declaration. If the declaration is readable with one byte per character, the text
     * is not UTF-16, and a declaration of UTF-16 is ignored.
     */
    private static Charset declared(String text, Charset unicode) {
        Matcher declaration = DECLARED.matcher(text);
        if (unicode != StandardCharsets.UTF_8 || !declaration.lookingAt()) {
            return unicode;
        }
        String name = declaration.group(1);
        try {
            return name.toUpperCase(Locale.ROOT).startsWith("UTF-") ? unicode : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new MalformedFileException(Reason.WRONG_ENCODING, 1, name);
        }
    }

    /**
     * Returns the line of the first element. The parser skips the blanks before this element and does not report the
     * line of the element.
     */
    private static int lineOfFirst(String text) {
        int at = 0;
        while (at < text.length()) {
            String end = text.startsWith("<?", at) ? "?>" : text.startsWith("<!--", at) ? "-->" : null;
            if (end == null && !Character.isWhitespace(text.charAt(at))) {
                break;
            }
            int close = end == null ? at : text.indexOf(end, at);
            at = close < 0 ? text.length() : close + (end == null ? 1 : end.length());
        }
        int line = 1;
        for (int i = 0; i < at; i++) {
            boolean afterReturn = i > 0 && text.charAt(i - 1) == '\r';
            line += text.charAt(i) == '\r' || (text.charAt(i) == '\n' && !afterReturn) ? 1 : 0;
        }
        return line;
    }

    DecodedText open() throws IOException {
        InputStream in = Files.newInputStream(path);
        try {
            in.skipNBytes((long) marks * Character.toString(MARK).getBytes(charset).length);
            return new DecodedText(in, charset);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Returns an assumption if there are several byte-order marks. Several marks are not a fault. */
    List<Assumption> assumptions() {
        return marks > 1 ? List.of(new Assumption(Assumption.Kind.BYTE_ORDER_MARKS, 1, 1, null)) : List.of();
    }

    /**
     * The text of a message. Throws a CharacterCodingException at the first byte that cannot be decoded. Never returns
     * replacement characters.
     */
    static final class DecodedText extends Reader {

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
}
