package org.tipstats.files.detect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The result of one pass over a file.
 *
 * @param bytes the size of the file in bytes
 * @param sha256 the SHA-256 hash of the file in lower-case hexadecimal digits
 * @param kind the kind of the file
 * @param charset the encoding of a text; null for other kinds
 * @param charsetAssumed whether the encoding was concluded from the letters of the text, because neither a byte-order
 *     mark nor a standard states the encoding
 * @param fault the first position at which a text cannot be read; null if the whole text can be read
 * @param lines the number of lines of a text, counted up to the fault if there is one; 0 for other kinds
 */
public record FileProbe(
        long bytes, String sha256, FileKind kind, Charset charset, boolean charsetAssumed, Fault fault, int lines) {

    /**
     * A position at which a text cannot be read.
     *
     * @param line the number of the physical line, from 1
     * @param offset the offset of the first bad byte, from 0; -1 if only the line is known
     * @param candidates the encodings that the file may be in, likeliest first; empty if no encoding is possible
     */
    public record Fault(int line, long offset, FaultKind kind, List<String> candidates) {}

    /** The kind of fault of a text. */
    public enum FaultKind {
        /** A character with the code 0. */
        NUL,
        /** A byte that is not valid in the encoding. */
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
}
