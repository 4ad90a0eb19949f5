package org.tipstats.platform.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.platform.storage.TemporaryFiles;

class BodyFilterTest {

    private static final int SMALL = 1_000;
    private static final int MEMORY = 3_000;
    private static final int DISK = 2_000_000;
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private BodyStore store;
    private EdgeServer server;

    private record Config(
            MemorySize small, Duration patience, int minimumRate, Duration longest, MemorySize memory, MemorySize disk)
            implements BodyConfig {}

    private static MemorySize size(long bytes) {
        return new MemorySize(BigInteger.valueOf(bytes));
    }

    private static BodyConfig config(Duration patience, long disk) {
        return new Config(size(SMALL), patience, 10_000, HOUR, size(MEMORY), size(disk));
    }

    private BodyFilter filter(BodyConfig config) {
        return filter(config, folder);
    }

    private BodyFilter filter(BodyConfig config, Path files) {
        store = new BodyStore(config, size(1_000_000), new TemporaryFiles(files));
        return new BodyFilter(store);
    }

    private void start(Duration patience) throws Exception {
        start(patience, DISK);
    }

    private void start(Duration patience, long disk) throws Exception {
        start(filter(config(patience, disk)));
    }

    private void start(BodyFilter filter) throws Exception {
        server = new EdgeServer(List.of(
                context -> filter.receive(context).subscribe().with(body -> echo(context, body), context::fail)));
    }

    /** Answers with the length of the body and its last character. */
    private static void echo(RoutingContext context, ReceivedBody body) {
        try {
            String text = new String(body.open().readAllBytes(), StandardCharsets.UTF_8);
            context.end(text.length() + text.substring(text.length() - 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void nothingStays() throws Exception {
        if (server != null) {
            server.close();
            assertEquals(0, store.held());
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    private Socket post(String headers, String body) throws IOException {
        Socket socket = server.connect();
        EdgeServer.write(socket, "POST / HTTP/1.1\r\nHost: here\r\n" + headers + "\r\n\r\n" + body);
        return socket;
    }

    private String answer(int length) throws IOException {
        String body = "x".repeat(length - 1) + "e";
        try (Socket socket = post("Connection: close\r\nContent-Length: " + length, body)) {
            return EdgeServer.rest(socket);
        }
    }

    @Test
    void bodiesOfAllSizesArrive() throws Exception {
        start(HOUR);
        for (int length : new int[] {1, SMALL, SMALL + 1, MEMORY + 1, 400_000}) {
            String answer = answer(length);
            assertTrue(answer.startsWith("HTTP/1.1 200 ") && answer.endsWith("\r\n" + length + "e"), answer);
        }
    }

    /**
     * In this version of the protocol, a request that has ended refuses to be paused. A frame has at most 16,384 bytes, so of
     * the longer bodies a part is written when the last bytes come.
     */
    @Test
    void bodiesOfAllSizesArriveByHttp2() throws Exception {
        start(HOUR);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        URI address = URI.create("http://127.0.0.1:" + server.port());
        for (int length : new int[] {1, SMALL, MEMORY + 1, 16_384 + 500, 400_000}) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofMinutes(1))
                            .POST(BodyPublishers.ofString("x".repeat(length - 1) + "e"))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(length + "e", answer.body());
            assertEquals(HttpClient.Version.HTTP_2, answer.version());
        }
    }

    @Test
    void aBodyInChunksArrives() throws Exception {
        start(HOUR);
        String piece = "190\r\n" + "x".repeat(400) + "\r\n";
        String body = piece.repeat(5) + "1\r\ne\r\n0\r\n\r\n";
        try (Socket socket = post("Connection: close\r\nTransfer-Encoding: chunked", body)) {
            assertTrue(EdgeServer.rest(socket).endsWith("\r\n2001e"));
        }
    }

    @Test
    void aClientThatAsksFirstIsToldToGoOn() throws Exception {
        start(HOUR);
        try (Socket socket = post("Connection: close\r\nExpect: 100-continue\r\nContent-Length: 1", "")) {
            String first = new String(socket.getInputStream().readNBytes(25), StandardCharsets.UTF_8);
            assertEquals("HTTP/1.1 100 Continue\r\n\r\n", first);
            EdgeServer.write(socket, "e");
            assertTrue(EdgeServer.rest(socket).endsWith("\r\n1e"));
        }
    }

    @Test
    void aBodyThatIsLateIsAnsweredAndTheConnectionClosed() throws Exception {
        start(Duration.ofMillis(100));
        for (String headers : new String[] {"Content-Length: 500", "Transfer-Encoding: chunked"}) {
            try (Socket socket = post(headers, "1\r\n")) {
                String answer = EdgeServer.rest(socket);
                assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
                assertTrue(answer.toLowerCase().contains("connection: close"), answer);
            }
        }
    }

    @Test
    void aBodyWithoutLengthThatIsTooLargeIsRefused() throws Exception {
        start(HOUR, 10 * DISK);
        String piece = "fffff\r\n" + "x".repeat(0xfffff) + "\r\n";
        try (Socket socket = post("Transfer-Encoding: chunked", piece + piece + "0\r\n\r\n")) {
            String answer = EdgeServer.rest(socket);
            assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        }
    }

    /** One address may have a quarter of the disk: 500,000 bytes. */
    @Test
    void aBodyForWhichThereIsNoRoomIsRefused() throws Exception {
        start(HOUR);
        String refused = answer(900_000);
        assertTrue(refused.startsWith("HTTP/1.1 429 "), refused);
        assertTrue(answer(400_000).endsWith("\r\n400000e"));
    }

    @Test
    void aBodyThatCannotBeWrittenIsAnswered() throws Exception {
        Path noFolder = Files.createFile(folder.resolve("file"));
        start(filter(config(HOUR, DISK), noFolder));
        String refused = answer(SMALL + 1);
        assertTrue(refused.startsWith("HTTP/1.1 503 "), refused);
        assertTrue(answer(SMALL).endsWith("\r\n" + SMALL + "e"));
        Files.delete(noFolder);
    }

    @Test
    void aBodyThatBreaksOffFreesItsRoom() throws Exception {
        start(HOUR);
        post("Content-Length: 900000", "x".repeat(200_000)).close();
        // The next ones would find no room beside it. The server hears of the end a moment later.
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!answer(400_000).endsWith("\r\n400000e")) {
            assertTrue(System.nanoTime() < end, "the room is not free");
        }
        for (int i = 0; i < 2; i++) {
            assertTrue(answer(400_000).endsWith("\r\n400000e"));
        }
    }

    @Test
    void theTimeGrowsWithTheLengthUpToALimit() {
        Config config = new Config(
                size(256_000), Duration.ofSeconds(30), 10_000, Duration.ofMinutes(30), size(MEMORY), size(DISK));
        filter(config);
        assertEquals(Duration.ofSeconds(30), store.deadline(0));
        assertEquals(Duration.ofSeconds(30), store.deadline(256_000));
        assertEquals(Duration.ofSeconds(130), store.deadline(1_000_000));
        assertEquals(Duration.ofMinutes(30), store.deadline(50_000_000));
    }
}
