package org.tipstats.start.boot;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The system's commands that a test may use, or leave out. */
final class TestTools {
    private TestTools() {}

    static boolean has(String command) {
        return find(command).isPresent();
    }

    static boolean isRoot() {
        return !System.getProperty("os.name").startsWith("Windows") && new UnixSystem().getUid() == 0;
    }

    /** A folder to be the whole PATH, that has these commands alone. */
    static Path only(Path folder, String... commands) throws IOException {
        Files.createDirectories(folder);
        for (String command : commands) {
            Optional<Path> program = find(command);
            if (program.isPresent()) {
                Files.createSymbolicLink(folder.resolve(command), program.get());
            }
        }
        return folder;
    }

    /** Whether a command ends well. */
    static boolean works(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Path> find(String command) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
