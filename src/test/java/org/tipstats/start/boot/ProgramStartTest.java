package org.tipstats.start.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.FreePort;
import org.tipstats.start.postgres.FolderLock;
import org.tipstats.start.postgres.FolderTree;
import org.tipstats.start.postgres.TestServers;

/**
 * Starts the program as a process, with its database, and with a class in the place of the one that the build makes for the
 * framework. Whatever ends the start leaves no process and no temporary files.
 */
class ProgramStartTest {

    /** Fails if a setting is not valid; otherwise prepares for longer than the test lasts. */
    private static final String SERVICE = """
            package io.quarkus.runner;

            public class ApplicationImpl {
                static {
                    try {
                        Integer.parseInt(System.getenv("TIPSTATS_MAX_UPLOAD"));
                        Thread.sleep(900_000);
                    } catch (InterruptedException | RuntimeException e) {
                        throw new RuntimeException("Failed to start", e);
                    }
                }
            }
            """;

    private Path home;
    private Path log;

    @BeforeEach
    void makeHome() throws IOException {
        home = TestServers.newFolder().folder();
        log = home.resolve("program.log");
        Files.createDirectories(EmbeddedDatabase.BINARIES);
        Files.createSymbolicLink(
                Files.createDirectory(home.resolve("database")).resolve("binaries"), EmbeddedDatabase.BINARIES);
    }

    @AfterEach
    void deleteHome() throws IOException {
        FolderTree.delete(home);
    }

    private Process start(String classPath, String upload) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        Main.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "TIPSTATS_HOME", home.toString(),
                        "TIPSTATS_ALLOW_ROOT", "true",
                        "TIPSTATS_MAX_UPLOAD", upload,
                        "QUARKUS_HTTP_PORT", Integer.toString(FreePort.find()),
                        "QUARKUS_MANAGEMENT_PORT", Integer.toString(FreePort.find())));
        return builder.start();
    }

    private String withService() throws IOException {
        Path source = Files.writeString(home.resolve("ApplicationImpl.java"), SERVICE);
        int made = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", home.toString(), source.toString());
        assertEquals(0, made);
        return home + File.pathSeparator + System.getProperty("java.class.path");
    }

    private String ended(Process process, int exitCode) throws IOException, InterruptedException {
        try {
            assertTrue(process.waitFor(5, TimeUnit.MINUTES), "it goes on");
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(log);
        assertEquals(exitCode, process.exitValue(), said);
        try (Stream<Path> left = Files.list(home.resolve("incoming"))) {
            assertEquals(List.of(home.resolve("incoming/lock")), left.toList(), said);
        }
        return said;
    }

    private void assertStopped() throws IOException {
        String server = Files.readString(home.resolve("database/server.log"));
        assertTrue(server.strip().endsWith("database system is shut down"), server);
        assertFalse(Files.exists(home.resolve("database/data/postmaster.pid")));
        FolderLock.tryTake(home.resolve("database/lock")).orElseThrow().release();
    }

    @Test
    void aHomeInUseIsRefused() throws Exception {
        FolderLock used = FolderLock.take(home.resolve("database/lock"));
        try {
            String said = ended(start(System.getProperty("java.class.path"), "5M"), 1);
            String reason = "TIPstats cannot start. The folder %s is in use by another running TIPstats (process %d)."
                    .formatted(home.resolve("database"), ProcessHandle.current().pid());
            assertTrue(said.contains(reason), said);
        } finally {
            used.release();
        }
    }

    @Test
    void aSettingThatIsNotValidIsNamedAndStopsTheDatabase() throws Exception {
        String said = ended(start(withService(), "5X"), 1);
        assertTrue(said.contains("Caused by: java.lang.NumberFormatException: For input string: \"5X\""), said);
        assertFalse(said.contains("NoClassDefFoundError"), said);
        assertStopped();
    }

    @Test
    void aStopWhileTheServicePreparesItselfStopsTheDatabaseInOrder() throws Exception {
        Process process = start(withService(), "5");
        Path server = home.resolve("database/server.log");
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (process.isAlive()
                && (Files.notExists(server) || !Files.readString(server).contains("ready to accept connections"))) {
            assertTrue(System.nanoTime() < end, "the database does not start");
            TimeUnit.MILLISECONDS.sleep(50);
        }
        process.destroy();
        ended(process, 143);
        assertStopped();
    }
}
