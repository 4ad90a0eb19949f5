package org.tipstats.bench.attack;

import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Attacks a running service with clients that send slowly, and prints how long others wait meanwhile:
 * {@code SlowClientsRun http://localhost:8080 [seconds [attacks]]}. Each attack lasts the given time, 40 seconds if none is
 * given. The attacks are "nobody bodies headers uploads".
 */
public final class SlowClientsRun {

    private static final int TRICKLING = 400;
    private static final int UPLOADING = 50;
    private static final int UPLOAD_RATE = 11_000;
    private static final int UPLOAD_BYTES = 2_000_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(12);
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private static final List<String> BODIES = List.of(
            "POST /api/v1/queries HTTP/1.1\r\nContent-Type: application/json",
            "POST /api/v1/data/VICTIMS HTTP/1.1\r\n" + FORM,
            "POST /en/sign-in HTTP/1.1\r\n" + FORM,
            "POST /en/check HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=xx",
            "POST /api/v1/validations?dataflow=VICTIMS HTTP/1.1\r\nContent-Type: text/csv",
            "POST /api/v1/submissions?dataflow=VICTIMS HTTP/1.1\r\nContent-Type: text/csv",
            "POST /sdmx/v1/data/VICTIMS HTTP/1.1\r\n" + FORM);

    private static final List<String> READ = List.of(
            "/en/", "/api/v1/dataflows", "/api/v1/data/VICTIMS?REF_AREA=AUT&TIME_PERIOD=2015", "/q/health/ready");
    private static final String FILE = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nAUT,_T,_T,_T,2016,12\n";

    private final URI service;
    private final Duration time;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final PrintStream out;

    private SlowClientsRun(URI service, Duration time, PrintStream out) {
        this.service = service;
        this.time = time;
        this.out = out;
    }

    public static void main(String... arguments) throws Exception {
        long seconds = arguments.length > 1 ? Long.parseLong(arguments[1]) : 40;
        SlowClientsRun run = new SlowClientsRun(URI.create(arguments[0]), Duration.ofSeconds(seconds), System.out);
        String which = arguments.length > 2 ? arguments[2] : "nobody bodies headers uploads";
        for (String attack : which.split(" ")) {
            switch (attack) {
                case "bodies" ->
                    run.attack(attack, heads("Content-Length: 100000\r\n\r\n"), "x", Duration.ofSeconds(5));
                case "headers" -> run.attack(attack, heads("X-Slow: "), "x", Duration.ofSeconds(5));
                case "uploads" -> run.attack(attack, uploads(), "x".repeat(UPLOAD_RATE), Duration.ofSeconds(1));
                default -> run.attack(attack, List.of(), "", Duration.ofSeconds(1));
            }
        }
    }

    private static List<String> heads(String end) {
        List<String> heads = new ArrayList<>();
        for (int i = 0; i < TRICKLING; i++) {
            heads.add(BODIES.get(i % BODIES.size()) + "\r\nHost: localhost\r\n" + end);
        }
        return heads;
    }

    private static List<String> uploads() {
        String length = "\r\nHost: localhost\r\nContent-Type: text/csv\r\nContent-Length: " + UPLOAD_BYTES + "\r\n\r\n";
        return Collections.nCopies(UPLOADING, "POST /api/v1/validations?dataflow=VICTIMS HTTP/1.1" + length);
    }

    /** Opens the connections, writes a piece to each at an interval, and measures other requests meanwhile. */
    private void attack(String name, List<String> heads, String piece, Duration every) throws Exception {
        ScheduledExecutorService attacker = Executors.newScheduledThreadPool(2);
        List<Socket> sockets = new ArrayList<>();
        Map<String, Integer> fates = new TreeMap<>();
        try {
            for (String head : heads) {
                Socket socket = new Socket(service.getHost(), service.getPort());
                socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
                sockets.add(socket);
            }
            byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
            attacker.scheduleAtFixedRate(
                    () -> sockets.forEach(socket -> write(socket, bytes)), 0, every.toMillis(), TimeUnit.MILLISECONDS);
            measure(name);
            attacker.shutdownNow();
            attacker.awaitTermination(1, TimeUnit.MINUTES);
            for (Socket socket : sockets) {
                fates.merge(fate(socket), 1, Integer::sum);
            }
            out.println("    the attackers: " + fates);
        } finally {
            attacker.shutdownNow();
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            // The service has closed the connection, which fate finds.
        }
    }

    private static String fate(Socket socket) {
        try {
            socket.setSoTimeout(1);
            byte[] start = socket.getInputStream().readNBytes(12);
            return start.length < 12 ? "closed" : new String(start, 9, 3, StandardCharsets.UTF_8);
        } catch (java.net.SocketTimeoutException e) {
            return "open";
        } catch (IOException e) {
            return "closed";
        }
    }

    private void measure(String name) throws InterruptedException {
        List<Long> times = new ArrayList<>();
        Map<String, Integer> statuses = new TreeMap<>();
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; System.nanoTime() < end; i++) {
            long begun = System.nanoTime();
            statuses.merge(send(i), 1, Integer::sum);
            times.add((System.nanoTime() - begun) / 1_000_000);
        }
        Collections.sort(times);
        out.printf(
                "%s: %d requests, p50 %d ms, p99 %d ms, longest %d ms, %s%n",
                name,
                times.size(),
                times.get(times.size() / 2),
                times.get(times.size() * 99 / 100),
                times.get(times.size() - 1),
                statuses);
    }

    /** Sends one of the requests of honest users, and every fifth time a file. */
    private String send(int number) throws InterruptedException {
        boolean upload = number % (READ.size() + 1) == READ.size();
        HttpRequest.Builder request = HttpRequest.newBuilder().timeout(TIMEOUT);
        if (upload) {
            request.uri(service.resolve("/api/v1/validations?dataflow=VICTIMS"))
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofString(FILE));
        } else {
            request.uri(service.resolve(READ.get(number % READ.size())));
        }
        try {
            return (upload ? "file " : "page ")
                    + client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }
}
