package org.tipstats.platform.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds temporary files that nobody closed: those with a name, and on Linux those without, which are still open. */
public final class LeftFiles {

    private static final Path OPEN = Path.of("/proc/self/fd");

    private LeftFiles() {}

    /** Returns the files in a folder, without those in folders below it. */
    public static List<Path> in(Path folder) throws IOException {
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
