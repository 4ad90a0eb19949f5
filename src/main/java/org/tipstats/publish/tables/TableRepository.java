package org.tipstats.publish.tables;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tipstats.platform.database.Database;
import org.tipstats.publish.read.ReleaseReferenceRepository;
import org.tipstats.publish.tables.ReleaseTable.TableFile;

/**
 * Stores the snapshots of releases and the names of their files. The files themselves are in a {@link TableStorage}.
 */
@Singleton
record TableRepository(Database database) {

    /** Returns true if the database names tables of a release in a place. */
    boolean isNamed(String release, String place) {
        return database.number("select count(*) from release_table where release_id = ? and place = ?", release, place)
                > 0;
    }

    void add(String release, String place, List<ReleaseTable> tables) {
        database.copy(
                "release_table (release_id, place, namespace, name, schema_json, partition_json, snapshot_id,"
                        + " manifest_list, summary_json)",
                rows -> {
                    for (ReleaseTable table : tables) {
                        rows.column(release)
                                .column(place)
                                .column(table.namespace())
                                .column(table.name());
                        rows.column(table.schemaJson())
                                .column(table.partitionJson())
                                .column(table.snapshotId());
                        rows.column(table.manifestList())
                                .column(table.summaryJson())
                                .endRow();
                    }
                });
        database.copy("release_table_file (release_id, place, path, sha256, bytes)", rows -> {
            for (ReleaseTable table : tables) {
                for (TableFile file : table.files()) {
                    rows.column(release).column(place).column(file.path()).column(file.sha256());
                    rows.column(file.bytes()).endRow();
                }
            }
        });
    }

    /** Returns the schemas that a table has had in any release and place. */
    List<String> schemas(String namespace, String name) {
        return database.list(
                "select distinct schema_json from release_table where namespace = ? and name = ?",
                row -> row.getString(1),
                namespace,
                name);
    }

    /** Returns the ids of the published and scheduled releases without tables in a place, oldest first. */
    List<String> withoutTables(String place) {
        return database.list(
                "select id from release r where status in ('SCHEDULED', 'PUBLISHED') and not exists (select from"
                        + " release_table t where t.release_id = r.id and t.place = ?) order by published_at, id",
                row -> row.getString(1),
                place);
    }

    /** Returns the paths of the files in a place that belong to a release which is or will be public. */
    Set<String> named(String place) {
        return new HashSet<>(database.list(
                "select f.path from release_table_file f join release r on r.id = f.release_id where f.place = ? and"
                        + " r.status <> 'WITHDRAWN'",
                row -> row.getString(1),
                place));
    }

    List<TableFile> files(String release, String place) {
        return database.list(
                "select path, sha256, bytes from release_table_file where release_id = ? and place = ? order by path",
                row -> new TableFile(row.getString(1), row.getString(2), row.getLong(3)),
                release,
                place);
    }

    /** Returns the tables of the releases that are public at an instant. */
    List<TableName> names(String place, Instant at) {
        return database.list(
                "select distinct t.namespace, t.name from release_table t join release r on r.id = t.release_id"
                        + " where t.place = ? and " + ReleaseReferenceRepository.VISIBLE + " order by 1, 2",
                row -> new TableName(row.getString(1), row.getString(2)),
                place,
                at);
    }

    record TableName(String namespace, String name) {}

    /** Returns the snapshots of a table in the releases that are public at an instant, in the order of publication. */
    List<PublishedSnapshot> snapshots(String place, TableName table, Instant at) {
        return database.list(
                "select r.id, r.published_at, t.schema_json, t.partition_json, t.snapshot_id, t.manifest_list,"
                        + " t.summary_json from release_table t join release r on r.id = t.release_id where t.place = ?"
                        + " and t.namespace = ? and t.name = ? and " + ReleaseReferenceRepository.VISIBLE
                        + " order by r.published_at, r.id",
                TableRepository::snapshot,
                place,
                table.namespace(),
                table.name(),
                at);
    }

    private static PublishedSnapshot snapshot(ResultSet row) throws SQLException {
        return new PublishedSnapshot(
                row.getString(1),
                Database.time(row, 2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7));
    }

    record PublishedSnapshot(
            String release,
            Instant publishedAt,
            String schemaJson,
            String partitionJson,
            long id,
            String manifestList,
            String summaryJson) {}
}
