package org.tipstats.files.detect;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** Measures the directory at the end of an archive. Opening an archive loads its whole directory into memory. */
final class ZipDirectory {

    private static final int END_RECORD = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int SIZE_OFFSET = 12;
    /** Largest directory in bytes. It suffices for tens of thousands of parts; a workbook has some dozens. */
    private static final long MAX_DIRECTORY = 4 << 20;

    private ZipDirectory() {}

    /** Returns whether the directory is too large to open the archive. */
    static boolean isTooLarge(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(in.length(), END_RECORD + MAX_COMMENT);
            byte[] tail = new byte[length];
            in.seek(in.length() - length);
            in.readFully(tail);
            ByteBuffer end = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = length - END_RECORD; i >= 0; i--) {
                boolean large = end.getInt(i) == END_SIGNATURE
                        && Integer.toUnsignedLong(end.getInt(i + SIZE_OFFSET)) > MAX_DIRECTORY;
                if (large) {
                    return true;
                }
            }
            return false;
        }
    }
}
