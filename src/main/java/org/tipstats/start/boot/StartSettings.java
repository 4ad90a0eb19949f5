package org.tipstats.start.boot;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * What is decided before the service starts: which database it uses, and whether it is a demonstration, whose accounts are
 * known to everyone and which therefore never listens to other machines.
 *
 * @param external the database to use; empty: the embedded one
 * @param home where the embedded mode writes
 * @param host the address to listen on
 * @param demo whether the demonstration data and accounts are there
 */
record StartSettings(Optional<DatabaseAddress> external, Path home, String host, boolean demo) {

    /**
     * The settings that the operator gave, with the rest as documented.
     *
     * @throws StartRefusedException if they are wrong or unsafe together
     */
    static StartSettings from(Config config) {
        Optional<DatabaseAddress> external = config.getOptionalValue("tipstats.database.url", String.class)
                .map(DatabaseAddress::parse)
                .map(address -> address.withLogin(
                        config.getOptionalValue("tipstats.database.username", String.class),
                        config.getOptionalValue("tipstats.database.password", String.class)));
        Path home =
                Path.of(config.getOptionalValue("tipstats.home", String.class).orElse(".tipstats"));
        // Without a setting, Quarkus would listen to everyone.
        String host = config.getOptionalValue("quarkus.http.host", String.class).orElse("0.0.0.0");
        Optional<Boolean> demo = config.getOptionalValue("tipstats.demo", Boolean.class);
        boolean loopback = isLoopback(host);
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

    /** Whether an address is surely this machine alone. A name other than {@code localhost} is not: it can change. */
    static boolean isLoopback(String host) {
        boolean literal = host.matches("\\d+\\.\\d+\\.\\d+\\.\\d+") || host.contains(":");
        try {
            return host.equalsIgnoreCase("localhost")
                    || (literal && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    boolean embedded() {
        return external.isEmpty();
    }

    /** The settings of the service that follow, with the database that it shall use. */
    Map<String, String> properties(DatabaseAddress database) {
        Map<String, String> properties = new HashMap<>();
        properties.put("quarkus.datasource.jdbc.url", database.url());
        database.username().ifPresent(username -> properties.put("quarkus.datasource.username", username));
        database.password().ifPresent(password -> properties.put("quarkus.datasource.password", password));
        properties.put("quarkus.http.host", host);
        properties.put("tipstats.home", home.toString());
        properties.put("tipstats.embedded", Boolean.toString(embedded()));
        properties.put("tipstats.demo", Boolean.toString(demo));
        if (!embedded()) {
            // People read the console of the easy start; machines that of a service with a database of its own.
            properties.put("quarkus.log.console.json.enabled", "true");
        }
        return Map.copyOf(properties);
    }
}
