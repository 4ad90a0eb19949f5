package org.tipstats.publish.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.iceberg.LocationProviders;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.inmemory.InMemoryFileIO;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;

/**
 * A temporary table with one snapshot. Iceberg writes the snapshot's lists of files into memory, and
 * {@link TableWriter} stores them.
 */
final class SnapshotOperations implements TableOperations, AutoCloseable {

    private static final int FORMAT = 2;

    private final InMemoryFileIO memory = new InMemoryFileIO();
    private final List<String> lists = new ArrayList<>();
    private final Supplier<String> newLocation;
    private TableMetadata metadata;

    /** @param newLocation makes the full address of a new list of files */
    SnapshotOperations(String location, Schema schema, PartitionSpec partition, Supplier<String> newLocation) {
        this.newLocation = newLocation;
        this.metadata = TableMetadata.buildFromEmpty(FORMAT)
                .setLocation(location)
                .setCurrentSchema(schema, schema.highestFieldId())
                .setDefaultPartitionSpec(partition)
                .setDefaultSortOrder(SortOrder.unsorted())
                .discardChanges()
                .build();
    }

    /** Returns the addresses of all lists of files that were written. */
    List<String> lists() {
        return List.copyOf(lists);
    }

    byte[] read(String list) throws IOException {
        try (var in = memory.newInputFile(list).newStream()) {
            return in.readAllBytes();
        }
    }

    @Override
    public TableMetadata current() {
        return metadata;
    }

    @Override
    public TableMetadata refresh() {
        return metadata;
    }

    @Override
    public void commit(TableMetadata base, TableMetadata changed) {
        metadata = changed;
    }

    @Override
    public FileIO io() {
        return memory;
    }

    @Override
    public String metadataFileLocation(String name) {
        String location = newLocation.get();
        lists.add(location);
        return location;
    }

    @Override
    public LocationProvider locationProvider() {
        return LocationProviders.locationsFor(metadata.location(), metadata.properties());
    }

    /** Removes the lists of files from the memory that all tables of this process share. */
    @Override
    public void close() {
        lists.stream().filter(memory::fileExists).forEach(memory::deleteFile);
    }
}
