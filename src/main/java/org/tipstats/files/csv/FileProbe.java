package org.tipstats.files.csv;

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
 * What one pass over a file tells about it.
 *
 * @param bytes its size
 * @param sha256 its hash, in lower-case hexadecimal digits
 * @param kind what it is
 * @param charset the encoding of a text; null for other kinds
 * @param assumed whether the encoding was concluded from the letters of the text: no mark and no standard says it
 * @param fault where a text is not sound; null where it is
 * @param lines how many lines a text has, up to its fault; 0 for other kinds
 */
public record FileProbe(
        long bytes, String sha256, FileKind kind, Charset charset, boolean assumed, Fault fault, int lines) {

    /**
     * A place where a text cannot be read.
     *
     * @param line its physical line
     * @param offset the first bad byte, from 0; -1 where only the line is known
     * @param candidates encodings that the file may be in, the likeliest first; empty when none can be named
     */
    public record Fault(int line, long offset, FaultKind kind, List<String> candidates) {}

    /** What is wrong with a text. */
    public enum FaultKind {
        /** A character with the code 0. */
        NUL,
        /** A byte that the encoding does not have. */
        BYTES,
        /** Text of another encoding, but it cannot be told which. */
        ENCODING,
        /** Text of several encodings. */
        MIXED
    }

    private static final int BUFFER = 1 << 16;

    /** Looks through a file once. */
    public static FileProbe of(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(BUFFER);
            FileKind kind = head.length == 0 ? FileKind.EMPTY : KindOfFile.of(head, file);
            TextEncoding encoding = TextEncoding.of(head);
            if (kind == FileKind.TEXT && encoding.isBinary()) {
                kind = FileKind.BINARY;
            }
            TextCheck check = kind == FileKind.TEXT ? new TextCheck(encoding) : null;
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
