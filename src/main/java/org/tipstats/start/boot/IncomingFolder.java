package org.tipstats.start.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.tipstats.platform.storage.OwnerOnly;
import org.tipstats.start.postgres.FolderLock;
import org.tipstats.start.postgres.FolderTree;
import org.tipstats.start.postgres.StartRefusedException;

/**
 * The folder for the temporary files of a process: received files, and answers that are being made. Each process has
 * its own folder. The process holds the lock next to this folder until the process ends. Any process may delete a
 * folder with a free lock.
 */
final class IncomingFolder {

    private static final Logger LOG = Logger.getLogger(IncomingFolder.class);
    private static final String LOCK = "lock";
    private static final String PREFIX = "process-";

    private IncomingFolder() {}

    /**
     * Deletes the folders of killed processes, and creates a folder for this process.
     *
     * @param root contains the folders of all processes that share a home folder
     */
    static Path claim(Path root) {
        try {
            OwnerOnly.folder(root);
            // Without this lock, another process could delete a new folder before its own process has locked it.
            FolderLock starting = FolderLock.take(root.resolve(LOCK));
            try {
                deleteLeftovers(root);
                Path own = Files.createTempDirectory(root, PREFIX);
                FolderLock.take(lock(own));
                return own;
            } finally {
                starting.release();
            }
        } catch (IOException e) {
            throw new StartRefusedException("The folder %s cannot be used: %s".formatted(root, e), e);
        }
    }

    /**
     * Deletes the folder of this process. The process must not use the folder any more. A later start deletes the files
     * that this method cannot delete.
     */
    static void delete(Path own) {
        try {
            FolderTree.delete(own);
            Files.deleteIfExists(lock(own));
        } catch (IOException e) {
            LOG.debugf(e, "Not deleted: %s", own);
        }
    }

    private static void deleteLeftovers(Path root) throws IOException {
        List<Path> found;
        try (Stream<Path> paths = Files.list(root)) {
            // Up to version 1.0, the temporary files were directly in the root folder.
            found = paths.filter(
                            path -> Files.isDirectory(path) || path.toString().endsWith(".bin"))
                    .toList();
        }
        for (Path path : found) {
            try {
                if (!Files.isDirectory(path) || isFree(path)) {
                    FolderTree.delete(path);
                    Files.deleteIfExists(lock(path));
                    LOG.infof("Deleted what an earlier process left behind: %s", path);
                }
            } catch (IOException e) {
                LOG.warnf("An earlier process left %s behind, which cannot be deleted: %s", path, e.getMessage());
            }
        }
    }

    private static Path lock(Path folder) {
        return folder.resolveSibling(folder.getFileName() + "." + LOCK);
    }

    private static boolean isFree(Path folder) throws IOException {
        Optional<FolderLock> lock = FolderLock.tryTake(lock(folder));
        if (lock.isPresent()) {
            lock.get().release();
        }
        return lock.isPresent();
    }
}
