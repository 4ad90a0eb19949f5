package org.tipstats.start.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.start.boot.EmbeddedDatabase;
import org.tipstats.start.boot.TestTools;
import org.tipstats.start.command.CommandRun;
import org.tipstats.start.postgres.PostgresCluster.PostmasterFile;

/** Tests the guarantees of a running server, and who may connect to it. */
class PostgresServerTest {
    private static PostgresSettings settings;
    private static PostgresServer server;

    @BeforeAll
    static void startForTheFirstTime() throws Exception {
        settings = new PostgresSettings(TestServers.newFolder().folder(), EmbeddedDatabase.BINARIES, true);
        server = TestServers.start(settings);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        FolderTree.delete(settings.folder());
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "listen_addresses, 127.0.0.1",
        "server_encoding, UTF8",
        "lc_messages, C",
        "log_timezone, UTC",
        "max_connections, 60",
        "shared_buffers, 128MB",
        "wal_compression, pglz",
        "password_encryption, scram-sha-256",
    })
    void aSettingIsAsDocumented(String name, String value) throws SQLException {
        assertEquals(List.of(value), TestServers.query(server.address(), "SELECT current_setting('" + name + "')"));
    }

    @Test
    void textIsComparedByItsCodePoints() throws SQLException {
        assertEquals(
                List.of("C"),
                TestServers.query(
                        server.address(), "SELECT datcollate FROM pg_database WHERE datname = current_database()"));
    }

    @Test
    void thereIsNoSocketInTheFileSystem() throws Exception {
        // Line 5 of the server's own file contains the folder of the socket.
        assertEquals(
                "",
                Files.readAllLines(settings.data().resolve("postmaster.pid")).get(4));
    }

    @Test
    void theRoleOfTheServiceOwnsNothingAndMakesNoTables() throws SQLException {
        DatabaseAddress service = server.logins().service();
        assertEquals(
                List.of("f"),
                TestServers.query(
                        service,
                        "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls"
                                + " OR pg_has_role('tipstats', 'member')"
                                + " OR has_schema_privilege('public', 'create')"
                                + " OR has_database_privilege('tipstats', 'create, temporary')"
                                + " FROM pg_roles WHERE rolname = current_user"));
        SQLException refused =
                assertThrows(SQLException.class, () -> TestServers.execute(service, "CREATE TABLE own (id int)"));
        assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
    }

    @Test
    void theOwnerOwnsItsDatabaseAndNothingElse() throws SQLException {
        assertEquals(
                List.of("f"),
                TestServers.query(
                        server.address(),
                        "SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = current_user"));
        assertEquals(
                List.of("tipstats"),
                TestServers.query(
                        server.address(),
                        "SELECT datname FROM pg_database WHERE pg_get_userbyid(datdba) = current_user"));
    }

    @Test
    void nobodyLogsInWithoutThePassword() {
        String url = server.address().url();
        for (Optional<String> password : List.of(Optional.<String>empty(), Optional.of("wrong"))) {
            DatabaseAddress address = new DatabaseAddress(url, Optional.of("tipstats"), password);
            assertThrows(SQLException.class, () -> TestServers.connect(address));
        }
    }

    @Test
    void theSuperuserDoesNotLogInAtAll() {
        DatabaseAddress address = new DatabaseAddress(
                server.address().url(),
                Optional.of("postgres"),
                server.address().password());
        SQLException refused = assertThrows(SQLException.class, () -> TestServers.connect(address));
        assertTrue(refused.getMessage().contains("no pg_hba.conf entry"), refused.getMessage());
    }

    @Test
    void thePasswordIsForTheOwnerAlone() throws Exception {
        for (Path file : List.of(settings.password(), settings.servicePassword())) {
            assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
        }
        assertEquals(server.address().password().orElseThrow(), Files.readString(settings.password()));
    }

    @Test
    void otherUsersReadNeitherTheLogNorTheFolder() throws Exception {
        for (String name : List.of("server.log", "lock")) {
            assertEquals(
                    PosixFilePermissions.fromString("rw-------"),
                    Files.getPosixFilePermissions(settings.folder().resolve(name)));
        }
        // As root, another user who runs the server must be able to pass.
        assertEquals(
                PosixFilePermissions.fromString(TestTools.isRoot() ? "rwx--x--x" : "rwx------"),
                Files.getPosixFilePermissions(settings.folder()));
    }

    @Test
    void aSecondServerOnTheFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        StartRefusedException refused = assertThrows(StartRefusedException.class, () -> TestServers.start(settings));
        assertTrue(refused.getMessage().contains("in use by another running TIPstats"), refused.getMessage());
        assertEquals(List.of("1"), TestServers.query(server.address(), "SELECT 1"));
    }

    @Test
    void aSecondProgramOnTheFolderIsToldWhoHasIt() throws Exception {
        Exception refused = assertThrows(Exception.class, () -> ServerProgram.start(settings));
        String holder = "process " + ProcessHandle.current().pid();
        assertTrue(refused.getMessage().contains(holder), refused.getMessage());
        assertEquals(List.of("1"), TestServers.query(server.address(), "SELECT 1"));
    }

    @Test
    void ctrlCReachesTheServiceAlone() throws Exception {
        long pid = PostmasterFile.read(settings.data()).orElseThrow().pid();
        Path status = Path.of("/proc", Long.toString(pid), "stat");
        assumeTrue(Files.exists(status), "needs /proc");
        // Process group and session are the third and fourth field after the name in parentheses.
        String[] fields = Files.readString(status).replaceFirst(".*\\) ", "").split(" ");
        assertEquals(Long.toString(pid), fields[2]);
        assertEquals(Long.toString(pid), fields[3]);
    }

    @Test
    void aRestartFindsWhatWasCommittedAndLeavesNothingRunning() throws Exception {
        PostgresSettings own = TestServers.usedFolder();
        ProcessHandle process;
        String password;
        try (PostgresServer first = TestServers.start(own)) {
            TestServers.execute(first.address(), "CREATE TABLE kept AS SELECT 42 AS answer");
            password = first.address().password().orElseThrow();
            process = ProcessHandle.of(
                            PostmasterFile.read(own.data()).orElseThrow().pid())
                    .orElseThrow();
        }
        assertFalse(process.isAlive());
        try (PostgresServer second = TestServers.start(own)) {
            assertEquals(List.of("42"), TestServers.query(second.address(), "SELECT answer FROM kept"));
            assertEquals(password, second.address().password().orElseThrow());
        }
        FolderTree.delete(own.folder());
    }

    @Test
    void aStartThatFailsTellsWhatTheServerSaid() throws Exception {
        PostgresSettings own = TestServers.usedFolder();
        Files.writeString(own.data().resolve("PG_VERSION"), "9.6\n");
        StartRefusedException refused = assertThrows(StartRefusedException.class, () -> TestServers.start(own));
        assertTrue(refused.getMessage().contains("incompatible with server"), refused.getMessage());
        // The lock is released, so a start succeeds after the fault is corrected.
        Files.writeString(own.data().resolve("PG_VERSION"), "16\n");
        TestServers.start(own).close();
        FolderTree.delete(own.folder());
    }

    @Test
    void whatAnInterruptedFirstStartLeftIsCleanedUp() throws Exception {
        PostgresSettings own = TestServers.newFolder();
        Files.writeString(
                Files.createDirectory(own.folder().resolve("data-new-1")).resolve("PG_VERSION"), "16\n");
        TestServers.start(own).close();
        try (Stream<Path> entries = Files.list(own.folder())) {
            assertEquals(
                    List.of("data", "lock", "password", "server.log", "service-password"),
                    entries.map(entry -> entry.getFileName().toString())
                            .sorted()
                            .toList());
        }
        FolderTree.delete(own.folder());
    }

    @Test
    void aLostPasswordFileIsReplaced() throws Exception {
        PostgresSettings own = TestServers.usedFolder();
        String former = Files.readString(own.password());
        Files.delete(own.password());
        try (PostgresServer restarted = TestServers.start(own)) {
            assertEquals(List.of("1"), TestServers.query(restarted.address(), "SELECT 1"));
            assertFalse(restarted.address().password().orElseThrow().equals(former));
        }
        FolderTree.delete(own.folder());
    }

    @Test
    void aLostPasswordOfTheServiceIsReplaced() throws Exception {
        PostgresSettings own = TestServers.usedFolder();
        String former = Files.readString(own.servicePassword());
        Files.delete(own.servicePassword());
        try (PostgresServer restarted = TestServers.start(own)) {
            DatabaseAddress service = restarted.logins().service();
            assertEquals(List.of("tipstats_service"), TestServers.query(service, "SELECT current_user"));
            assertFalse(service.password().orElseThrow().equals(former));
        }
        FolderTree.delete(own.folder());
    }

    @Test
    void aFolderOfVersion10GetsASecondRole() throws Exception {
        PostgresSettings own = TestServers.usedFolder();
        Files.delete(own.servicePassword());
        Files.writeString(own.data().resolve("pg_hba.conf"), "host tipstats tipstats 127.0.0.1/32 scram-sha-256\n");
        asSuperuser(own, "DROP OWNED BY tipstats_service\nDROP ROLE tipstats_service\n");
        try (PostgresServer restarted = TestServers.start(own)) {
            assertEquals(
                    List.of("tipstats_service"),
                    TestServers.query(restarted.logins().service(), "SELECT current_user"));
            assertEquals(
                    List.of("tipstats"), TestServers.query(restarted.logins().owner(), "SELECT current_user"));
        }
        FolderTree.delete(own.folder());
    }

    /** Tests the statements for an external database on this one. Nobody can log in as their roles here. */
    @Test
    void thePreparedRolesHaveTheirRights() throws Exception {
        PostgresSettings own = TestServers.usedFolder();
        CommandRun prepared = CommandRun.of(
                "prepare-roles",
                null,
                Clock.systemUTC(),
                "--database",
                "office",
                "--owner",
                "office_owner",
                "--service",
                "office_service");
        assertEquals(0, prepared.exitCode(), prepared.err());
        String[] parts = prepared.out().replaceAll("(?m)^--.*\n", "").split("\\\\connect \"office\"\n");
        asSuperuser(own, parts[0]);
        asSuperuser(own, "office", parts[1]);
        try (PostgresServer server = TestServers.start(own)) {
            assertEquals(
                    List.of("t"),
                    TestServers.query(
                            server.address(),
                            "SELECT has_database_privilege('office_service', 'office', 'connect')"
                                    + " AND NOT has_database_privilege('office_service', 'office', 'create, temporary')"
                                    + " AND has_database_privilege('office_owner', 'office', 'create')"));
        }
        FolderTree.delete(own.folder());
    }

    private static void asSuperuser(PostgresSettings settings, String statements) throws Exception {
        asSuperuser(settings, "postgres", statements);
    }

    private static void asSuperuser(PostgresSettings settings, String database, String statements) throws Exception {
        PostgresRunner runner = PostgresRunner.find(PostgresBinaries.in(settings.binaries()));
        runner.own(settings.data());
        runner.run(
                "postgres",
                statements,
                List.of("--single", "-D", settings.data().toString(), "-c", "exit_on_error=on", database));
    }
}
