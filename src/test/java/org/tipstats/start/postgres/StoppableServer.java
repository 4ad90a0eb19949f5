package org.tipstats.start.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tipstats.FreePort;
import org.tipstats.start.boot.TestTools;

/** A server of the tests that stops, freezes and starts again at the same address, as an external database does. */
public final class StoppableServer implements AutoCloseable {

    private static final int TRIES = 3_000;

    private final PostgresSettings settings;
    private final PostgresRunner runner;
    private final DatabaseAddress address;
    private final int port;
    private Process process;

    private StoppableServer(PostgresSettings settings, DatabaseAddress made, int port) throws IOException {
        this.settings = settings;
        this.runner = PostgresRunner.find(PostgresBinaries.in(settings.binaries()));
        this.port = port;
        this.address = RolePasswords.address(
                port, PostgresCluster.OWNER, made.password().orElseThrow());
    }

    /** Makes a database in an empty folder and starts its server. */
    public static StoppableServer start(PostgresSettings settings) throws IOException {
        DatabaseAddress made;
        try (PostgresServer first = TestServers.start(settings)) {
            made = first.logins().owner();
        }
        StoppableServer server = new StoppableServer(settings, made, FreePort.find());
        server.start();
        return server;
    }

    /** Returns the address for the role that owns the tables. */
    public DatabaseAddress address() {
        return address;
    }

    /** Starts the server, and waits until it answers. */
    public void start() throws IOException {
        process = runner.command("postgres", settings.serverArguments(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                .start();
        for (int i = 0; !answers(); i++) {
            if (i > TRIES || !process.isAlive()) {
                throw new IOException(Files.readString(settings.log(), StandardCharsets.UTF_8));
            }
            pause();
        }
    }

    private boolean answers() {
        try (Connection connection = TestServers.connect(address)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops the server at once, as a loss of its machine would. */
    public void stop() throws IOException, InterruptedException {
        signal("QUIT", List.of(server()));
        process.waitFor();
    }

    /** Lets no process of the server go on, so that connections stay open without an answer. */
    public void freeze() throws IOException, InterruptedException {
        signal("STOP", all());
    }

    public void thaw() throws IOException, InterruptedException {
        signal("CONT", all());
    }

    private long server() throws IOException {
        return PostgresCluster.PostmasterFile.read(settings.data())
                .orElseThrow()
                .pid();
    }

    private List<Long> all() throws IOException {
        List<Long> all = new ArrayList<>(List.of(server()));
        ProcessHandle.of(server()).ifPresent(main -> main.descendants().forEach(each -> all.add(each.pid())));
        return all;
    }

    private static void signal(String signal, List<Long> processes) throws IOException, InterruptedException {
        for (long each : processes) {
            // A process of a connection may end meanwhile.
            TestTools.works("kill", "-" + signal, Long.toString(each));
        }
    }

    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                thaw();
                stop();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
