package org.tipstats.start.backup;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tipstats.platform.audit.AuditChain;
import org.tipstats.platform.audit.AuditChain.AuditVerification;
import org.tipstats.platform.audit.LogLines;
import org.tipstats.start.backup.BackupManifest.Table;

/** An opened backup. The caller must close it. */
public final class BackupFile implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupFile(ZipFile zip, BackupManifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup.
     *
     * @throws BackupFailedException if the file is not a complete backup that this program can read
     */
    public static BackupFile open(Path file) {
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return new BackupFile(zip, manifest(zip, file));
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (IOException e) {
            throw new BackupFailedException("The file " + file + " is not a complete backup.", e);
        }
    }

    private static BackupManifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(BackupManifest.NAME);
        if (entry == null) {
            throw new BackupFailedException("The file " + file + " is not a complete backup.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            BackupManifest manifest = JSON.readValue(in, BackupManifest.class);
            if (manifest == null) {
                throw unreadable(file, null);
            }
            if (manifest.format() != BackupManifest.FORMAT) {
                throw new BackupFailedException("The backup " + file + " has the form " + manifest.format()
                        + ". This program reads the form " + BackupManifest.FORMAT + " only.");
            }
            return manifest;
        } catch (JacksonException e) {
            throw unreadable(file, e);
        }
    }

    private static BackupFailedException unreadable(Path file, JacksonException cause) {
        return new BackupFailedException("The description in the backup " + file + " cannot be read.", cause);
    }

    BackupManifest manifest() {
        return manifest;
    }

    /** Returns two sentences about the backup: its time, and the numbers of its tables, rows and audit log entries. */
    public String summary() {
        long rows = manifest.tables().stream().mapToLong(Table::rows).sum();
        return "The backup of " + manifest.createdAt() + " has "
                + manifest.tables().size() + " tables with " + rows + " rows. Its audit log has "
                + manifest.log().seq() + " entries.";
    }

    InputStream open(Table table) throws IOException {
        return zip.getInputStream(zip.getEntry(table.file()));
    }

    /** Checks all hashes, the numbers of rows, and the chain of the audit log. Returns one sentence for each error. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        Set<String> expected = new HashSet<>(Set.of(BackupManifest.NAME, BackupManifest.LOG));
        for (Table table : manifest.tables()) {
            expected.add(table.file());
            if (zip.getEntry(table.file()) == null) {
                faults.add("The table " + table.name() + " is missing.");
            } else if (!isAsWritten(table)) {
                faults.add("The table " + table.name() + " was changed or damaged.");
            }
        }
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !expected.contains(name))
                .forEach(name -> faults.add("The backup does not know the file " + name + "."));
        faults.addAll(logFaults());
        return faults;
    }

    private boolean isAsWritten(Table table) {
        try (InputStream in = open(table)) {
            LineCounter lines = new LineCounter();
            DigestOutputStream digest = BackupWriter.digest(lines);
            in.transferTo(digest);
            return BackupWriter.hex(digest).equals(table.sha256()) && lines.count == table.rows();
        } catch (IOException e) {
            // A damaged archive cannot be unpacked.
            return false;
        }
    }

    private List<String> logFaults() {
        ZipEntry entry = zip.getEntry(BackupManifest.LOG);
        if (entry == null) {
            return List.of("The audit log is missing.");
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
            AuditVerification found =
                    AuditChain.verify(lines.lines().map(LogLines::read).iterator(), List.of());
            if (!found.intact()) {
                return List.of(
                        "The audit log is not intact at entry " + found.brokenAt() + ": " + found.reason() + ".");
            }
            return found.head().equals(manifest.log())
                    ? List.of()
                    : List.of("The audit log has another end than the backup says.");
        } catch (IOException | RuntimeException e) {
            return List.of("The audit log was changed or damaged.");
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new BackupFailedException("The backup cannot be closed.", e);
        }
    }

    /**
     * Counts rows by their line feeds. The text format of COPY escapes a line feed in a value, so each line feed ends a
     * row.
     */
    private static final class LineCounter extends FilterOutputStream {

        private long count;

        LineCounter() {
            super(OutputStream.nullOutputStream());
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                if (bytes[i] == '\n') {
                    count++;
                }
            }
        }
    }
}
