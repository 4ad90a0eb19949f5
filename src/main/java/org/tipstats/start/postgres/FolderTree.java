package org.tipstats.start.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.tipstats.platform.storage.OwnerOnly;

/** Creates folders. Deletes a folder, or changes its owner, together with everything in the folder. */
public final class FolderTree {
    private static final Logger LOG = Logger.getLogger(FolderTree.class);

    private FolderTree() {}

    /**
     * Creates the home folder or the folder of the database, closed to other users of the machine. If the service runs
     * as root, other users can pass through the folder, because PostgreSQL may have to run as another user.
     */
    public static void create(Path folder) throws IOException {
        if (SystemUser.isRoot()) {
            OwnerOnly.passage(folder);
        } else {
            OwnerOnly.folder(folder);
        }
    }

    public static void delete(Path root) throws IOException {
        try {
            for (Path path : deepestFirst(root)) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException e) {
            // Another process has deleted the folder.
        }
    }

    private static List<Path> deepestFirst(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Deletes the leftovers of interrupted work: all files and folders whose names begin with a prefix. If a file
     * cannot be deleted, leaves it for the next call, because a process of a killed start may still use the file.
     */
    static void deleteLeftovers(Path folder, String prefix) throws IOException {
        List<Path> leftovers;
        try (Stream<Path> paths = Files.list(folder)) {
            leftovers = paths.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .toList();
        }
        for (Path leftover : leftovers) {
            try {
                delete(leftover);
            } catch (IOException e) {
                LOG.debugf(e, "Not deleted: %s", leftover);
            }
        }
    }

    /**
     * Makes a user the owner of a folder and all files and folders in it. Does nothing if the user already owns the
     * folder.
     */
    static void giveTo(Path root, UserPrincipal owner) throws IOException {
        if (Files.getOwner(root, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
            return;
        }
        // The root changes last, so that the next call repeats a change that was interrupted.
        for (Path path : deepestFirst(root)) {
            Files.setAttribute(path, "owner:owner", owner, LinkOption.NOFOLLOW_LINKS);
        }
    }
}
