package org.tipstats.platform.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.StorageProblems;

/**
 * Creates the temporary files of the service. On Linux, a file loses its name as soon as it is open, so that the system
 * frees the space of the file even if the service is killed. On other systems, the file keeps its name until it is
 * closed. There, the next start of the service deletes the files of a killed process.
 */
@ApplicationScoped
public class TemporaryFiles {

    /** The folder with the links to the open files of this process (see proc(5)), including files without a name. */
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    /**
     * If fewer bytes than one buffer are free, a failed write means that the disk is full, whatever the message says.
     */
    private static final long BUFFER_BYTES = 1 << 16;

    private final Path folder;

    /** @param folder the folder of this process; created with the first file */
    public TemporaryFiles(@ConfigProperty(name = "tipstats.upload.folder") Path folder) {
        this.folder = folder;
    }

    /**
     * Creates an empty file that only the owner of this process can read.
     *
     * @throws ProblemException 507 if the disk is full
     */
    public TemporaryFile create(String prefix) {
        try {
            OwnerOnly.folder(folder);
            Path named = Files.createTempFile(folder, prefix, ".bin");
            FileChannel channel = open(named);
            Optional<Path> link = link(named);
            if (link.isPresent()) {
                Files.delete(named);
            }
            return new TemporaryFile(this, link.orElse(named), channel, link.isEmpty());
        } catch (IOException e) {
            throw failure(e);
        }
    }

    FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Returns the link to an open file; empty on a system without such links. */
    private static Optional<Path> link(Path file) throws IOException {
        if (Files.notExists(OPEN_FILES)) {
            return Optional.empty();
        }
        Path target = file.toRealPath();
        try (Stream<Path> links = Files.list(OPEN_FILES)) {
            return links.filter(link -> leadsTo(link, target)).findFirst();
        }
    }

    private static boolean leadsTo(Path link, Path target) {
        try {
            return Files.readSymbolicLink(link).equals(target);
        } catch (IOException e) {
            return false; // another thread has closed this file in the meantime
        }
    }

    private RuntimeException failure(IOException cause) {
        return StorageProblems.isFull(cause) || FreeSpace.bytes(folder) < BUFFER_BYTES
                ? StorageProblems.full(cause)
                : new UncheckedIOException(cause);
    }

    /** A file that exists until it is closed. */
    public static final class TemporaryFile implements AutoCloseable {

        private final TemporaryFiles files;
        private final Path path;
        private final FileChannel channel;
        private final boolean named;

        private TemporaryFile(TemporaryFiles files, Path path, FileChannel channel, boolean named) {
            this.files = files;
            this.path = path;
            this.channel = channel;
            this.named = named;
        }

        /**
         * Returns a path under which this process can open the file, any number of times. Do not use the path after the
         * file is closed, because the path may then lead to another open file.
         */
        public Path path() {
            return path;
        }

        public long size() {
            return Uncheck.get(() -> channel.size());
        }

        /**
         * Returns a stream that writes the file. If the disk is full, throws a {@link ProblemException} with status
         * 507. So a caller who copies data into the file can distinguish a full disk from a failure to read the data.
         * Closing the stream does not close the file.
         */
        public OutputStream output() {
            OutputStream out = Channels.newOutputStream(channel);
            return new OutputStream() {
                @Override
                public void write(int b) {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    try {
                        out.write(bytes, offset, length);
                    } catch (IOException e) {
                        throw files.failure(e);
                    }
                }
            };
        }

        /** Closes and deletes the file. */
        @Override
        public void close() {
            try {
                channel.close();
                if (named) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
