package org.tipstats.bench.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.csv.RowSource;

/** Shared code of the fuzzed readers: turns bytes into a file, and a file into rows or a fault. */
final class FuzzInput {

    private static Path folder;

    private FuzzInput() {}

    interface Opening {
        RowSource open() throws IOException;
    }

    static synchronized Path file(byte[] bytes) throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("fuzz");
            folder.toFile().deleteOnExit();
            folder.resolve("file").toFile().deleteOnExit();
        }
        return Files.write(folder.resolve("file"), bytes);
    }

    /**
     * Reads to the end or to a fault. Checks that rows are in order, and that a fault is thrown again at the next call.
     */
    static void read(Opening opening) throws IOException {
        try (RowSource rows = opening.open()) {
            rows.header();
            int line = 0;
            int record = 0;
            while (hasNext(rows)) {
                RawRow row = rows.next();
                record++;
                if (row.line() < line || row.record() != record || row.cells() == null) {
                    throw new AssertionError("out of order: " + row);
                }
                line = row.line();
            }
            rows.assumptions();
        } catch (MalformedFileException e) {
            if (e.line() < 0) {
                throw new AssertionError("a fault without a place", e);
            }
        }
    }

    private static boolean hasNext(RowSource rows) {
        try {
            return rows.hasNext();
        } catch (MalformedFileException e) {
            try {
                rows.hasNext();
            } catch (MalformedFileException again) {
                throw again;
            }
            throw new AssertionError("the fault was told only once", e);
        }
    }

    /** Splits the bytes into parts at zero bytes. Parts that are missing are empty. */
    static byte[][] split(byte[] bytes, int parts) {
        byte[][] split = new byte[parts][];
        int from = 0;
        for (int i = 0; i < parts; i++) {
            int to = from;
            while (to < bytes.length && (bytes[to] != 0 || i == parts - 1)) {
                to++;
            }
            split[i] = Arrays.copyOfRange(bytes, Math.min(from, bytes.length), to);
            from = Math.min(to + 1, bytes.length);
        }
        return split;
    }
}
