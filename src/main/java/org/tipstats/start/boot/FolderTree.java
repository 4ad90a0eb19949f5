package org.tipstats.start.boot;

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

/** What is done to a folder with all that is in it. */
final class FolderTree {
    private static final Logger LOG = Logger.getLogger(FolderTree.class);

    private FolderTree() {}

    static void delete(Path root) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(root)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException e) {
            return;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    /**
     * Deletes what interrupted work left in a folder: all whose names start with the prefix. What can't be deleted stays
     * for the next time; the killed start's last process may be at it still.
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

    /** Gives a folder to a user, unless it is that user's already. */
    static void giveTo(Path root, UserPrincipal owner) throws IOException {
        if (Files.getOwner(root, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(root)) {
            // The root comes last, so that an interrupted change is taken up again.
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.setAttribute(path, "owner:owner", owner, LinkOption.NOFOLLOW_LINKS);
        }
    }
}
