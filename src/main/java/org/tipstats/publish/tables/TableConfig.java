package org.tipstats.publish.tables;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of open tables, and the place of their files. */
@ApplicationScoped
class TableConfig {

    private final Optional<String> place;
    private final String region;
    private final Optional<URI> endpoint;
    private Optional<TableStorage> storage;

    /**
     * Reads the settings.
     *
     * @param place a folder or {@code s3://bucket/prefix}; empty to write no tables
     * @param endpoint the address of a storage that has the interface of S3 but is not Amazon's
     */
    TableConfig(
            @ConfigProperty(name = "tipstats.tables") Optional<String> place,
            @ConfigProperty(name = "tipstats.tables-region", defaultValue = "us-east-1") String region,
            @ConfigProperty(name = "tipstats.tables-endpoint") Optional<URI> endpoint) {
        this.place = place;
        this.region = region;
        this.endpoint = endpoint;
    }

    /** Returns the place of the files; empty if the service writes no tables. */
    synchronized Optional<TableStorage> storage() {
        if (storage == null) {
            storage = place.map(this::open);
        }
        return storage;
    }

    private TableStorage open(String where) {
        return BucketStorage.isBucket(where)
                ? BucketStorage.open(where, region, endpoint)
                : new FolderStorage(Path.of(where));
    }
}
