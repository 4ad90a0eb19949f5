package org.tipstats.start.boot;

import io.quarkus.runtime.configuration.ConfigUtils;
import java.util.Optional;
import org.tipstats.start.backup.BackupDatabase;
import org.tipstats.start.postgres.DatabaseAddress;
import org.tipstats.start.postgres.PostgresServer;
import org.tipstats.start.postgres.PostgresSettings;

/** Opens, for commands, the database that the settings name. Uses the role that owns the tables. */
final class ConfiguredDatabase {

    private ConfiguredDatabase() {}

    /**
     * Opens the external database. Without an external database, opens the embedded database of a running service, or
     * starts the embedded database until the command ends.
     *
     * @param fresh false to open an embedded database that exists and may be in use; true to create it if it is
     *     missing, and to fail if it is in use
     */
    static BackupDatabase open(boolean fresh) {
        StartSettings settings = StartSettings.from(ConfigUtils.configBuilder().build());
        if (settings.external().isPresent()) {
            return new BackupDatabase(settings.external().get().owner(), () -> {});
        }
        PostgresSettings embedded = PostgresSettings.in(settings.home());
        Optional<DatabaseAddress> running = fresh ? Optional.empty() : PostgresServer.running(embedded);
        if (running.isPresent()) {
            return new BackupDatabase(running.get(), () -> {});
        }
        if (!fresh) {
            PostgresServer.requireData(embedded);
        }
        PostgresServer server = PostgresServer.start(embedded, System.err::println);
        return new BackupDatabase(server.address(), server::close);
    }
}
