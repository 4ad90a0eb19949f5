package org.tipstats.start.boot;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Finds commands of the system, and makes paths without some of them. */
public final class TestTools {
    private TestTools() {}

    public static boolean has(String command) {
        return find(command).isPresent();
    }

    public static boolean isRoot() {
        return !System.getProperty("os.name").startsWith("Windows") && new UnixSystem().getUid() == 0;
    }

    /** Fills a folder with only these commands, for use as PATH. */
    public static Path only(Path folder, String... commands) throws IOException {
        Files.createDirectories(folder);
        for (String command : commands) {
            Optional<Path> program = find(command);
            if (program.isPresent()) {
                Files.createSymbolicLink(folder.resolve(command), program.get());
            }
        }
        return folder;
    }

    /** Checks whether a command succeeds. */
    public static boolean works(String... command) throws IOException, InterruptedException {
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
