package org.tipstats.publish.tables;

import java.util.List;

/**
 * The snapshot of a table in a release.
 *
 * @param schemaJson the columns, in the form of Iceberg
 * @param partitionJson the division of the rows among files, in the form of Iceberg
 * @param manifestList the path of the file that leads to all other files of the snapshot
 * @param summaryJson facts about the snapshot, in the form of Iceberg
 * @param files all files of the snapshot
 */
record ReleaseTable(
        String namespace,
        String name,
        String schemaJson,
        String partitionJson,
        long snapshotId,
        String manifestList,
        String summaryJson,
        List<TableFile> files) {

    /** @param path the path below the place of all tables */
    record TableFile(String path, String sha256, long bytes) {}
}
