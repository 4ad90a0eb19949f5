package org.tipstats.start.boot;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tipstats.start.postgres.DatabaseAddress;

/**
 * A database that closes the first connections, as one does that is about to start. Then it works, until a test lets the network
 * to it lose everything. Its address has options.
 */
public final class LateDatabase implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final int REFUSED = 2;

    /** Options in an address replace those of application.properties. */
    private static final String OPTIONS = "?options=-c%20lock_timeout=10s";

    private static volatile boolean silent;
    private static volatile DatabaseAddress direct;

    private final EmbeddedDatabase database = new EmbeddedDatabase();
    private ServerSocket door;

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(database.start());
        URI address = URI.create(settings.get(URL).substring("jdbc:".length()));
        try {
            door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(() -> serve(address.getPort()));
        direct = new DatabaseAddress(
                settings.get(URL),
                Optional.of(settings.get("quarkus.datasource.username")),
                Optional.of(settings.get("quarkus.datasource.password")));
        settings.put(URL, "jdbc:postgresql://127.0.0.1:" + door.getLocalPort() + address.getPath() + OPTIONS);
        return settings;
    }

    private void serve(int port) throws IOException {
        for (int i = 0; i < REFUSED; i++) {
            door.accept().close();
        }
        while (!door.isClosed()) {
            Socket client = door.accept();
            Socket server = new Socket("127.0.0.1", port);
            daemon(() -> pass(client, server));
            daemon(() -> pass(server, client));
        }
    }

    private static void pass(Socket from, Socket to) throws IOException {
        byte[] part = new byte[8192];
        try (from;
                to) {
            for (int n = 0; n >= 0; n = from.getInputStream().read(part)) {
                if (!silent) {
                    to.getOutputStream().write(part, 0, n);
                }
            }
        }
    }

    /** Lets everything that comes from now on be lost, in both directions, or not any more. */
    static void silence(boolean on) {
        silent = on;
    }

    /** Returns the address of the database itself, where nothing is lost. */
    static DatabaseAddress direct() {
        return direct;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // A side has closed its connection.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        silence(false);
        try {
            if (door != null) {
                door.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            database.stop();
        }
    }
}
