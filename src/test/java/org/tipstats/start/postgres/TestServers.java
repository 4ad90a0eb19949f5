package org.tipstats.start.postgres;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.tipstats.start.boot.EmbeddedDatabase;
import org.tipstats.start.boot.TestTools;

/** Helpers for tests of the embedded server: folders below the build's folder, and SQL statements. */
public final class TestServers {
    private TestServers() {}

    /**
     * Creates an empty folder for a server. Like the real one it survives a kill, but not a power cut, which would
     * be slower.
     */
    public static PostgresSettings newFolder() throws IOException {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        Path folder = Files.createTempDirectory(target, "database-");
        // Makes the folder readable for others, because the server may have to run as another user.
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
        return new PostgresSettings(folder, EmbeddedDatabase.BINARIES, false);
    }

    /** Creates a folder of a server that was started once and stopped. Copies it, because making one takes long. */
    static PostgresSettings usedFolder() throws Exception {
        PostgresSettings settings = newFolder();
        for (String part : List.of("data", "password", "service-password")) {
            Path original = Used.FOLDER.resolve(part);
            assertTrue(TestTools.works(
                    "cp", "-a", original.toString(), settings.folder().toString()));
        }
        return settings;
    }

    private static final class Used {
        static final Path FOLDER = Path.of("target", "database-used").toAbsolutePath();

        static {
            try {
                FolderTree.delete(FOLDER);
                start(new PostgresSettings(FOLDER, EmbeddedDatabase.BINARIES, true))
                        .close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static PostgresServer start(PostgresSettings settings) {
        return PostgresServer.start(settings, message -> {});
    }

    public static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(
                address.url(), address.username().orElse(""), address.password().orElse(""));
    }

    public static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the first column of a query's rows. */
    public static List<String> query(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            return rows(statement, sql);
        }
    }

    /** Returns the first column of a query's rows. */
    public static List<String> rows(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
