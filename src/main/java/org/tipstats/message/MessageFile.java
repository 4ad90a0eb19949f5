package org.tipstats.message;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tipstats.csv.Assumption;

/** The bytes of a message, without the marks before its text. */
final class MessageFile {

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int START = 4;

    private MessageFile() {}

    /** Opens a file after its byte-order marks in UTF-8; the one of UTF-16 says how to read on and stays. */
    static InputStream bytes(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return skipMarks(new BufferedInputStream(in));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static BufferedInputStream skipMarks(BufferedInputStream in) throws IOException {
        byte[] start;
        do {
            in.mark(START);
            start = in.readNBytes(MARK.length);
        } while (Arrays.equals(start, MARK));
        in.reset();
        return in;
    }

    /** More than one mark is no fault, but told. */
    static List<Assumption> assumptions(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(2 * MARK.length);
            boolean marks = start.length == 2 * MARK.length
                    && Arrays.equals(MARK, Arrays.copyOf(start, MARK.length))
                    && Arrays.equals(MARK, Arrays.copyOfRange(start, MARK.length, start.length));
            return marks ? List.of(new Assumption(Assumption.Kind.BYTE_ORDER_MARKS, 1, 1, null)) : List.of();
        }
    }

    /**
     * Opens a file of JSON, which is UTF-8 unless its first bytes say UTF-16; reading throws a CharacterCodingException
     * where the bytes are not text in that encoding.
     */
    static Reader text(Path file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            skipMarks(in);
            in.mark(START);
            byte[] start = in.readNBytes(2);
            in.reset();
            Charset charset = charset(start);
            Reader reader = new BufferedReader(new InputStreamReader(in, charset.newDecoder()));
            reader.mark(1);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            return reader;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The first character of JSON is one of ASCII, so a zero byte beside it tells. */
    private static Charset charset(byte[] start) {
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
}
