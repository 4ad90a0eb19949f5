package org.tipstats.start.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;
import org.tipstats.start.backup.BackupManifest.Migration;
import org.tipstats.start.backup.BackupManifest.Sequence;
import org.tipstats.start.backup.BackupManifest.Table;
import org.tipstats.start.postgres.FolderTree;

/**
 * Restores a backup into an empty database. Runs the migrations of the backup, then fills all tables in one
 * transaction. Reads the rows again and compares them before the commit. The next start of the service runs newer
 * migrations.
 */
public record BackupRestorer(DataSource database) {

    private static final String SCRIPTS = "/db/migration/";

    /**
     * Restores the backup. If this fails, the database gets no rows.
     *
     * @throws BackupFailedException if the database is not empty, if the program is older than the backup, or if
     *     something else fails
     */
    public void restore(BackupFile backup) {
        try (Connection connection = database.getConnection()) {
            requireEmpty(connection, backup);
            migrate(backup.manifest().migrations());
            connection.setAutoCommit(false);
            fill(connection, backup);
            connection.commit();
        } catch (SQLException e) {
            throw new BackupFailedException("The database refused the backup: " + e.getMessage(), e);
        } catch (IOException | FlywayException e) {
            throw new BackupFailedException("The backup cannot be restored: " + e.getMessage(), e);
        }
    }

    /**
     * Refuses a database that is not empty. Accepts what an interrupted restoration of the backup leaves: some or all
     * migrations of the backup, and no rows.
     */
    private static void requireEmpty(Connection connection, BackupFile backup) throws SQLException {
        DatabaseTables tables = new DatabaseTables(connection);
        if (tables.isEmpty()) {
            return;
        }
        if (!tables.hasHistory()
                || !isBegun(tables.migrations(), backup.manifest().migrations())
                || tables.hasRows()) {
            throw new BackupFailedException("The database is not empty. Restore into an empty database"
                    + " (TIPSTATS_DATABASE_URL) or an empty home folder (TIPSTATS_HOME).");
        }
    }

    private static boolean isBegun(List<Migration> done, List<Migration> all) {
        return done.size() <= all.size() && all.subList(0, done.size()).equals(done);
    }

    private void migrate(List<Migration> migrations) throws IOException {
        // The program cannot list the files in its archive, so it unpacks the files that the backup names.
        Path folder = Files.createTempDirectory("tipstats-migrations-");
        try {
            for (Migration migration : migrations) {
                try (InputStream script = BackupRestorer.class.getResourceAsStream(SCRIPTS + migration.script())) {
                    if (script == null) {
                        throw new BackupFailedException("The backup has the migration " + migration.script()
                                + ", which this program does not know. Use the newer program that wrote the backup.");
                    }
                    Files.copy(
                            script, folder.resolve(Path.of(migration.script()).getFileName()));
                }
            }
            Flyway.configure()
                    .dataSource(database)
                    .locations("filesystem:" + folder)
                    .load()
                    .migrate();
        } finally {
            FolderTree.delete(folder);
        }
    }

    private static void fill(Connection connection, BackupFile backup) throws SQLException, IOException {
        List<Table> tables = backup.manifest().tables();
        for (Table table : tables) {
            // These triggers refuse changes of final data, and a backup may contain final data.
            DatabaseTables.execute(
                    connection, "alter table " + DatabaseTables.quoted(table.name()) + " disable trigger user");
            try (InputStream rows = backup.open(table)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy " + DatabaseTables.target(table.name(), table.columns())
                                        + " from stdin with (encoding 'UTF8')",
                                rows);
            }
        }
        setSequences(connection, backup.manifest().sequences());
        for (Table table : tables) {
            requireEqual(connection, table);
            DatabaseTables.execute(
                    connection, "alter table " + DatabaseTables.quoted(table.name()) + " enable trigger user");
        }
    }

    private static void setSequences(Connection connection, List<Sequence> sequences) throws SQLException {
        for (Sequence sequence : sequences) {
            try (PreparedStatement set = connection.prepareStatement("select setval(cast(? as regclass), ?, ?)")) {
                set.setString(1, DatabaseTables.quoted(sequence.name()));
                set.setLong(2, sequence.last());
                set.setBoolean(3, sequence.used());
                set.execute();
            }
        }
    }

    private static void requireEqual(Connection connection, Table table) throws SQLException, IOException {
        DatabaseTables tables = new DatabaseTables(connection);
        DatabaseTables.execute(connection, BackupWriter.IN_UTC);
        if (hash(connection, tables.rows(table.name(), table.columns())).equals(table.sha256())) {
            return;
        }
        // Older backups sort texts as their database did, and contain times in the time zone of their machine.
        DatabaseTables.execute(connection, "set local timezone to default");
        if (!hash(connection, tables.rowsInOwnOrder(table.name(), table.columns()))
                .equals(table.sha256())) {
            throw new BackupFailedException("The restored table " + table.name() + " differs from the backup.");
        }
    }

    private static String hash(Connection connection, String select) throws SQLException, IOException {
        DigestOutputStream digest = BackupWriter.digest(OutputStream.nullOutputStream());
        BackupWriter.copy(connection, select, digest);
        return BackupWriter.hex(digest);
    }
}
