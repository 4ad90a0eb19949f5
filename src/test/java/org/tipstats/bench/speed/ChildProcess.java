package org.tipstats.bench.speed;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program of the benchmark in a process of its own, with a heap of its own. */
final class ChildProcess {

    private ChildProcess() {}

    static void run(String heap, Class<?> program, String... arguments)
            throws IOException, URISyntaxException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + heap, "-cp", classPath(), program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(program.getSimpleName() + " has failed");
        }
    }

    /** Returns the class path from which this class was loaded. Maven uses a class loader of its own. */
    private static String classPath() throws URISyntaxException {
        if (ChildProcess.class.getClassLoader() instanceof URLClassLoader loader) {
            List<String> places = new ArrayList<>();
            for (URL place : loader.getURLs()) {
                places.add(Path.of(place.toURI()).toString());
            }
            return String.join(File.pathSeparator, places);
        }
        return System.getProperty("java.class.path");
    }
}
