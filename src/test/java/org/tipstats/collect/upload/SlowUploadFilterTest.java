package org.tipstats.collect.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.receive.Desk;

/** Starts a server of its own, because the service checks the rate of a body only after half a minute. */
class SlowUploadFilterTest {

    private Vertx vertx;
    private HttpServer server;

    private void start(Duration window, int bytesPerSecond) throws Exception {
        SlowUploadFilter filter = new SlowUploadFilter(TestUploads.config(window, bytesPerSecond));
        Router router = Router.router(vertx);
        router.route().handler(filter::watch);
        router.route()
                .handler(context -> context.request().body().onSuccess(body -> context.end(body.length() + " bytes")));
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @BeforeEach
    void open() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private Socket connect(String path, int length) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.actualPort());
        socket.setSoTimeout(20_000);
        write(
                socket,
                "POST " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: " + length
                        + "\r\n\r\n");
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String answer(Socket socket) throws IOException {
        try (InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.net.SocketException reset) {
            return "";
        }
    }

    @Test
    void aBodyThatStallsIsCutWithoutAnAnswer() throws Exception {
        start(Duration.ofMillis(100), 1_000);
        try (Socket socket = connect(Desk.VALIDATIONS, 1_000)) {
            write(socket, "x".repeat(50));
            assertEquals("", answer(socket));
        }
    }

    @Test
    void aBodyThatBeganWellAndThenStallsIsCutToo() throws Exception {
        start(Duration.ofMillis(100), 100_000);
        try (Socket socket = connect(Desk.SUBMISSIONS, 100_000)) {
            write(socket, "x".repeat(90_000));
            assertEquals("", answer(socket));
        }
    }

    @Test
    void aBodyThatIsFastEnoughIsTaken() throws Exception {
        start(Duration.ofMillis(100), 1_000);
        try (Socket socket = connect(Desk.VALIDATIONS, 100_000)) {
            write(socket, "x".repeat(100_000));
            assertTrue(answer(socket).endsWith("100000 bytes"));
        }
    }

    @Test
    void nothingIsCutBeforeItsTime() throws Exception {
        start(Duration.ofHours(1), 1_000_000);
        try (Socket socket = connect(Desk.VALIDATIONS, 10)) {
            write(socket, "x".repeat(5));
            write(socket, "x".repeat(5));
            assertTrue(answer(socket).endsWith("10 bytes"));
        }
    }

    @Test
    void onlyFilesAreWatched() throws Exception {
        start(Duration.ofMillis(100), 1_000);
        try (Socket slow = connect(Desk.VALIDATIONS, 10);
                Socket other = connect("/api/v1/accounts", 10)) {
            assertEquals("", answer(slow));
            write(other, "x".repeat(10));
            assertTrue(answer(other).endsWith("10 bytes"));
        }
    }
}
