package org.tipstats.disseminate.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.FreePort;
import org.tipstats.disseminate.deliver.HookSender.DeliveryResult;
import org.tipstats.disseminate.deliver.HookSender.DeliveryResult.Outcome;

/**
 * Tests that the sender reaches the given address, checks the identity of the receiver, and cannot be delayed or
 * redirected by it.
 */
class HookSenderTest {

    private static final String PASSWORD = "for the test";
    private static final InetAddress LOCAL = InetAddress.getLoopbackAddress();

    private final Vertx vertx = Vertx.vertx();
    /** Far longer than the sender may wait, and than the slowest machine needs. */
    private static final int LONG_MILLIS = 120_000;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = listening(HttpServer.create(new InetSocketAddress(LOCAL, 0), 0));
    }

    private <T extends HttpServer> T listening(T made) {
        made.setExecutor(threads);
        made.createContext("/", exchange -> {
            received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Host") + " "
                    + exchange.getRequestHeaders().getFirst("webhook-id") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 200, "taken");
        });
        made.start();
        return made;
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
        vertx.close();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void on(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    /**
     * Makes an address with a name that no DNS knows. A sender that asked DNS instead of the lookup would reach
     * nothing.
     */
    private HookAddress local(String scheme, int port, String path) {
        return new HookAddress(URI.create(scheme + "://receiver.example:" + port + path), true);
    }

    private DeliveryResult post(String path) {
        return post(local("http", server.getAddress().getPort(), path), new HttpClientOptions());
    }

    private DeliveryResult post(HookAddress to, HttpClientOptions options) {
        return post(to, options, 60_000);
    }

    private DeliveryResult post(HookAddress to, HttpClientOptions options, int totalMillis) {
        PublicAddressLookup addresses = new PublicAddressLookup(host -> {
            asked.add(host);
            return new InetAddress[] {LOCAL};
        });
        return new HookSender(vertx, addresses, options, totalMillis)
                .post(to, 1, Map.of("webhook-id", "m1"), "{\"ä\":1}");
    }

    @Test
    void aMessageArrivesWholeAtTheAddressThatWasFound() {
        DeliveryResult reply = post("/a%20b?c=d");
        assertEquals(new DeliveryResult(Outcome.ANSWERED, 200, "taken"), reply);
        assertTrue(reply.isAccepted());
        int port = server.getAddress().getPort();
        assertEquals(List.of("POST /a%20b?c=d receiver.example:" + port + " m1 {\"ä\":1}"), received);
        assertEquals(List.of("receiver.example"), asked, "the name must be looked up only once");
    }

    @Test
    void aNameThatChangesBetweenCheckAndConnectionLeadsNowhere() throws Exception {
        AtomicInteger lookups = new AtomicInteger();
        PublicAddressLookup changing = new PublicAddressLookup(
                host -> new InetAddress[] {lookups.incrementAndGet() == 1 ? InetAddress.getByName("8.8.8.8") : LOCAL});
        HookAddress hook = new HookAddress(
                URI.create("https://hooks.example.org:" + server.getAddress().getPort() + "/"), false);
        assertEquals(InetAddress.getByName("8.8.8.8"), changing.of(hook).get(0), "the check at registration");
        DeliveryResult reply =
                new HookSender(vertx, changing, new HttpClientOptions(), 60_000).post(hook, 1, Map.of(), "{}");
        assertEquals(new DeliveryResult(Outcome.NO_PUBLIC_ADDRESS, 0, ""), reply);
        assertEquals(2, lookups.get());
        assertEquals(List.of(), received);
    }

    @Test
    void redirectionsAreNotFollowed() {
        for (int status : List.of(301, 302, 303, 307, 308)) {
            String path = "/moved-" + status;
            on(path, exchange -> {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                answer(exchange, status, "");
            });
            DeliveryResult reply = post(path);
            assertEquals(status, reply.status());
            assertFalse(reply.isAccepted());
        }
        assertEquals(List.of(), received);
    }

    @Test
    void ofALongAnswerTheBeginningIsReadAndTheConnectionEnds() {
        AtomicInteger written = new AtomicInteger();
        on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 200_000; i++) {
                    out.write("0123456789".repeat(100).getBytes(StandardCharsets.US_ASCII));
                    written.incrementAndGet();
                }
            }
        });
        DeliveryResult reply = post("/endless");
        assertEquals(200, reply.status());
        assertEquals(4_000, reply.body().length());
        assertTrue(written.get() < 200_000, "the sender must not read the whole answer");
    }

    @Test
    void neitherSilenceNorDrippingHoldsItUp() {
        on("/silent", exchange -> {
            pause(LONG_MILLIS);
            answer(exchange, 200, "late");
        });
        on("/dripping", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < LONG_MILLIS / 50; i++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                pause(50);
            }
            exchange.close();
        });
        // A sender that waited to the end would get an answer.
        for (String path : List.of("/silent", "/dripping")) {
            HookAddress to = local("http", server.getAddress().getPort(), path);
            assertEquals(
                    Outcome.TIMED_OUT, post(to, new HttpClientOptions(), 2_000).outcome(), path);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void nobodyThereAndNoHttpAreToldApart() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, LOCAL)) {
            threads.execute(() -> speak(other));
            DeliveryResult reply = post(local("http", other.getLocalPort(), "/"), new HttpClientOptions());
            assertEquals(Outcome.BROKEN, reply.outcome());
        }
        int free = FreePort.find();
        assertEquals(
                Outcome.UNREACHABLE,
                post(local("http", free, "/"), new HttpClientOptions()).outcome());
    }

    private static void speak(ServerSocket other) {
        try (var connection = other.accept()) {
            connection.getOutputStream().write("220 mail.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
            connection.getInputStream().read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theCertificateMustBeTheHostsAndFromSomeoneTrusted() throws Exception {
        Path store = certificate("receiver.example");
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(LOCAL, 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(context(store)));
        listening(secure);
        try {
            int port = secure.getAddress().getPort();
            DeliveryResult trusted = post(local("https", port, "/"), trusting(store));
            assertEquals(new DeliveryResult(Outcome.ANSWERED, 200, "taken"), trusted);
            assertEquals(1, received.size());
            HookAddress other = new HookAddress(URI.create("https://other.example:" + port + "/"), true);
            assertEquals(Outcome.INSECURE, post(other, trusting(store)).outcome(), "another host's certificate");
            assertEquals(
                    Outcome.INSECURE,
                    post(local("https", port, "/"), new HttpClientOptions()).outcome(),
                    "an unknown authority");
            assertEquals(1, received.size(), "nothing must be sent over an insecure connection");
        } finally {
            secure.stop(0);
        }
    }

    private static HttpClientOptions trusting(Path store) {
        return new HttpClientOptions()
                .setTrustOptions(new PfxOptions().setPath(store.toString()).setPassword(PASSWORD));
    }

    private Path certificate(String host) throws IOException, InterruptedException {
        Path store = folder.resolve(host + ".p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "receiver",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertEquals(0, made.waitFor());
        return store;
    }

    private static SSLContext context(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void severalAddressesTakeTurns() throws Exception {
        InetAddress elsewhere = InetAddress.getByName("127.0.0.77"); // no server listens here
        PublicAddressLookup two = new PublicAddressLookup(host -> new InetAddress[] {elsewhere, LOCAL});
        HookSender sender = new HookSender(vertx, two, new HttpClientOptions(), 60_000);
        HookAddress hook = local("http", server.getAddress().getPort(), "/");
        assertEquals(Outcome.UNREACHABLE, sender.post(hook, 1, Map.of(), "{}").outcome());
        DeliveryResult second = sender.post(hook, 2, Map.of(), "{}");
        assertEquals(200, second.status());
    }
}
