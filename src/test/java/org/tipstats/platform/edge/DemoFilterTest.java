package org.tipstats.platform.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.vertx.http.runtime.filters.Filter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;

/** Sends requests to a server that has only the filter. */
class DemoFilterTest {

    private Vertx vertx;
    private HttpServer server;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        server = serve(true);
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private HttpServer serve(boolean demo) {
        Filters filters = new Filters();
        new DemoFilter(demo).register(filters);
        Router router = Router.router(vertx);
        filters.getFilters().stream().map(Filter::getHandler).forEach(router.route()::handler);
        router.route().handler(context -> context.end("answered"));
        router.route().failureHandler(DemoFilterTest::show);
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static void show(RoutingContext context) {
        Problem problem = ((ProblemException) context.failure()).problem();
        context.response().setStatusCode(problem.status()).end(problem.type().slug() + " " + problem.detail());
    }

    private String answer(String version, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            String head =
                    "GET /api/v1/accounts " + version + "\r\nConnection: close\r\n" + String.join("\r\n", headers);
            socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertRefused(String answer, String because) {
        assertTrue(answer.startsWith("HTTP/1.1 403") || answer.startsWith("HTTP/1.0 403"), answer);
        assertTrue(answer.contains("demo-is-local "), answer);
        assertTrue(answer.contains(because), answer);
        assertTrue(answer.contains("TIPSTATS_DEMO=false"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "LocalHost:8080", "127.0.0.1:18080", "[::1]", "[::1]:8080"})
    void aRequestFromThisMachineIsAnswered(String host) throws IOException {
        assertTrue(answer("HTTP/1.1", "Host: " + host).endsWith("answered"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 203.0.113.9",
                "x-forwarded-proto: https",
                "X-Forwarded-Host: localhost",
                "Forwarded: for=203.0.113.9",
                "Via: 1.1 nginx",
                "X-Real-IP: 203.0.113.9",
                "X-FORWARDED-FOR: 203.0.113.9",
                "forwarded: for=203.0.113.9",
                "via: 1.1 nginx",
                "x-real-ip: 203.0.113.9"
            })
    void aRequestThroughAProxyIsRefused(String header) throws IOException {
        assertRefused(answer("HTTP/1.1", "Host: localhost:8080", header), "the header " + header.split(":")[0] + ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stats.example.org", "localhost.example.org:8080", "127.0.0.1.nip.io", "192.168.1.5"})
    void aRequestThatNamesAnotherHostIsRefused(String host) throws IOException {
        assertRefused(answer("HTTP/1.1", "Host: " + host), "names ");
    }

    @Test
    void theVersionThatProxiesUseByDefaultIsRefused() throws IOException {
        assertRefused(answer("HTTP/1.0", "Host: 127.0.0.1:8080"), "HTTP/1.0");
    }

    @Test
    void withoutTheDemoTheFilterIsNotThere() throws IOException {
        server = serve(false);
        assertEquals(
                List.of(true, true),
                List.of(
                        answer("HTTP/1.1", "Host: stats.example.org").endsWith("answered"),
                        answer("HTTP/1.1", "Host: localhost", "Via: 1.1 nginx").endsWith("answered")));
    }
}
