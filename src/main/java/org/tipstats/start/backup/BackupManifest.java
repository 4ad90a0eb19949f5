package org.tipstats.start.backup;

import java.util.List;
import java.util.Objects;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;

/**
 * Describes a backup. It is the last file of the archive, so an archive that was cut off has no manifest.
 *
 * @param format the version of this form: 1
 * @param createdAt the time of the snapshot on the clock of the database, in ISO 8601
 * @param migrations the migrations of the database, in their order
 * @param tables the tables, each after the tables that it refers to
 * @param sequences the sequences, each with its last number
 * @param log the head of the audit log in the snapshot
 */
record BackupManifest(
        int format,
        String createdAt,
        List<Migration> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        ChainHead log) {

    static final int FORMAT = 1;
    static final String NAME = "backup.json";

    /** The audit log as JSON lines, which {@code log verify} reads. */
    static final String LOG = "audit-log.jsonl";

    /**
     * Refuses a description without a list or without the head of the log. The records below refuse missing names,
     * versions, scripts and columns.
     */
    BackupManifest {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        Objects.requireNonNull(log);
    }

    /** @param script the name of the file of the migration */
    record Migration(String version, String script) {
        Migration {
            Objects.requireNonNull(version);
            Objects.requireNonNull(script);
        }
    }

    /**
     * A table of the backup.
     *
     * @param columns its columns, in the order of the file
     * @param sha256 the hash of its file, in hex
     */
    record Table(String name, List<String> columns, long rows, String sha256) {

        Table {
            Objects.requireNonNull(name);
            columns = List.copyOf(columns);
        }

        /** Returns the name of the file in the archive with the table's rows, in the text format of COPY. */
        String file() {
            return "tables/" + name + ".copy";
        }
    }

    /**
     * @param used true if the sequence has already given the number {@code last}; false if it will give this number
     *     first
     */
    record Sequence(String name, long last, boolean used) {
        Sequence {
            Objects.requireNonNull(name);
        }
    }
}
