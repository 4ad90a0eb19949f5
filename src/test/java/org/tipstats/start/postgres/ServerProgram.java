package org.tipstats.start.postgres;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.start.postgres.PostgresCluster.PostmasterFile;

/** A program that runs an embedded server until its standard input ends. Tests start it as a process and kill it. */
final class ServerProgram {
    private ServerProgram() {}

    public static void main(String... arguments) throws IOException {
        PostgresSettings settings = new PostgresSettings(Path.of(arguments[0]), Path.of(arguments[1]), false);
        try (PostgresServer server = PostgresServer.start(settings, message -> System.out.println("died " + message))) {
            long pid = PostmasterFile.read(settings.data()).orElseThrow().pid();
            DatabaseAddress address = server.address();
            System.out.printf(
                    "ready %d %s %s%n", pid, address.url(), address.password().orElseThrow());
            while (System.in.read() >= 0) {
                // Ignore the content; only the end matters.
            }
        } catch (StartRefusedException e) {
            System.out.println("refused " + e.getMessage());
        }
    }

    /**
     * The program, running as a process.
     *
     * @param pid the database server's process number, as the program sees it
     */
    record Running(Process process, long pid, DatabaseAddress address) {
        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        void end() throws IOException, InterruptedException {
            process.getOutputStream().close();
            process.waitFor();
        }
    }

    /** Starts the program and waits until its server is ready. */
    static Running start(PostgresSettings settings) throws IOException {
        return start(settings, List.of(), Map.of(), System.getProperty("java.class.path"));
    }

    static Running start(
            PostgresSettings settings, List<String> prefix, Map<String, String> environment, String classPath)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-cp", classPath));
        command.add(ServerProgram.class.getName());
        command.addAll(List.of(settings.folder().toString(), settings.binaries().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(new File("/"));
        builder.environment().putAll(environment);
        return ready(builder.start());
    }

    private static Running ready(Process process) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ready ")) {
                String[] words = line.split(" ");
                DatabaseAddress address =
                        new DatabaseAddress(words[2], Optional.of(PostgresCluster.OWNER), Optional.of(words[3]));
                return new Running(process, Long.parseLong(words[1]), address);
            }
            said.append(line).append('\n');
        }
        throw new IOException("The program ended: " + said);
    }
}
