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
 * @param bytes its size in bytes
 * @param sha256 its SHA-256 hash in lower-case hexadecimal digits
 * @param kind the kind of the file
 * @param charset the encoding of a text; null for other kinds
 * @param assumed whether the encoding was concluded from the letters, because neither a mark nor a standard states it
 * @param fault the first place where a text cannot be read; null if it can be read
 * @param lines the number of lines of a text, up to its fault; 0 for other kinds
 */
public record FileProbe(
        long bytes, String sha256, FileKind kind, Charset charset, boolean charsetAssumed, Fault fault, int lines) {

    /**
     * A place where a text cannot be read.
     *
     * @param line its physical line, from 1
     * @param offset the offset of the first bad byte, from 0; -1 if only the line is known
     * @param candidates the encodings that the file may be in, likeliest first; empty if none can be named
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
