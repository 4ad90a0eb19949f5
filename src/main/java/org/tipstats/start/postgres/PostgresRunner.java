package org.tipstats.start.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs PostgreSQL's programs on this machine. If the system has {@code setsid}, each program runs in a session of its
 * own, so that Ctrl-C reaches only the service. If the system supports death signals, the server stops when the service
 * dies. If the service runs as root, the programs run as another user or in a user namespace, because PostgreSQL
 * refuses to run as root.
 */
record PostgresRunner(PostgresBinaries binaries, Way launch) {
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR");
    private static final List<String> SESSION = List.of("setsid");
    private static final List<String> DEATH_SIGNAL = List.of("setpriv", "--pdeathsig", "INT");

    /**
     * A way to start a program.
     *
     * @param prefix the command line before the program
     * @param owner the user who must own the data; empty to leave the owner unchanged
     */
    private record Way(List<String> prefix, Optional<String> owner) {
        Way in(List<String> session) {
            return new Way(joined(session, prefix), owner);
        }
    }

    /**
     * Tries several ways to start a program, and returns a runner that uses the first way that works on this machine.
     *
     * @throws StartRefusedException if no way works
     */
    static PostgresRunner find(PostgresBinaries binaries) {
        return (SystemUser.isRoot() ? waysForRoot() : waysForUser())
                .flatMap(way -> Stream.of(way.in(SESSION), way))
                .map(way -> new PostgresRunner(binaries, way))
                .filter(PostgresRunner::works)
                .findFirst()
                .orElseThrow(() -> new StartRefusedException(("The embedded database cannot run here: no way was found"
                                + " to start %s. As root, which PostgreSQL refuses, unshare, setpriv, runuser and su"
                                + " were tried, and the users postgres and nobody must be able to reach it. Start the"
                                + " service as an ordinary user, give it another folder by TIPSTATS_HOME, or a"
                                + " PostgreSQL by TIPSTATS_DATABASE_URL.")
                        .formatted(binaries.program("postgres"))));
    }

    private static Stream<Way> waysForUser() {
        return Stream.of(new Way(DEATH_SIGNAL, Optional.empty()), new Way(List.of(), Optional.empty()));
    }

    private static Stream<Way> waysForRoot() {
        List<String> namespace = List.of("unshare", "-U");
        Optional<String> root = Optional.of("root");
        return Stream.concat(
                // In a user namespace of its own, the server sees a user id other than the id of root.
                Stream.of(new Way(joined(namespace, DEATH_SIGNAL), root), new Way(namespace, root)),
                Stream.of("postgres", "nobody").flatMap(PostgresRunner::waysAs));
    }

    private static Stream<Way> waysAs(String user) {
        Optional<String> owner = Optional.of(user);
        Stream<Way> logins = Stream.of(
                new Way(List.of("runuser", "-u", user, "--"), owner),
                new Way(List.of("su", user, "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--"), owner));
        try {
            String group = run(new ProcessBuilder("id", "-g", user), "").strip();
            List<String> identity = List.of("--reuid", user, "--regid", group, "--clear-groups");
            return Stream.concat(Stream.of(new Way(joined(DEATH_SIGNAL, identity), owner)), logins);
        } catch (IOException e) {
            return logins;
        }
    }

    private boolean works() {
        try {
            run("postgres", "", List.of("--version"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Makes the user who runs the server the owner of a data folder. */
    void own(Path folder) throws IOException {
        if (launch.owner().isPresent()) {
            FolderTree.giveTo(
                    folder,
                    FileSystems.getDefault()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(launch.owner().get()));
        }
    }

    ProcessBuilder command(String program, List<String> arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                joined(launch.prefix(), joined(List.of(binaries.program(program).toString()), arguments)));
        builder.environment().keySet().retainAll(ENVIRONMENT);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder;
    }

    /**
     * Runs a program and waits until it ends.
     *
     * @return the output of the program
     * @throws IOException if the program cannot start or fails; the message contains its output
     */
    String run(String program, String input, List<String> arguments) throws IOException {
        return run(command(program, arguments), input);
    }

    private static String run(ProcessBuilder command, String input) throws IOException {
        Process process = command.redirectErrorStream(true).start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The program ended before it read all input. The output of the program gives the reason.
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(output.strip());
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
