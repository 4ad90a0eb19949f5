package org.tipstats.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the comparison with DuckDB in a process of its own with a heap of 512 MB. */
final class DuckDbBenchmark {

    private static final int ROUNDS = 7;
    private static final int ROWS = 1_000_000;

    private final Path folder;

    DuckDbBenchmark(Path folder) {
        this.folder = folder;
    }

    void run() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        classPath(),
                        Duel.class.getName(),
                        String.valueOf(ROUNDS),
                        String.valueOf(ROWS),
                        folder.toString())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("the comparison with DuckDB has failed");
        }
    }

    /** What this class was loaded from: Maven has a loader of its own. */
    private static String classPath() throws URISyntaxException {
        if (DuckDbBenchmark.class.getClassLoader() instanceof URLClassLoader loader) {
            List<String> places = new ArrayList<>();
            for (URL place : loader.getURLs()) {
                places.add(Path.of(place.toURI()).toString());
            }
            return String.join(File.pathSeparator, places);
        }
        return System.getProperty("java.class.path");
    }
}
