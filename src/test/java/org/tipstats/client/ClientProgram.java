package org.tipstats.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The programs that run the scripts of users of the data, with the third-party libraries that these use. */
enum ClientProgram {
    SHELL("a shell with curl", "sh", ".sh", "curl --version"),
    R("R with rsdmx and jsonlite", "Rscript", ".R", "lapply(c('rsdmx', 'jsonlite'), find.package)"),
    PYTHON("Python with pandas", python(), ".py", "import importlib.metadata; importlib.metadata.version('pandas')"),
    NODE("Node with sdmx-rest", "node", ".mjs", "import 'sdmx-rest'");

    /** The folder for scripts. Node looks for modules beside a script; {@code .ci/run} installs them here. */
    private static final Path FOLDER = Path.of("target", "client");

    private static final String MARK = "-- cells\n";
    private static final int LONGEST_MINUTES = 15;

    private final String name;
    private final String command;
    private final String suffix;
    private final String probe;
    private Boolean there;

    ClientProgram(String name, String command, String suffix, String probe) {
        this.name = name;
        this.command = command;
        this.suffix = suffix;
        this.probe = probe;
    }

    /** Returns Debian's Python if it is there, because only that one has Debian's pandas. */
    private static String python() {
        return Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";
    }

    /**
     * Runs a script and returns its output. Skips the test with a message if the program is missing. In continuous
     * integration, which installs the program, that is a failure.
     */
    String run(String script) throws IOException, InterruptedException {
        if (!isThere()) {
            String missing = "there is no " + name + ": nothing is read with it";
            assertNotEquals("true", System.getenv("CI"), missing);
            assumeTrue(false, missing);
        }
        Output output = start(script);
        assertEquals(0, output.status, output.text + output.complaints);
        return output.text;
    }

    /**
     * Returns the cells that a script read, in the form of {@link ClientSample#cells}.
     *
     * @param call a call of the function {@code cells}, which exists for R and Python and takes the table that the
     *     script made
     */
    List<String> cells(String script, String call) throws IOException, InterruptedException {
        return cellsIn(run(printing(script, call)));
    }

    /** Returns a script with a call that prints its cells at the end. */
    String printing(String script, String call) throws IOException {
        return script + Files.readString(Path.of("src", "test", "resources", "client", "cells" + suffix)) + call + "\n";
    }

    /** Returns the cells at the end of an output. */
    static List<String> cellsIn(String printed) {
        return printed.substring(printed.indexOf(MARK)).lines().skip(1).sorted().toList();
    }

    private synchronized boolean isThere() throws IOException, InterruptedException {
        if (there == null) {
            there = start(probe).status == 0;
        }
        return there;
    }

    private record Output(int status, String text, String complaints) {}

    private Output start(String script) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Path file = Files.writeString(Files.createTempFile(FOLDER, "script", suffix), script);
        Path text = Files.createTempFile(FOLDER, "printed", ".txt");
        Path complaints = Files.createTempFile(FOLDER, "complaints", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command, file.toString())
                .redirectOutput(text.toFile())
                .redirectError(complaints.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("NO_PROXY", "localhost,127.0.0.1");
        try {
            return new Output(finish(builder), Files.readString(text), Files.readString(complaints));
        } finally {
            Files.delete(file);
            Files.delete(text);
            Files.delete(complaints);
        }
    }

    private int finish(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return -1;
        }
        try {
            return process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } finally {
            process.destroyForcibly();
        }
    }
}
