package org.tipstats.start.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Operations on a folder and everything in it. */
public final class FolderTree {
    private static final Logger LOG = Logger.getLogger(FolderTree.class);

    private FolderTree() {}

    public static void delete(Path root) throws IOException {
        if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            for (Path path : deepestFirst(root)) {
                Files.deleteIfExists(path);
            }
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
     * Deletes the files and folders with a prefix, which interrupted work has left behind. Files that cannot be deleted
     * stay until the next call, because the last process of a killed start may still use them.
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
