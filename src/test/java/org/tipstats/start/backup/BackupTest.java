package org.tipstats.start.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.tipstats.disseminate.data.PublishedSample;
import org.tipstats.platform.database.OwnerRole;
import org.tipstats.start.command.CommandLineInterface;
import org.tipstats.start.postgres.DatabaseAddress;
import org.tipstats.start.postgres.PostgresServer;
import org.tipstats.start.postgres.TestServers;
import org.tipstats.vocabulary.schema.SchemaRegistry;

@QuarkusTest
@Isolated("changes the time zone of the process")
class BackupTest {

    @Inject
    PublishedSample sample;

    @Inject
    SchemaRegistry schemas;

    @TempDir
    Path folder;

    private PostgresServer other;

    @BeforeEach
    void publish() {
        sample.publish();
    }

    @AfterEach
    void stop() {
        if (other != null) {
            other.close();
        }
    }

    private DatabaseAddress served() {
        return OwnerRole.address();
    }

    private DatabaseAddress empty() throws IOException {
        other = TestServers.start(TestServers.newFolder());
        return other.address();
    }

    /** Runs a command with a database and returns its exit code and what it prints. */
    private String run(DatabaseAddress database, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new CommandLineInterface(
                        () -> schemas,
                        () -> schemas,
                        fresh -> new BackupDatabase(database, () -> {}),
                        Clock.systemUTC(),
                        out,
                        out,
                        false)
                .run(arguments);
        return code + " " + out.toString(StandardCharsets.UTF_8).strip();
    }

    private Path backup(String name, DatabaseAddress database) {
        Path file = folder.resolve(name);
        String said = run(database, "backup", file.toString());
        assertTrue(said.startsWith("0 The backup "), said);
        return file;
    }

    private static BackupManifest manifest(Path file) {
        try (BackupFile backup = BackupFile.open(file)) {
            assertEquals(List.of(), backup.faults());
            return backup.manifest();
        }
    }

    @Test
    void aRestoredDatabaseIsEqualInEveryTableSequenceAndEntryOfTheLog() throws IOException, SQLException {
        Path file = backup("first.zip", served());
        DatabaseAddress restored = empty();
        String said = run(restored, "restore", file.toString());
        assertTrue(said.startsWith("0 ") && said.endsWith("All of it is restored."), said);

        BackupManifest before = manifest(file);
        BackupManifest after = manifest(backup("second.zip", restored));
        assertEquals(before.tables(), after.tables());
        assertEquals(before.sequences(), after.sequences());
        assertEquals(before.migrations(), after.migrations());
        assertEquals(before.log(), after.log());
        assertTrue(
                before.tables().stream().anyMatch(table -> table.name().equals("release_piece") && table.rows() > 0));

        SQLException refused = assertThrows(
                SQLException.class,
                () -> execute(restored, "update release set title = 'forged' where id = 'sample-1'"));
        assertTrue(refused.getMessage().contains("never change"), refused.getMessage());
        said = run(restored, "restore", file.toString());
        assertTrue(said.startsWith("3 The database is not empty."), said);
    }

