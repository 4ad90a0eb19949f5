package org.tipstats.files.detect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The result of one pass over a file.
 *
 * @param sha256 the hash in lower-case hexadecimal digits
 * @param charset the encoding of a text, even of a blank one; null for other files
 * @param charsetAssumed true if the program found the encoding only from the letters of the text, because the text is
 *     not valid in UTF-8
 * @param fault the first position at which a text cannot be read; null if the whole text can be read
 * @param lines the number of lines of a text, perhaps counted only up to the fault if there is one; 0 for other files
 */
public record FileProbe(
        long bytes, String sha256, FileKind kind, Charset charset, boolean charsetAssumed, Fault fault, int lines) {

    /**
     * A position at which a text cannot be read.
     *
     * @param line the number of the physical line, from 1
     * @param offset the offset of the first bad byte, from 0; -1 if only the line is known
     * @param candidates the encodings that the file may be in, likeliest first; empty for the kinds NUL and BYTES
     */
    public record Fault(int line, long offset, FaultKind kind, List<String> candidates) {}

    public enum FaultKind {
        /** A character with the code 0. */
        NUL,
        BYTES,
        /** Text in another encoding that cannot be determined. */
        ENCODING,
        /** Text in several encodings. */
        MIXED
    }

    private static final int BUFFER = 1 << 16;

    /** Reads a file once from start to end. */
    public static FileProbe of(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(BUFFER);
            FileKind kind = head.length == 0 ? FileKind.EMPTY : FileKindDetector.of(head, file);
            TextEncoding encoding = TextEncoding.of(head);
            if (kind == FileKind.TEXT && encoding.isBinary()) {
                kind = FileKind.BINARY;
            }
            TextDecodingCheck check = kind == FileKind.TEXT ? new TextDecodingCheck(encoding) : null;
            long size = 0;
            for (byte[] buffer = head; buffer.length > 0; buffer = in.readNBytes(BUFFER)) {
                size += buffer.length;
                digest.update(buffer);
                if (check != null) {
                    check.accept(buffer);
                }
            }
            String hash = HexFormat.of().formatHex(digest.digest());
            if (check == null) {
                return new FileProbe(size, hash, kind, null, false, null, 0);
            }
            check.finish();
            Fault fault = check.fault();
            boolean blank = fault == null && !check.hasText();
            kind = blank ? FileKind.EMPTY : kind;
            return new FileProbe(size, hash, kind, check.charset(), check.isAssumed(), fault, check.lines());
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The encoding of a text according to its first bytes. It is UTF-8, unless a byte-order mark or the positions of
     * zero bytes indicate UTF-16.
     *
     * @param utf32 true if the text is UTF-32, which is not supported
     * @param isBinary true if the file has so many zero bytes or control characters that it is not a text
     */
    record TextEncoding(Charset charset, boolean utf32, boolean isBinary) {

        static TextEncoding of(byte[] head) {
            if (starts(head, 0xff, 0xfe, 0, 0) || starts(head, 0, 0, 0xfe, 0xff) || isInFours(head)) {
                return new TextEncoding(StandardCharsets.UTF_8, true, false);
            }
            if (starts(head, 0xff, 0xfe)) {
                return new TextEncoding(StandardCharsets.UTF_16LE, false, false);
            }
            if (starts(head, 0xfe, 0xff)) {
                return new TextEncoding(StandardCharsets.UTF_16BE, false, false);
            }
            return byZeros(head);
        }

        /** Returns true if most groups of four bytes have three zero bytes, as in UTF-32. */
        private static boolean isInFours(byte[] head) {
            int[] zeros = new int[4];
            int fours = head.length / 4;
            for (int i = 0; i < fours * 4; i++) {
                zeros[i & 3] += head[i] == 0 ? 1 : 0;
            }
            int most = fours * 9 / 10;
            boolean little = zeros[0] == 0 && zeros[1] > most && zeros[2] > most && zeros[3] > most;
            boolean big = zeros[3] == 0 && zeros[0] > most && zeros[1] > most && zeros[2] > most;
            return fours > 1 && (little || big);
        }

        private static TextEncoding byZeros(byte[] head) {
            int even = 0;
            int odd = 0;
            int controls = 0;
            for (int i = 0; i < head.length; i++) {
                if (head[i] == 0) {
                    even += 1 - (i & 1);
                    odd += i & 1;
                } else if (head[i] > 0 && head[i] < 9) {
                    controls++;
                }
            }
            int pairs = Math.max(1, head.length / 2);
            boolean sixteen = head.length >= 4 && Math.min(even, odd) * 20 < pairs && Math.max(even, odd) * 2 > pairs;
            if (sixteen) {
                Charset utf16 = odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
                return new TextEncoding(utf16, false, false);
            }
            return new TextEncoding(StandardCharsets.UTF_8, false, (even + odd + controls) * 20 > head.length);
        }

        private static boolean starts(byte[] head, int... magic) {
            if (head.length < magic.length) {
                return false;
            }
            for (int i = 0; i < magic.length; i++) {
                if ((head[i] & 0xff) != magic[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
