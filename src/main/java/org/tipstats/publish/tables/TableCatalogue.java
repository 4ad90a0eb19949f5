package org.tipstats.publish.tables;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.iceberg.SchemaParser;
import org.tipstats.platform.database.JsonText;
import org.tipstats.publish.tables.ReleaseTable.TableFile;
import org.tipstats.publish.tables.TableRepository.PublishedSnapshot;
import org.tipstats.publish.tables.TableRepository.TableName;

/**
 * The open tables that the public may read. Each answer shows the releases that are public at this instant. So the end
 * of an embargo needs no write, and a withdrawn release disappears at once.
 */
@ApplicationScoped
public class TableCatalogue {

    private static final String MAIN = "main";

    /** The last number that Iceberg does not use for columns of partitions: it numbers them from 1000. */
    private static final int BEFORE_PARTITIONS = 999;

    private final TableConfig config;
    private final TableRepository tables;
    private final ObjectMapper json;
    private final Clock clock;

    TableCatalogue(TableConfig config, TableRepository tables, ObjectMapper json, Clock clock) {
        this.config = config;
        this.tables = tables;
        this.json = json;
        this.clock = clock;
    }

    /** Returns true if this service writes open tables. */
    public boolean isOn() {
        return config.storage().isPresent();
    }

    /** Returns the namespaces that have tables. */
    public List<String> namespaces() {
        return names().stream().map(TableName::namespace).distinct().toList();
    }

    /** Returns the names of the tables in a namespace; empty if there is no such namespace. */
    public List<String> tables(String namespace) {
        return names().stream()
                .filter(table -> table.namespace().equals(namespace))
                .map(TableName::name)
                .toList();
    }

    private List<TableName> names() {
        return config.storage()
                .map(storage -> tables.names(storage.place(), clock.instant()))
                .orElse(List.of());
    }

    /** Returns the files of a release with their hashes, even if it is not public; empty if it has no tables. */
    public List<HashedFile> files(String release) {
        return config.storage()
                .map(storage -> tables.files(release, storage.place()).stream()
                        .map(HashedFile::of)
                        .toList())
                .orElse(List.of());
    }

    public record HashedFile(String path, String sha256, long bytes) {

        static HashedFile of(TableFile file) {
            return new HashedFile(file.path(), file.sha256(), file.bytes());
        }
    }

    /**
     * A table that the public may read.
     *
     * @param metadataLocation the address of a file of the current snapshot. The file does not contain the metadata.
     *     But clients ask for its size, and read the metadata again only if the address changes.
     * @param metadata the metadata in the form of Iceberg, version 2
     */
    public record OpenTable(String metadataLocation, ObjectNode metadata) {}

    /** Returns a table; empty if no public release has it. */
    public Optional<OpenTable> table(String namespace, String name) {
        return config.storage().flatMap(storage -> {
            TableName table = new TableName(namespace, name);
            List<PublishedSnapshot> snapshots = tables.snapshots(storage.place(), table, clock.instant());
            return snapshots.isEmpty()
                    ? Optional.empty()
                    : Optional.of(table(storage.place() + "/" + namespace + "/" + name, storage.place(), snapshots));
        });
    }

    private OpenTable table(String location, String place, List<PublishedSnapshot> snapshots) {
        String current = snapshots.get(snapshots.size() - 1).manifestList();
        return new OpenTable(place + "/" + current, metadata(location, place, snapshots));
    }

    private ObjectNode metadata(String location, String place, List<PublishedSnapshot> snapshots) {
        PublishedSnapshot last = snapshots.get(snapshots.size() - 1);
        List<String> schemas =
                snapshots.stream().map(PublishedSnapshot::schemaJson).distinct().toList();
        ObjectNode metadata = json.createObjectNode();
        metadata.put("format-version", 2);
        metadata.put(
                "table-uuid",
                UUID.nameUUIDFromBytes(location.getBytes(StandardCharsets.UTF_8))
                        .toString());
        metadata.put("location", location);
        metadata.put("last-sequence-number", last.publishedAt().toEpochMilli());
        metadata.put("last-updated-ms", last.publishedAt().toEpochMilli());
        addColumns(metadata, schemas, last);
        metadata.putObject("properties");
        metadata.put("current-snapshot-id", last.id());
        addSnapshots(metadata, place, schemas, snapshots);
        metadata.putArray("metadata-log");
        return metadata;
    }

    private void addColumns(ObjectNode metadata, List<String> schemas, PublishedSnapshot last) {
        metadata.put(
                "last-column-id",
                schemas.stream()
                        .mapToInt(schema -> SchemaParser.fromJson(schema).highestFieldId())
                        .max()
                        .orElseThrow());
        ArrayNode all = metadata.putArray("schemas");
        for (int i = 0; i < schemas.size(); i++) {
            all.add(read(schemas.get(i)).put("schema-id", i));
        }
        metadata.put("current-schema-id", schemas.indexOf(last.schemaJson()));
        ObjectNode partition = read(last.partitionJson()).put("spec-id", 0);
        metadata.putArray("partition-specs").add(partition);
        metadata.put("default-spec-id", 0);
        metadata.put(
                "last-partition-id",
                BEFORE_PARTITIONS + partition.path("fields").size());
        metadata.putArray("sort-orders").addObject().put("order-id", 0).putArray("fields");
        metadata.put("default-sort-order-id", 0);
    }

    /**
     * Adds a snapshot for each release. A snapshot has all rows of its release, so the order of the snapshots does not
     * affect the rows.
     */
    private void addSnapshots(
            ObjectNode metadata, String place, List<String> schemas, List<PublishedSnapshot> snapshots) {
        ArrayNode all = metadata.putArray("snapshots");
        ArrayNode log = metadata.putArray("snapshot-log");
        ObjectNode refs = metadata.putObject("refs");
        PublishedSnapshot before = null;
        for (PublishedSnapshot snapshot : snapshots) {
            long at = snapshot.publishedAt().toEpochMilli();
            ObjectNode one = all.addObject().put("snapshot-id", snapshot.id());
            if (before != null) {
                one.put("parent-snapshot-id", before.id());
            }
            one.put("sequence-number", at);
            one.put("timestamp-ms", at);
            one.set("summary", read(snapshot.summaryJson()));
            one.put("manifest-list", place + "/" + snapshot.manifestList());
            one.put("schema-id", schemas.indexOf(snapshot.schemaJson()));
            log.addObject().put("timestamp-ms", at).put("snapshot-id", snapshot.id());
            refs.putObject(snapshot.release()).put("snapshot-id", snapshot.id()).put("type", "tag");
            before = snapshot;
        }
        refs.putObject(MAIN).put("snapshot-id", before.id()).put("type", "branch");
    }

    private ObjectNode read(String text) {
        return JsonText.read(json.readerFor(ObjectNode.class), text);
    }
}