    /** Regression: a backup could be restored only by a machine in the same time zone. */
    @Test
    void aBackupIsTheSameInAllTimeZones() throws IOException {
        TimeZone own = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            Path file = backup("kathmandu.zip", served());
            TimeZone.setDefault(TimeZone.getTimeZone("America/Lima"));
            String said = run(empty(), "restore", file.toString());
            assertTrue(said.startsWith("0 "), said);
        } finally {
            TimeZone.setDefault(own);
        }
    }

    @Test
    void aBackupInTheFormerFormIsRestoredInItsTimeZone() throws IOException, SQLException {
        Path file = backup("new.zip", served());
        Map<String, byte[]> entries = entries(file);
        DatabaseAddress restored = empty();
        run(restored, "restore", file.toString());
        TimeZone own = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            String description = new String(entries.get("backup.json"), StandardCharsets.UTF_8);
            try (Connection connection = TestServers.connect(restored)) {
                for (BackupManifest.Table table : manifest(file).tables()) {
                    ByteArrayOutputStream rows = new ByteArrayOutputStream();
                    DigestOutputStream digest = BackupWriter.digest(rows);
                    BackupWriter.copy(
                            connection,
                            new DatabaseTables(connection).rowsInOwnOrder(table.name(), table.columns()),
                            digest);
                    description = description.replace(table.sha256(), BackupWriter.hex(digest));
                    entries.put(table.file(), rows.toByteArray());
                }
            }
            assertTrue(new String(entries.get("tables/account.copy"), StandardCharsets.UTF_8).contains("+05:45"));
            entries.put("backup.json", description.getBytes(StandardCharsets.UTF_8));
            execute(restored, "drop schema public cascade; create schema public");
            String said =
                    run(restored, "restore", written("former.zip", entries).toString());
            assertTrue(said.startsWith("0 "), said);
        } finally {
            TimeZone.setDefault(own);
        }
    }

    /** Regression: a backup could be restored only into a database with the same order of texts. */
    @Test
    void theOrderOfRowsIsTheSameInAllDatabases() throws IOException, SQLException {
        try (Connection connection = TestServers.connect(empty())) {
            DatabaseTables.execute(
                    connection, "create table words (word text collate \"en-x-icu\" primary key, place serial)");
            DatabaseTables.execute(connection, "insert into words (word) values ('b'), ('C'), ('a'), ('A')");
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            BackupWriter.copy(connection, new DatabaseTables(connection).rows("words", List.of("word")), rows);
            assertEquals("A\nC\na\nb\n", rows.toString(StandardCharsets.UTF_8));
        }
    }

    private static void execute(DatabaseAddress database, String sql) throws SQLException {
        try (Connection connection = TestServers.connect(database)) {
            DatabaseTables.execute(connection, sql);
        }
    }

    @Test
    void aFailedRestorationLeavesNothingAndCanBeRepeated() throws IOException {
        Path good = backup("good.zip", served());
        Map<String, byte[]> entries = entries(good);
        String description = new String(entries.get("backup.json"), StandardCharsets.UTF_8);
        String hash =
                manifest(good).tables().get(manifest(good).tables().size() - 1).sha256();
        entries.put("backup.json", description.replace(hash, "0".repeat(64)).getBytes(StandardCharsets.UTF_8));
        Path bad = written("bad.zip", entries);
        DatabaseAddress restored = empty();
        try (BackupFile backup = BackupFile.open(bad);
                BackupDatabase database = new BackupDatabase(restored, () -> {})) {
            BackupRestorer restorer = new BackupRestorer(database.source());
            assertThrows(BackupFailedException.class, () -> restorer.restore(backup));
        }
        BackupManifest left = manifest(backup("left.zip", restored));
        assertEquals(
                0, left.tables().stream().mapToLong(BackupManifest.Table::rows).sum());
        assertTrue(run(restored, "restore", good.toString()).startsWith("0 "));
        assertEquals(
                manifest(good).tables(), manifest(backup("again.zip", restored)).tables());
    }

    @Test
    void aRestorationThatWasKilledWhileItMadeTablesCanBeRepeated() throws IOException {
        Path file = backup("whole.zip", served());
        DatabaseAddress restored = empty();
        try (BackupDatabase database = new BackupDatabase(restored, () -> {})) {
            Flyway.configure().dataSource(database.source()).target("5").load().migrate();
        }
        String said = run(restored, "restore", file.toString());
        assertTrue(said.startsWith("0 "), said);
        assertEquals(
                manifest(file).tables(), manifest(backup("copy.zip", restored)).tables());
    }

    @Test
    void aDamagedBackupIsFoundAndNotRestored() throws IOException {
        Path good = backup("good.zip", served());
        Map<String, byte[]> entries = entries(good);
        byte[] release = entries.get("tables/release.copy");

        entries.put(
                "tables/release.copy",
                new String(release, StandardCharsets.UTF_8)
                        .replace("sample-1", "sample-9")
                        .getBytes(StandardCharsets.UTF_8));
        assertVerified("1 The table release was changed or damaged.", entries);
        entries.remove("tables/release.copy");
        assertVerified("1 The table release is missing.", entries);
        entries.put("tables/release.copy", release);
        entries.put("tables/other.copy", release);
        assertVerified("1 The backup does not know the file tables/other.copy.", entries);
        entries.remove("tables/other.copy");
        byte[] log = entries.get("audit-log.jsonl");
        entries.put(
                "audit-log.jsonl",
                new String(log, StandardCharsets.UTF_8)
                        .replaceFirst("\"action\":\"[a-z-]+\"", "\"action\":\"forged\"")
                        .getBytes(StandardCharsets.UTF_8));
        assertVerified("1 The audit log is not intact at entry 1: the entry was changed.", entries);
        entries.put("audit-log.jsonl", Arrays.copyOf(log, new String(log, StandardCharsets.UTF_8).indexOf('\n') + 1));
        assertVerified("1 The audit log has another end than the backup says.", entries);
        String said = run(null, "restore", folder.resolve("damaged.zip").toString());
        assertTrue(said.startsWith("1 The audit log has another end"), said);
        entries.remove("backup.json");
        assertVerified("3 The file " + folder.resolve("damaged.zip") + " is not a complete backup.", entries);
        Files.write(folder.resolve("cut.zip"), Arrays.copyOf(Files.readAllBytes(good), 1_000));
        assertTrue(run(null, "backup", "verify", folder.resolve("cut.zip").toString())
                .startsWith("3 "));
    }

    private void assertVerified(String said, Map<String, byte[]> entries) throws IOException {
        Path file = written("damaged.zip", entries);
        assertEquals(said, run(null, "backup", "verify", file.toString()));
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private Path written(String name, Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    @Test
    void aBackupIsNotOverwrittenAndOnlyItsOwnerReadsIt() throws IOException {
        Path file = backup("mine.zip", served());
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        assertEquals(
                "3 The file " + file + " exists already. Name another one.", run(served(), "backup", file.toString()));
        try (Stream<Path> files = Files.list(folder)) {
            assertFalse(files.anyMatch(each -> each.toString().endsWith(".part")));
        }
    }
}
