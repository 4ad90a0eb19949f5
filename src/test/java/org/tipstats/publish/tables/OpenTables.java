package org.tipstats.publish.tables;

import io.quarkus.test.junit.QuarkusMock;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Turns open tables on for a test. */
public final class OpenTables {

    private OpenTables() {}

    public static void in(Path folder) {
        install(new TableConfig(Optional.of(folder.toString()), "us-east-1", Optional.empty()));
    }

    static void in(String bucket, URI endpoint) {
        install(new TableConfig(Optional.of(bucket), "us-east-1", Optional.of(endpoint)));
    }

    static void in(TableStorage storage) {
        install(new TableConfig(Optional.empty(), "us-east-1", Optional.empty()) {
            @Override
            Optional<TableStorage> storage() {
                return Optional.of(storage);
            }
        });
    }

    private static void install(TableConfig config) {
        QuarkusMock.installMockForType(config, TableConfig.class);
    }
}
