package org.tipstats.start.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tipstats.FreePort;
import org.tipstats.start.boot.TestTools;

/** A standby that streams from a server of the tests, made from a copy of its files while it runs. */
public final class StandbyServer implements AutoCloseable {

    private static final int TRIES = 3_000;
    private static final String SLOT = "standby";
    private static final String STREAMS =
            "host replication %s 127.0.0.1/32 scram-sha-256%n".formatted(PostgresCluster.OWNER);
    private static final List<String> FUNCTIONS = List.of(
            "pg_backup_start(text, boolean)",
            "pg_backup_stop(boolean)",
            "pg_wal_replay_pause()",
            "pg_wal_replay_resume()");

    private final PostgresSettings settings;
    private final PostgresRunner runner;
    private final DatabaseAddress primary;
    private final int port;
    private Process process;

    private StandbyServer(PostgresSettings settings, PostgresRunner runner, DatabaseAddress primary, int port) {
        this.settings = settings;
        this.runner = runner;
        this.primary = primary;
        this.port = port;
    }

    /** Starts a server whose owner may copy files and stream changes, beyond the rights that it has in the product. */
    public static PostgresServer startPrimary(PostgresSettings settings) throws IOException {
        TestServers.start(settings).close();
        StringBuilder sql = new StringBuilder("ALTER ROLE %s REPLICATION%n".formatted(PostgresCluster.OWNER));
        FUNCTIONS.forEach(function ->
                sql.append("GRANT EXECUTE ON FUNCTION %s TO %s%n".formatted(function, PostgresCluster.OWNER)));
        runner(settings)
                .run(
                        "postgres",
                        sql.toString(),
                        List.of(
                                "--single",
                                "-D",
                                settings.data().toString(),
                                "-c",
                                "exit_on_error=on",
                                PostgresCluster.DATABASE));
        PostgresServer server = TestServers.start(settings);
        Files.writeString(settings.data().resolve("pg_hba.conf"), STREAMS, StandardOpenOption.APPEND);
        signal(settings, "HUP");
        return server;
    }

    private static PostgresRunner runner(PostgresSettings settings) throws IOException {
        return PostgresRunner.find(PostgresBinaries.in(settings.binaries()));
    }

    private static void signal(PostgresSettings settings, String signal) throws IOException {
        long pid = PostgresCluster.PostmasterFile.read(settings.data())
                .orElseThrow()
                .pid();
        run("kill", "-" + signal, Long.toString(pid));
    }

    private static void run(String... command) throws IOException {
        try {
            if (!TestTools.works(command)) {
                throw new IOException(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Copies the files of a server and starts a standby that follows it. */
    public static StandbyServer of(PostgresServer server, PostgresSettings from) throws Exception {
        PostgresSettings settings = TestServers.newFolder();
        DatabaseAddress primary = server.logins().owner();
        try (Connection connection = TestServers.connect(primary);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_create_physical_replication_slot('" + SLOT + "', true)");
            statement.execute("select pg_backup_start('standby', true)");
            // Files may vanish meanwhile, which is no error for the copy.
            TestTools.works("cp", "-a", from.data().toString(), settings.data().toString());
            String label = TestServers.rows(statement, "select labelfile from pg_backup_stop(false)")
                    .get(0);
            Files.writeString(settings.data().resolve("backup_label"), label);
        }
        for (String part : List.of("pg_wal", "pg_replslot")) {
            clear(settings.data().resolve(part));
        }
        Files.delete(settings.data().resolve("postmaster.pid"));
        Files.createFile(settings.data().resolve("standby.signal"));
        PostgresRunner runner = runner(settings);
        runner.own(settings.data());
        StandbyServer standby = new StandbyServer(settings, runner, primary, FreePort.find());
        standby.start();
        return standby;
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                FolderTree.delete(file);
            }
        }
    }

    /** Starts the standby, and waits until it answers. */
    public void start() throws IOException {
        String address = primary.url().substring(primary.url().indexOf("127.0.0.1:") + 10);
        String conninfo = "primary_conninfo=host=127.0.0.1 port=%s user=%s password=%s"
                .formatted(
                        address.substring(0, address.indexOf('/')),
                        primary.username().orElseThrow(),
                        primary.password().orElseThrow());
        List<String> arguments = new ArrayList<>(settings.serverArguments(port));
        arguments.addAll(List.of("-c", conninfo, "-c", "primary_slot_name=" + SLOT));
        process = runner.command("postgres", arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                .start();
        for (int i = 0; !answers(); i++) {
            if (i > TRIES || !process.isAlive()) {
                throw new IOException(Files.readString(settings.log(), StandardCharsets.UTF_8));
            }
            StoppableServer.pause();
        }
    }

    private boolean answers() {
        try (Connection connection = TestServers.connect(address())) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Returns the address of the standby, for the role that owns the tables. */
    public DatabaseAddress address() {
        return RolePasswords.address(
                port, PostgresCluster.OWNER, primary.password().orElseThrow());
    }

    /** Waits until the standby has everything that the server has now. */
    public void catchUp() throws SQLException {
        String now =
                TestServers.query(primary, "select pg_current_wal_lsn()::text").get(0);
        while (!TestServers.query(address(), "select pg_last_wal_replay_lsn() >= '" + now + "'::pg_lsn")
                .get(0)
                .equals("t")) {
            StoppableServer.pause();
        }
    }

    /** Lets the standby receive changes but not apply them. */
    public void pauseReplay() throws SQLException {
        TestServers.execute(address(), "select pg_wal_replay_pause()");
        while (!TestServers.query(address(), "select pg_get_wal_replay_pause_state()")
                .get(0)
                .equals("paused")) {
            StoppableServer.pause();
        }
    }

    public void resumeReplay() throws SQLException {
        TestServers.execute(address(), "select pg_wal_replay_resume()");
    }

    /** Stops the standby, as a loss of its machine would. */
    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                signal(settings, "QUIT");
                process.waitFor(20, TimeUnit.SECONDS);
                process.destroyForcibly().waitFor();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
