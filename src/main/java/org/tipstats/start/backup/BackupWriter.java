package org.tipstats.start.backup;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.postgresql.PGConnection;
import org.tipstats.platform.audit.AuditRows;
import org.tipstats.platform.audit.LogLines;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.start.backup.BackupManifest.Table;

/**
 * Writes a backup: a ZIP archive with each table in the text format of COPY, the audit log as JSON lines, and a
 * manifest with hashes. All parts show one state of the database, so the service may run meanwhile. The file contains
 * secrets, so protect it like the database.
 *
 * @param connection a connection that nobody else uses until the backup is written
 */
public record BackupWriter(Connection connection) {

    /** Sets UTC. Otherwise COPY would write the time zone of this machine into the file. */
    static final String IN_UTC = "set local timezone to 'UTC'";

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Writes the backup. The file appears when it is complete; only its owner can read it.
     *
     * @return the number of rows
     * @throws BackupFailedException if the file exists already, or cannot be written, or the database fails
     */
    public long write(Path file) {
        Path target = file.toAbsolutePath();
        try {
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            // The system lets only the owner read a temporary file.
            Path part = Files.createTempFile(target.getParent(), "backup-", ".part");
            try {
                BackupManifest manifest = snapshot(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16));
                endSnapshot();
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                recordBackup(Files.size(target));
                return manifest.tables().stream().mapToLong(Table::rows).sum();
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (FileAlreadyExistsException e) {
            throw new BackupFailedException("The file " + file + " exists already. Name another one.", e);
        } catch (IOException e) {
            throw new BackupFailedException("The file " + file + " cannot be written: " + e.getMessage() + ".", e);
        } catch (SQLException e) {
            throw new BackupFailedException("The database did not answer: " + e.getMessage(), e);
        }
    }

    /** Records the backup, so that the service knows the age of the last one. */
    private void recordBackup(long bytes) {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into backup_made (at, bytes) values (now(), ?)")) {
            insert.setLong(1, bytes);
            insert.executeUpdate();
        } catch (SQLException e) {
            // A database of an earlier version has no such table, and a replica refuses writes. The backup is valid
            // nevertheless.
            return;
        }
    }

    /**
     * Ends the transaction of the snapshot. If the backup failed, the transaction ends only when the caller closes the
     * connection.
     */
    private void endSnapshot() throws SQLException {
        connection.rollback();
        connection.setReadOnly(false);
        connection.setAutoCommit(true);
    }

    /** @throws IOException if the output fails, for example because the disk is full */
    BackupManifest snapshot(OutputStream out) throws IOException, SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            // With this setting the backup fails if the role may not see all rows. Otherwise rows would be missing.
            DatabaseTables.execute(connection, "set local row_security = off");
            DatabaseTables.execute(connection, IN_UTC);
            DatabaseTables database = new DatabaseTables(connection);
            String now = database.now();
            List<Table> tables = new ArrayList<>();
            for (Map.Entry<String, List<String>> table : database.columns().entrySet()) {
                tables.add(add(table.getKey(), table.getValue(), zip));
            }
            BackupManifest manifest = new BackupManifest(
                    BackupManifest.FORMAT, now, database.migrations(), tables, database.sequences(), addLog(zip));
            zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
            zip.write(JSON.writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    private Table add(String name, List<String> columns, ZipOutputStream zip) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(new Table(name, columns, 0, null).file()));
        DigestOutputStream digest = digest(zip);
        long rows = copy(connection, new DatabaseTables(connection).rows(name, columns), digest);
        zip.closeEntry();
        return new Table(name, columns, rows, hex(digest));
    }

    /** Writes the rows of a statement and returns their number. */
    static long copy(Connection connection, String select, OutputStream out) throws IOException, SQLException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (" + select + ") to stdout with (encoding 'UTF8')",
                        // The copy must not close the archive.
                        new FilterOutputStream(out) {
                            @Override
                            public void write(byte[] bytes, int offset, int length) throws IOException {
                                out.write(bytes, offset, length);
                            }

                            @Override
                            public void close() throws IOException {
                                out.flush();
                            }
                        });
    }

    static DigestOutputStream digest(OutputStream out) {
        return new DigestOutputStream(out, DigestUtils.getSha256Digest());
    }

    static String hex(DigestOutputStream digest) {
        return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    }

    private ChainHead addLog(ZipOutputStream zip) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(BackupManifest.LOG));
        ChainHead[] head = {ChainHead.EMPTY};
        AuditRows.each(connection, entry -> {
            zip.write((LogLines.write(entry) + "\n").getBytes(StandardCharsets.UTF_8));
            head[0] = entry.head();
        });
        zip.closeEntry();
        return head[0];
    }
}
