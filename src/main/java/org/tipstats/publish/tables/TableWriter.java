package org.tipstats.publish.tables;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.PartitionSpecParser;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SchemaParser;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.tipstats.files.parquet.ParquetTable;
import org.tipstats.files.parquet.ParquetTable.ParquetColumn;
import org.tipstats.publish.tables.ReleaseTable.TableFile;

/**
 * Writes the snapshot of a table in a release. Each file has a random name of 128 bits, so that nobody can guess it
 * before the release is public.
 */
@Singleton
final class TableWriter {

    private static final int NAME_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final ObjectMapper json;

    TableWriter(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Writes all files of a snapshot.
     *
     * @param ids the numbers that columns of this table have had so far; new columns get new numbers
     */
    <R> ReleaseTable write(TableContent<R> content, Map<String, Integer> ids, String release, TableAttempt storage)
            throws IOException {
        List<ParquetColumn<R>> columns = numbered(content.columns(), ids);
        Schema schema = schema(columns);
        PartitionSpec partition = content.partition() == null
                ? PartitionSpec.unpartitioned()
                : PartitionSpec.builderFor(schema).identity(content.partition()).build();
        String location = storage.place() + "/" + content.namespace() + "/" + content.name() + "/";
        List<TableFile> files = new ArrayList<>();
        try (SnapshotOperations table =
                new SnapshotOperations(location, schema, partition, () -> location + name() + ".avro")) {
            AppendFiles append = new BaseTable(table, content.name(), report -> {}).newFastAppend();
            append.set("tipstats.release", release);
            ParquetTable<R> parquet = new ParquetTable<>(content.name(), columns, Map.of("release", release));
            for (Map.Entry<String, List<R>> part : content.rows().entrySet()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                parquet.write(part.getValue().iterator(), bytes);
                TableFile file = write(location + name() + ".parquet", bytes.toByteArray(), storage);
                files.add(file);
                append.appendFile(dataFile(partition, part, file, storage));
            }
            append.commit();
            for (String list : table.lists()) {
                files.add(write(list, table.read(list), storage));
            }
            return table(content, schema, partition, table.current().currentSnapshot(), files, storage);
        }
    }

    private static <R> List<ParquetColumn<R>> numbered(List<ParquetColumn<R>> columns, Map<String, Integer> ids) {
        Map<String, Integer> all = new HashMap<>(ids);
        int last = ids.values().stream().mapToInt(id -> id).max().orElse(0);
        List<ParquetColumn<R>> numbered = new ArrayList<>();
        for (ParquetColumn<R> column : columns) {
            if (!all.containsKey(column.name())) {
                all.put(column.name(), ++last);
            }
            numbered.add(column.withId(all.get(column.name())));
        }
        return numbered;
    }

    private static Schema schema(List<? extends ParquetColumn<?>> columns) {
        return new Schema(columns.stream()
                .map(column -> column.required()
                        ? Types.NestedField.required(column.id(), column.name(), type(column.kind()))
                        : Types.NestedField.optional(column.id(), column.name(), type(column.kind())))
                .toList());
    }

    private static Type type(ParquetColumn.Kind kind) {
        return switch (kind) {
            case TEXT -> Types.StringType.get();
            case INTEGER -> Types.IntegerType.get();
            case NUMBER -> Types.DoubleType.get();
        };
    }

    private String name() {
        byte[] name = new byte[NAME_BYTES];
        random.nextBytes(name);
        return HexFormat.of().formatHex(name);
    }

    private static TableFile write(String address, byte[] bytes, TableAttempt storage) throws IOException {
        String path = address.substring(storage.place().length() + 1);
        storage.write(path, bytes);
        return new TableFile(path, DigestUtils.sha256Hex(bytes), bytes.length);
    }

    private static DataFile dataFile(
            PartitionSpec partition, Map.Entry<String, ? extends List<?>> part, TableFile file, TableAttempt storage) {
        DataFiles.Builder builder = DataFiles.builder(partition)
                .withPath(storage.place() + "/" + file.path())
                .withFormat(FileFormat.PARQUET)
                .withFileSizeInBytes(file.bytes())
                .withRecordCount(part.getValue().size());
        return partition.isUnpartitioned()
                ? builder.build()
                : builder.withPartitionPath(partition.fields().get(0).name() + "=" + part.getKey())
                        .build();
    }

    private ReleaseTable table(
            TableContent<?> content,
            Schema schema,
            PartitionSpec partition,
            Snapshot snapshot,
            List<TableFile> files,
            TableAttempt storage)
            throws IOException {
        Map<String, String> summary = new TreeMap<>(snapshot.summary());
        // A snapshot replaces the snapshot before it. If it added rows, readers of added rows would read all rows
        // again.
        summary.put("operation", DataOperations.OVERWRITE);
        return new ReleaseTable(
                content.namespace(),
                content.name(),
                SchemaParser.toJson(schema),
                PartitionSpecParser.toJson(partition),
                snapshot.snapshotId(),
                snapshot.manifestListLocation().substring(storage.place().length() + 1),
                json.writeValueAsString(summary),
                files);
    }
}
