package org.tipstats.bench.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small proxy that gives each request to the next instance, as nginx does by default: a request that an instance did
 * not take, and a read that broke off, go to another one. A request that may have changed something is never repeated.
 */
final class RoundRobin implements AutoCloseable {

    private static final Set<String> OWN_HEADERS =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "expect", ":status");
    private static final int BAD_GATEWAY = 502;

    private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 1_000);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private volatile List<String> instances = List.of();

    RoundRobin() throws IOException {
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    /** Sets the addresses of the instances that take requests. */
    void use(List<String> addresses) {
        instances = List.copyOf(addresses);
    }

    String port() {
        return Integer.toString(server.getAddress().getPort());
    }

    /** Returns the number of requests that went to a second instance. */
    int repeated() {
        return repeated.get();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            List<String> serving = instances;
            for (int attempt = 0; attempt < serving.size(); attempt++) {
                String address = serving.get(Math.floorMod(turn.getAndIncrement(), serving.size()));
                repeated.addAndGet(attempt == 0 ? 0 : 1);
                try {
                    answer(exchange, client.send(request(exchange, address, body), BodyHandlers.ofByteArray()));
                    return;
                } catch (ConnectException e) {
                    continue;
                } catch (IOException e) {
                    if (!exchange.getRequestMethod().equals("GET")) {
                        break;
                    }
                }
            }
            exchange.sendResponseHeaders(BAD_GATEWAY, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest request(HttpExchange exchange, String address, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
