package org.tipstats.start.boot;

import io.quarkus.runtime.configuration.DurationConverter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.tipstats.start.postgres.DatabaseAddress;
import org.tipstats.start.postgres.DatabaseLogins;
import org.tipstats.start.postgres.StartRefusedException;

/**
 * The settings decided before the service starts: the database in use, and whether the service is a demo. The accounts
 * of a demo are publicly known, so a demo must not listen to other machines.
 *
 * @param external the database to use; empty for the embedded database
 * @param replica a copy of the external database for reads; empty if there is none
 * @param home the folder in which the service writes its files, and the embedded database if it uses that
 * @param host the network address on which the service listens
 * @param demo whether the service has the demo data and the demo accounts
 */
record StartSettings(
        Optional<DatabaseLogins> external, Optional<DatabaseAddress> replica, Path home, String host, boolean demo) {

    private static final Duration LEAST_SILENCE = Duration.ofSeconds(1);

    /**
     * Reads the operator's settings and adds the documented defaults.
     *
     * @throws StartRefusedException if a setting is not valid or the settings together are unsafe
     */
    static StartSettings from(Config config) {
        Optional<DatabaseLogins> external = config.getOptionalValue("tipstats.database.url", String.class)
                .map(url -> logins(DatabaseAddress.parse(url).encrypted(), config));
        Path home =
                Path.of(config.getOptionalValue("tipstats.home", String.class).orElse(".tipstats"));
        // Without this setting, Quarkus listens on all network addresses.
        String host = config.getOptionalValue("quarkus.http.host", String.class).orElse("0.0.0.0");
        config.getOptionalValue("tipstats.database.silence", String.class).ifPresent(StartSettings::requireSilence);
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
                external,
                replica(external, config),
                home.toAbsolutePath().normalize(),
                host,
                demo.orElse(external.isEmpty() && loopback));
    }

    private static void requireSilence(String value) {
        try {
            if (DurationConverter.parseDuration(value).compareTo(LEAST_SILENCE) >= 0) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // The statement below refuses a text that is not a duration.
        }
        throw new StartRefusedException(
                "TIPSTATS_DATABASE_SILENCE must be a time of at least one second, such as 1s. It is: " + value);
    }

    private static DatabaseLogins logins(DatabaseAddress address, Config config) {
        DatabaseAddress service = address.withLogin(
                config.getOptionalValue("tipstats.database.username", String.class),
                config.getOptionalValue("tipstats.database.password", String.class));
        Optional<String> owner = config.getOptionalValue("tipstats.database.owner", String.class);
        Optional<String> password = config.getOptionalValue("tipstats.database.owner-password", String.class);
        if (owner.isPresent() != password.isPresent()
                || (owner.isPresent() && service.username().isEmpty())) {
            throw new StartRefusedException("TIPSTATS_DATABASE_OWNER and TIPSTATS_DATABASE_OWNER_PASSWORD must be set"
                    + " together, and with the user of the service (TIPSTATS_DATABASE_USERNAME).");
        }
        return new DatabaseLogins(service.withLogin(owner, password), service);
    }

    private static Optional<DatabaseAddress> replica(Optional<DatabaseLogins> external, Config config) {
        Optional<DatabaseAddress> replica = config.getOptionalValue("tipstats.database.replica-url", String.class)
                .map(url -> DatabaseAddress.parse(url).encrypted());
        if (replica.isPresent() && external.isEmpty()) {
            throw new StartRefusedException(
                    "TIPSTATS_DATABASE_REPLICA_URL is the address of a copy of the database that"
                            + " TIPSTATS_DATABASE_URL names. Set both, or neither.");
        }
        return replica.map(copy -> {
            DatabaseAddress service = external.get().service();
            return copy.username().isPresent() ? copy : copy.withLogin(service.username(), service.password());
        });
    }

    boolean embedded() {
        return external.isEmpty();
    }

    /**
     * Returns the properties of the service that follow from these settings and the database.
     *
     * @param incoming the folder for the temporary files of this process
     */
    Map<String, String> properties(DatabaseLogins logins, Path incoming) {
        Map<String, String> properties = new HashMap<>();
        DatabaseAddress database = logins.service();
        properties.put("quarkus.datasource.jdbc.url", database.url());
        database.username().ifPresent(username -> properties.put("quarkus.datasource.username", username));
        database.password().ifPresent(password -> properties.put("quarkus.datasource.password", password));
        DatabaseAddress owner = logins.owner();
        if (owner.username().isPresent() && owner.password().isPresent()) {
            // Gives migrations their own connection, without time limits on statements.
            properties.put("quarkus.flyway.username", owner.username().get());
            properties.put("quarkus.flyway.password", owner.password().get());
        }
        replica.ifPresent(copy -> {
            properties.put("tipstats.replica.url", copy.url());
            copy.username().ifPresent(username -> properties.put("tipstats.replica.username", username));
            copy.password().ifPresent(password -> properties.put("tipstats.replica.password", password));
        });
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
