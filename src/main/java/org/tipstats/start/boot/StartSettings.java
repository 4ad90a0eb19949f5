package org.tipstats.start.boot;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.tipstats.start.postgres.DatabaseAddress;
import org.tipstats.start.postgres.StartRefusedException;

/**
 * The settings decided before the service starts: the database in use, and whether the service is a demo. The accounts
 * of a demo are publicly known, so a demo must not listen to other machines.
 *
 * @param external the database to use; empty for the embedded database
 * @param home the folder in which the service writes if it uses the embedded database
 * @param host the network address on which the service listens
 * @param demo whether the service has the demo data and the demo accounts
 */
record StartSettings(Optional<DatabaseAddress> external, Path home, String host, boolean demo) {

    /**
     * Reads the operator's settings and adds the documented defaults.
     *
     * @throws StartRefusedException if a setting is not valid or the settings together are unsafe
     */
    static StartSettings from(Config config) {
        Optional<DatabaseAddress> external = config.getOptionalValue("tipstats.database.url", String.class)
                .map(DatabaseAddress::parse)
                .map(address -> address.withLogin(
                        config.getOptionalValue("tipstats.database.username", String.class),
                        config.getOptionalValue("tipstats.database.password", String.class)))
                .map(DatabaseAddress::encrypted);
        Path home =
                Path.of(config.getOptionalValue("tipstats.home", String.class).orElse(".tipstats"));
        // Without this setting, Quarkus listens on all network addresses.
        String host = config.getOptionalValue("quarkus.http.host", String.class).orElse("0.0.0.0");
        Optional<Boolean> demo = config.getOptionalValue("tipstats.demo", Boolean.class);
        boolean loopback = DatabaseAddress.isLoopback(host);
        if (demo.orElse(false) && !loopback) {
            throw new StartRefusedException(
                    ("The demo is on (TIPSTATS_DEMO=true), and its accounts are known to everyone,"
                                    + " so it must not listen on %s, where other machines reach it. Set QUARKUS_HTTP_HOST to"
                                    + " 127.0.0.1 or TIPSTATS_DEMO to false.")
                            .formatted(host));
        }
        return new StartSettings(
                external, home.toAbsolutePath().normalize(), host, demo.orElse(external.isEmpty() && loopback));
    }

    boolean embedded() {
        return external.isEmpty();
    }

    /**
     * Returns the properties of the service that follow from these settings and the database.
     *
     * @param incoming the folder for the temporary files of this process
     */
    Map<String, String> properties(DatabaseAddress database, Path incoming) {
        Map<String, String> properties = new HashMap<>();
        properties.put("quarkus.datasource.jdbc.url", database.url());
        database.username().ifPresent(username -> properties.put("quarkus.datasource.username", username));
        database.password().ifPresent(password -> properties.put("quarkus.datasource.password", password));
        properties.put("quarkus.http.host", host);
        properties.put("tipstats.home", home.toString());
        properties.put("tipstats.incoming", incoming.toString());
        properties.put("tipstats.embedded", Boolean.toString(embedded()));
        properties.put("tipstats.demo", Boolean.toString(demo));
        if (!embedded()) {
            // With an external database, usually machines read the console. With the embedded database, people do.
            properties.put("quarkus.log.console.json.enabled", "true");
        }
        return Map.copyOf(properties);
    }
}
