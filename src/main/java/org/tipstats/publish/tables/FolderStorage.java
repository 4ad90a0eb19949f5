package org.tipstats.publish.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tipstats.platform.storage.OwnerOnly;

/**
 * Stores files in a folder. Other users of the machine can read a file only if they know its name, because they cannot
 * list the folders. So nobody finds the files of a release before the catalogue names them.
 */
final class FolderStorage implements TableStorage {

    /** The permissions of files. By default, usually nobody except the service itself could read the files. */
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    private final Path folder;

    FolderStorage(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public String place() {
        // Readers use the rest of the address as the path and do not decode it. So nothing is encoded here.
        String path = folder.toString().replace('\\', '/');
        return path.startsWith("/") ? "file://" + path : "file:///" + path;
    }

    @Override
    public void write(String path, byte[] content) throws IOException {
        Path file = folder.resolve(path);
        passages(file.getParent());
        Path incomplete = file.resolveSibling(file.getFileName() + ".part");
        FileChannel channel = FileChannel.open(incomplete, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            fill(channel, content);
            if (isPosix()) {
                Files.setPosixFilePermissions(incomplete, READABLE);
            }
            Files.move(incomplete, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(incomplete);
            throw e;
        }
        force(file.getParent());
    }

    private static void fill(FileChannel open, byte[] content) throws IOException {
        try (FileChannel channel = open) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private boolean isPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * Ensures that the names in a folder survive a power failure. Does nothing on Windows, which cannot open folders.
     */
    private void force(Path names) throws IOException {
        if (isPosix()) {
            try (FileChannel channel = FileChannel.open(names, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /**
     * Creates the missing folders, and restricts the access to the folders below the place. The place itself is
     * restricted only if it is created here.
     */
    private void passages(Path below) throws IOException {
        boolean place = below.equals(folder);
        if (!place) {
            passages(below.getParent());
        }
        boolean missing = Files.notExists(below);
        if (missing || !place) {
            OwnerOnly.passage(below);
        }
        if (missing && !place) {
            force(below.getParent());
        }
    }

    @Override
    public List<StoredFile> list() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(this::stored).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private StoredFile stored(Path file) {
        try {
            String path = folder.relativize(file).toString().replace('\\', '/');
            return new StoredFile(path, Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String path) throws IOException {
        Files.deleteIfExists(folder.resolve(path));
    }
}
