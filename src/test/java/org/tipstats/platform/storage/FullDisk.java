package org.tipstats.platform.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Temporary files on a disk that is full: the system refuses each write. */
public final class FullDisk extends TemporaryFiles {

    public static final Path DEVICE = Path.of("/dev/full");

    public FullDisk(Path folder) {
        super(folder);
    }

    @Override
    FileChannel open(Path file) throws IOException {
        return FileChannel.open(DEVICE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
