package org.tipstats.files.detect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Recognises files of the old office format. That format also wraps new documents that are locked with a password. */
final class OleFile {

    /** Size of a directory entry in bytes. Entries start at multiples of it. */
    private static final int ENTRY_SIZE = 128;

    private static final byte[] LOCKED = "EncryptedPackage\0".getBytes(StandardCharsets.UTF_16LE);

    private OleFile() {}

    static FileKind kind(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            byte[] entry = new byte[ENTRY_SIZE];
            while (in.readNBytes(entry, 0, ENTRY_SIZE) == ENTRY_SIZE) {
                if (Arrays.equals(entry, 0, LOCKED.length, LOCKED, 0, LOCKED.length)) {
                    return FileKind.PROTECTED;
                }
            }
        }
        return FileKind.XLS;
    }
}
