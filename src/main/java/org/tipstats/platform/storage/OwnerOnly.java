package org.tipstats.platform.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Folders and files that other users of the machine must not read. On a system without POSIX permissions, the folder
 * above decides who may read.
 */
public final class OwnerOnly {

    private static final Logger LOG = Logger.getLogger(OwnerOnly.class);

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> PASSAGE = PosixFilePermissions.fromString("rwx--x--x");

    private OwnerOnly() {}

    /** Creates a folder if it is missing, and takes all permissions for it from other users. */
    public static void folder(Path folder) throws IOException {
        folder(folder, FOLDER);
    }

    /**
     * Creates a folder like {@link #folder}, but other users can pass through it to a file that they know and may read.
     */
    public static void passage(Path folder) throws IOException {
        folder(folder, PASSAGE);
    }

    private static void folder(Path folder, Set<PosixFilePermission> most) throws IOException {
        Files.createDirectories(folder, attributes(folder, most));
        restrict(folder, most);
    }

    /** Creates an empty file if it is missing, and takes all permissions for it from other users. */
    public static void file(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(file, FILE));
        } catch (FileAlreadyExistsException e) {
            restrict(file, FILE);
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static void restrict(Path path, Set<PosixFilePermission> most) {
        if (!isPosix(path)) {
            return;
        }
        try {
            Set<PosixFilePermission> wanted = EnumSet.copyOf(most);
            if (!Files.getPosixFilePermissions(path).equals(wanted)) {
                Files.setPosixFilePermissions(path, wanted);
            }
        } catch (IOException e) {
            LOG.warnf("Other users may read %s, because its permissions cannot be changed: %s", path, e.getMessage());
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
