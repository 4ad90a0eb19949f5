package org.tipstats.start.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.eclipse.microprofile.config.Config;
import org.tipstats.start.postgres.StartRefusedException;

/** Checks the ports on which the service listens. The error of the framework would not name the setting to change. */
final class StartPorts {

    private static final String HOST = "127.0.0.1";

    private StartPorts() {}

    /**
     * Refuses the start if a port is not free.
     *
     * @throws StartRefusedException if the service cannot listen on one of its ports
     */
    static void check(Config config) {
        check(config, "quarkus.http", "the website and the API", "QUARKUS_HTTP_PORT");
        check(config, "quarkus.management", "metrics", "QUARKUS_MANAGEMENT_PORT");
    }

    private static void check(Config config, String prefix, String use, String setting) {
        int port = config.getValue(prefix + ".port", Integer.class);
        String host = config.getOptionalValue(prefix + ".host", String.class).orElse(HOST);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefusedException(
                    "It cannot listen on port %d of %s, which is for %s: %s. If another process uses the port, set %s to another one."
                            .formatted(port, host, use, e.getMessage(), setting));
        }
    }
}
