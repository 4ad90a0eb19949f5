package org.tipstats.start.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.start.boot.TestTools;
import org.tipstats.start.postgres.PostgresCluster.PostmasterFile;

/**
 * Tests the start after the server or its service was killed: no committed data are lost, and nothing blocks the
 * start.
 */
class PostgresServerKilledTest {
    private PostgresSettings settings;

    @BeforeEach
    void makeFolder() throws Exception {
        settings = TestServers.usedFolder();
    }

    @AfterEach
    void deleteFolder() throws Exception {
        FolderTree.delete(settings.folder());
    }

    @Test
    void theServerEndsWithTheServiceThatIsKilled() throws Exception {
        assumeTrue(TestTools.has("setpriv"), "needs a way to be told of the parent's death");
        ServerProgram.Running program = ServerProgram.start(settings);
        ProcessHandle server = ProcessHandle.of(program.pid()).orElseThrow();
        TestServers.execute(program.address(), "CREATE TABLE kept AS SELECT 42 AS answer");
        program.kill();
        server.onExit().get(5, TimeUnit.MINUTES);
        assertKept();
    }

    @Test
    void aServerThatOutlivesItsServiceIsStoppedByTheNextStart() throws Exception {
        Path tools = TestTools.only(settings.folder().resolve("tools"), "unshare", "setsid");
        ServerProgram.Running program = ServerProgram.start(
                settings, List.of(), Map.of("PATH", tools.toString()), System.getProperty("java.class.path"));
        ProcessHandle server = ProcessHandle.of(program.pid()).orElseThrow();
        TestServers.execute(program.address(), "CREATE TABLE kept AS SELECT 42 AS answer");
        program.kill();
        assertTrue(server.isAlive(), "without setpriv it goes on");
        assertKept();
        assertFalse(server.isAlive());
    }

    @Test
    void aServerThatIsKilledIsReportedAndStartsAgain() throws Exception {
        CompletableFuture<String> report = new CompletableFuture<>();
        try (PostgresServer server = PostgresServer.start(settings, report::complete)) {
            TestServers.execute(server.address(), "CREATE TABLE kept AS SELECT 42 AS answer");
            kill(settings);
            String message = report.get(5, TimeUnit.MINUTES);
            assertTrue(message.startsWith("The embedded database ended by itself (exit code 137)"), message);
        }
        assertKept();
    }

    @Test
    void aServerThatIsStoppedIsNotReported() {
        CompletableFuture<String> report = new CompletableFuture<>();
        PostgresServer.start(settings, report::complete).close();
        assertFalse(report.isDone());
    }

    @Test
    void anotherProgramWithTheProcessNumberOfAKilledServerIsLeftAlone() throws Exception {
        leaveData();
        Process bystander = new ProcessBuilder("sleep", "900").start();
        recordAsServer(bystander.pid());
        assertKept();
        assertTrue(bystander.isAlive());
        bystander.destroyForcibly();
    }

    @Test
    void aKilledServerWhoseNumberIsNotFreeYetDoesNotBlockTheStart() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")), "needs a way to see that a process is defunct");
        leaveData();
        Process parent = new ProcessBuilder("sh", "-c", "true & echo $!; exec sleep 900").start();
        try (BufferedReader out = parent.inputReader()) {
            recordAsServer(Long.parseLong(out.readLine()));
            assertKept();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void theStartWaitsForProcessesThatAKilledServerLeaves() throws Exception {
        CompletableFuture<String> report = new CompletableFuture<>();
        PostgresServer killed = PostgresServer.start(settings, report::complete);
        TestServers.execute(killed.address(), "CREATE TABLE kept AS SELECT 42 AS answer");
        ProcessHandle child = PostmasterFile.read(settings.data())
                .flatMap(PostmasterFile::server)
                .orElseThrow()
                .children()
                .findFirst()
                .orElseThrow();
        signal("STOP", child.pid());
        kill(settings);
        report.get(5, TimeUnit.MINUTES);
        killed.close();
        CompletableFuture<PostgresServer> next = CompletableFuture.supplyAsync(() -> TestServers.start(settings));
        while (!Files.readString(settings.log()).contains("is still in use")) {
            assertFalse(next.isCompletedExceptionally());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        signal("KILL", child.pid());
        next.get(5, TimeUnit.MINUTES).close();
        assertKept();
    }

    private void leaveData() throws Exception {
        CompletableFuture<String> report = new CompletableFuture<>();
        try (PostgresServer server = PostgresServer.start(settings, report::complete)) {
            TestServers.execute(server.address(), "CREATE TABLE kept AS SELECT 42 AS answer");
            kill(settings);
            report.get(5, TimeUnit.MINUTES);
        }
    }

    /** Writes this process into the file in which a running server records itself. */
    private void recordAsServer(long pid) throws Exception {
        Path file = settings.data().resolve("postmaster.pid");
        Files.writeString(file, Files.readString(file).replaceFirst("\\d+", Long.toString(pid)));
    }

    private void assertKept() throws Exception {
        try (PostgresServer next = TestServers.start(settings)) {
            assertEquals(List.of("42"), TestServers.query(next.address(), "SELECT answer FROM kept"));
        }
    }

    private static void kill(PostgresSettings settings) throws Exception {
        long pid = PostmasterFile.read(settings.data()).orElseThrow().pid();
        signal("KILL", pid);
    }

    private static void signal(String name, long pid) throws Exception {
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid).start().waitFor();
    }
}
