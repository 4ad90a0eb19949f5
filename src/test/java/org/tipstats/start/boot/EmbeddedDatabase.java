package org.tipstats.start.boot;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.tipstats.start.postgres.FolderTree;
import org.tipstats.start.postgres.PostgresServer;
import org.tipstats.start.postgres.PostgresSettings;

/**
 * Starts an empty embedded database for all {@code @QuarkusTest}s of a run. They do not run the program's main method,
 * so this class starts the same server, without protection against power cuts.
 */
@WithTestResource(value = EmbeddedDatabase.class, scope = TestResourceScope.GLOBAL)
public final class EmbeddedDatabase implements QuarkusTestResourceLifecycleManager {
    /** Shared by all tests and kept between runs, because unpacking takes longer than everything else. */
    public static final Path BINARIES = Path.of("target", "postgresql").toAbsolutePath();

    private Path home;
    private PostgresServer server;

    @Override
    public Map<String, String> start() {
        try {
            home = Files.createTempDirectory(
                    Files.createDirectories(Path.of("target").toAbsolutePath()), "home-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = started(new PostgresSettings(home.resolve("database"), BINARIES, false));
        return new StartSettings(Optional.empty(), Optional.empty(), home, "127.0.0.1", false)
                .properties(server.logins(), IncomingFolder.claim(home.resolve("incoming")));
    }

    /** Starts the server while no other process of the tests does, because the first start unpacks the programs. */
    private static PostgresServer started(PostgresSettings settings) {
        try (FileChannel lock = FileChannel.open(
                BINARIES.resolveSibling("postgresql.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            return PostgresServer.start(settings, message -> System.err.println(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server == null) {
            return;
        }
        server.close();
        try {
            FolderTree.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
