package org.tipstats.start.boot;

import com.sun.jna.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.tipstats.protect.solve.NativeSolver;
import org.tipstats.start.postgres.FolderTree;

/**
 * The native libraries of the solver, unpacked into a folder of this process. They are not in the temporary folder of
 * the system, because many systems refuse to load libraries from that folder. Also, a killed process would leave 65 MB
 * there.
 */
final class SolverLibraries {

    private static final String MAIN = "jniortools";
    private static final String NAME = "ortools-" + Platform.RESOURCE_PREFIX;

    private SolverLibraries() {}

    /** Makes the solver load its libraries from this folder when it first needs them. */
    static void useFolder(Path folder) {
        // On Windows, the loader of OR-Tools is needed to load the libraries in the right order.
        if (!Platform.isWindows()) {
            NativeSolver.loadBy(() -> load(folder));
        }
    }

    /** Unpacks the libraries, loads them, and deletes the files. The system keeps them while they are in use. */
    static void load(Path folder) {
        try {
            Path unpacked = Files.createTempDirectory(folder, "solver-");
            try {
                unpack(unpacked);
                System.load(unpacked.resolve(System.mapLibraryName(MAIN)).toString());
            } finally {
                FolderTree.delete(unpacked);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The libraries of the solver cannot be unpacked into " + folder, e);
        }
    }

    private static void unpack(Path folder) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(archive());
                Stream<Path> files = Files.list(jar.getPath(NAME))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    /** Returns the JAR file with the libraries for this platform. */
    private static Path archive() {
        String place = String.valueOf(SolverLibraries.class.getClassLoader().getResource(NAME + "/"));
        if (!place.startsWith("jar:")) {
            throw new UnsatisfiedLinkError("There are no libraries of the solver for " + Platform.RESOURCE_PREFIX);
        }
        return Path.of(URI.create(place.substring("jar:".length(), place.lastIndexOf('!'))));
    }
}
