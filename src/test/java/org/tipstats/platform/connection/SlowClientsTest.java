package org.tipstats.platform.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Clients that send their bodies slowly, one more than there are worker threads. */
@QuarkusTest
class SlowClientsTest {

    /** The framework's default: eight for each processor, at least 200. */
    private static final int WORKERS = Math.max(8 * Runtime.getRuntime().availableProcessors(), 200);

    /** Less than the time that the service gives to slow bodies in tests, after which the workers would be free again. */
    private static final int WAIT_MS = 300_000;

    /** Each of these would hold a worker for as long as its body takes. */
    private static final List<String> FORMS = List.of(
            "POST /en/sign-in HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded",
            "POST /en/check HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=xx");

    private static final List<String> OTHERS = List.of(
            "POST /api/v1/queries HTTP/1.1\r\nContent-Type: application/json",
            "POST /api/v1/data/VICTIMS HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded",
            "POST /api/v1/validations?dataflow=VICTIMS HTTP/1.1\r\nContent-Type: text/csv",
            "POST /api/v1/mappings/guess HTTP/1.1\r\nContent-Type: text/csv",
            "POST /sdmx/v1/data/VICTIMS HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded");

    @Inject
    ConnectionWatch watch;

    @Inject
    Vertx vertx;

    @TestHTTPResource("/")
    URI service;

    private static RequestSpecification patient() {
        HttpClientConfig times = HttpClientConfig.httpClientConfig()
                .setParam("http.socket.timeout", WAIT_MS)
                .setParam("http.connection.timeout", WAIT_MS);
        return RestAssured.given().config(RestAssuredConfig.config().httpClient(times));
    }

    private Socket begin(String head) throws IOException {
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(WAIT_MS);
        EdgeServer.write(socket, head + "\r\nHost: here\r\nConnection: close\r\nContent-Length: 10\r\n\r\n12345");
        return socket;
    }

    @Test
    void bodiesThatTrickleTakeNoWorkers() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (String head : OTHERS) {
                slow.add(begin(head));
            }
            for (int i = 0; i <= WORKERS; i++) {
                slow.add(begin(FORMS.get(i % FORMS.size())));
            }
            patient().get("/api/v1/dataflows").then().statusCode(200);
            patient().get("/en/").then().statusCode(200);
            patient().get("/q/health/ready").then().statusCode(200);
            Socket last = slow.get(slow.size() - 1);
            EdgeServer.write(last, "67890");
            assertTrue(EdgeServer.rest(last).startsWith("HTTP/1.1 "));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aHeadThatTricklesIsShed() throws Exception {
        patient().get("/en/").then().statusCode(200);
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(WAIT_MS);
            EdgeServer.write(socket, "GET / HTTP/1.1\r\nX-Slow: ");
            EdgeServer.accepted(vertx, socket);
            EdgeServer.sweepAfter(watch, vertx, Duration.ZERO);
            EdgeServer.write(socket, "x");
            EdgeServer.sweepAfter(watch, vertx, Duration.ofSeconds(61));
            assertEquals(-1, socket.getInputStream().read());
        }
    }

    /** The server's own timeout would cut requests in work. ConnectionWatchTest shows that the watch does not. */
    @Test
    void theServerHasNoIdleTimeoutOfItsOwn() {
        Duration timeout = ConfigProvider.getConfig().getValue("quarkus.http.idle-timeout", Duration.class);
        assertEquals(Duration.ZERO, timeout);
    }

    @Test
    void healthIsToldEvenIfAllWorkersAreBusy() throws Exception {
        CountDownLatch busy = new CountDownLatch(WORKERS);
        CountDownLatch release = new CountDownLatch(1);
        try {
            for (int i = 0; i < WORKERS; i++) {
                Infrastructure.getDefaultExecutor().execute(() -> {
                    busy.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            busy.await();
            assertEquals(200, patient().get("/q/health/live").statusCode());
            assertEquals(200, patient().get("/q/health/ready").statusCode());
        } finally {
            release.countDown();
        }
    }
}
