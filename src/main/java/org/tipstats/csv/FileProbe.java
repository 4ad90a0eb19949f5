package org.tipstats.csv;

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
 * @param fault where a text is not sound; null where it is
 * @param lines how many lines a text has, up to its fault; 0 for other kinds
 */
public record FileProbe(long bytes, String sha256, FileKind kind, Charset charset, Fault fault, int lines) {

    /**
     * A place where a text cannot be read.
     *
     * @param line its physical line
     * @param offset the first bad byte, from 0; -1 where only the line is known
     * @param nul whether it is a character with the code 0 rather than a byte outside the encoding
     * @param candidates encodings that the file may be in, the likeliest first; empty when none can be named
     */
    public record Fault(int line, long offset, boolean nul, List<String> candidates) {}

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
                return new FileProbe(size, hash, kind, null, null, 0);
            }
            Fault fault = check.finish();
            boolean blank = fault == null && !check.hasText();
            return new FileProbe(size, hash, blank ? FileKind.EMPTY : kind, encoding.charset(), fault, check.lines());
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
