package org.tipstats.platform.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Finds temporary files that nobody closed: those with a name, and on Linux those without, which are still open. */
public final class LeftFiles {

    private static final Path OPEN = Path.of("/proc/self/fd");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private LeftFiles() {}

    /**
     * Returns the files in a folder, without those in folders below it. An answer can arrive a moment before the service
     * has closed its file, so files have half a minute to go. In a longer time, the garbage collector could close what
     * nobody closes.
     */
    public static List<Path> in(Path folder) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Path> left = now(folder);
        while (!left.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            left = now(folder);
        }
        return left;
    }

    private static List<Path> now(Path folder) throws IOException {
        List<Path> left = new ArrayList<>();
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(Files::isRegularFile).forEach(left::add);
            }
        }
        if (Files.exists(OPEN)) {
            try (Stream<Path> links = Files.list(OPEN)) {
                links.map(LeftFiles::target)
                        .filter(target -> folder.toAbsolutePath().equals(target.getParent()))
                        .forEach(left::add);
            }
        }
        return left;
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            return link; // closed in the meantime
        }
    }
}
