package org.tipstats.site.session;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.tipstats.FreePort;

/**
 * Keycloak in a process of its own, as the organisation's provider of a test. Everyone reaches it through a door that the test
 * can shut, as if the provider was away. It starts beside the program and the first tests. A test that needs it calls
 * {@link Door#await}.
 */
public class KeycloakServer implements QuarkusTestResourceLifecycleManager {

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final String REALM = "/realms/tipstats";

    private final Door door = new Door(this::await);
    private Process process;
    private Instant latest;
    private boolean isReady;

    /** Adds to the test what it needs to speak with Keycloak. */
    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(door, new TestInjector.MatchesType(Door.class));
    }

    @Override
    public Map<String, String> start() {
        try {
            Path home = home();
            Path realm = home.resolve("data/import/tipstats-realm.json");
            Files.createDirectories(realm.getParent());
            Files.copy(Path.of("src/test/resources/keycloak/realm.json"), realm, StandardCopyOption.REPLACE_EXISTING);
            int port = FreePort.find();
            door.open(port);
            process = run(home, port);
            latest = Instant.now().plus(PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.ofEntries(
                Map.entry("tipstats.oidc.issuer", door.address() + REALM),
                Map.entry("tipstats.oidc.client-id", "tipstats"),
                Map.entry("tipstats.oidc.client-secret", "tipstats-secret"),
                Map.entry("tipstats.oidc.name", "Keycloak"),
                Map.entry("tipstats.oidc.submitters", "tip-submitters"),
                Map.entry("tipstats.oidc.reviewers", "tip-reviewers"),
                Map.entry("tipstats.oidc.publishers", "tip-publishers"),
                Map.entry("tipstats.oidc.administrators", "tip-administrators"),
                Map.entry("tipstats.oidc.areas-prefix", "tip-area-"),
                Map.entry("tipstats.oidc.acr.publisher", "2"),
                Map.entry("tipstats.oidc.audience", "tipstats-api"));
    }

    /** The build unpacks it here. */
    private static Path home() throws IOException {
        try (var folders = Files.list(Path.of("target", "keycloak"))) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow().toAbsolutePath();
        }
    }

    private Process run(Path home, int port) throws IOException {
        List<String> command = List.of(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--cache=local",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=" + door.address());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(new File("target/keycloak.log"));
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS",
                        "-Xmx400m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+UnlockDiagnosticVMOptions"
                                + " -XX:-BytecodeVerificationRemote",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        Door.ADMINISTRATOR,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        Door.ADMINISTRATOR));
        return builder.start();
    }

    private void await() {
        while (!isReady && status() != 200) {
            if (!process.isAlive() || Instant.now().isAfter(latest)) {
                throw new IllegalStateException("Keycloak does not start: see target/keycloak.log");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        isReady = true;
    }

    private int status() {
        try {
            return new TestBrowser().get(door.address() + REALM).statusCode();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    @Override
    public void stop() {
        door.shut();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    /** Passes connections on to Keycloak while it is open. */
    public static final class Door {

        static final String ADMINISTRATOR = "keeper";

        private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
        private final Runnable untilReady;
        private int port;
        private int behind;
        private ServerSocket entrance;

        private Door(Runnable untilReady) {
            this.untilReady = untilReady;
        }

        /** Waits until Keycloak has started. */
        public void await() {
            untilReady.run();
        }

        String address() {
            return "http://localhost:" + port;
        }

        private void open(int keycloak) throws IOException {
            behind = keycloak;
            port = FreePort.find();
            open();
        }

        /** Opens it again at the same address. */
        void open() {
            try {
                entrance = new ServerSocket();
                entrance.setReuseAddress(true);
                entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                run(() -> receive(entrance));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Ends all connections and refuses new ones. */
        void shut() {
            close(entrance);
            connections.forEach(Door::close);
            connections.clear();
        }

        private void receive(ServerSocket from) {
            while (!from.isClosed()) {
                try {
                    connect(from.accept());
                } catch (IOException e) {
                    // It was shut.
                }
            }
        }

        private void connect(Socket client) {
            try {
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
                connections.addAll(List.of(client, server));
                run(() -> pass(client, server));
                run(() -> pass(server, client));
            } catch (IOException e) {
                // Nobody is behind it.
                close(client);
            }
        }

        private void pass(Socket from, Socket to) {
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                in.transferTo(out);
            } catch (IOException e) {
                // One side ended the connection.
            } finally {
                close(from);
                close(to);
                connections.removeAll(List.of(from, to));
            }
        }

        private static void close(Closeable each) {
            try {
                each.close();
            } catch (IOException e) {
                // It is closed.
            }
        }

        private static void run(Runnable task) {
            Thread thread = new Thread(task, "door");
            thread.setDaemon(true);
            thread.start();
        }
    }
}
