package org.tipstats.start.export;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A website of a few pages that answers as the service does, and that a test can break. */
final class SmallSite implements AutoCloseable {

    private static final String API = "/api/v1/";

    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> faults = new ConcurrentHashMap<>();
    private final Map<String, Runnable> events = new ConcurrentHashMap<>();
    private final AtomicInteger busy = new AtomicInteger();

    SmallSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        String release =
                "{\"id\":\"r\",\"title\":\"R\",\"status\":\"PUBLISHED\",\"publishedAt\":\"2026-01-01T00:00:00Z\",\"contentHash\":\"ab\"}";
        put("/api/v1/releases", "{\"items\":[" + release + "],\"next\":null}");
        put("/api/v1/releases/r", release);
        put("/api/v1/dataflows", "{\"items\":[{\"id\":\"VICTIMS\"}]}");
        put("/api/v1/data/VICTIMS/codes?release=r", "{\"total\":3,\"codes\":{\"REF_AREA\":[{\"id\":\"AUT\"}]}}");
        put("/api/v1/data/VICTIMS?REF_AREA=AUT&release=r&limit=10000", "{\"next\":null}");
        put("/api/v1/data/VICTIMS?release=r&limit=10000", "{\"next\":\"more\"}");
        for (String usual : List.of("releases/r/manifest", "codelists", "catalogue.jsonld", "dataflows/VICTIMS")) {
            put(API + usual, "{}");
        }
        for (String usual : List.of("releases/r/bundle.zip", "feed.atom")) {
            put(API + usual, "bytes");
        }
        for (String format : List.of("xlsx", "parquet", "csv")) {
            put(API + "data/VICTIMS?release=r&format=" + format, "REF_AREA,OBS_VALUE\nAUT,1\n");
        }
        put(API + "data/VICTIMS?REF_AREA=AUT&release=r&format=csv", "REF_AREA,OBS_VALUE\nAUT,1\n");
        put(API + "series/VICTIMS?REF_AREA=AUT&release=r", "{}");
        put("/assets/1/base.js", "import { x } from './other.js';");
        put("/assets/1/other.js", "export const x = 1;");
        put(
                "/en/",
                page("/en/", "<a href='/en/areas/AUT'>Austria</a> <a href='/api/v1/data/VICTIMS?release=r'>All</a>"));
        put("/en/areas/AUT", page("/en/areas/AUT", "<a href='/en/'>Start</a> <a href='/en/nothing'>Nothing</a>"));
        put("/en/tabulate", page("/en/tabulate", ""));
        put("/en/problems", page("/en/problems", ""));
    }

    private String page(String address, String body) {
        return ("<!DOCTYPE html><html lang='en'><head><title>T</title>"
                        + "<link rel='alternate' hreflang='en' href='%s'><script src='/assets/1/base.js'></script>"
                        + "</head><body>%s<footer><div class='last'></div></footer></body></html>")
                .formatted(address() + address, body);
    }

    void put(String address, String answer) {
        answers.put(address, answer);
    }

    /** Answers an address with this status from now on. */
    void fail(String address, int status) {
        faults.put(address, status);
    }

    /** Does something when an address is asked for. */
    void when(String address, Runnable event) {
        events.put(address, event);
    }

    /** Has too much to do for so many requests. */
    void beBusy(int requests) {
        busy.set(requests);
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String address = exchange.getRequestURI().toString();
        events.getOrDefault(address, () -> {}).run();
        String answer = answers.get(address);
        int status = faults.getOrDefault(address, answer == null ? 404 : 200);
        if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            exchange.getResponseHeaders().set("Retry-After", "0");
            status = 503;
        }
        byte[] body = (answer == null ? "{}" : answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set(
                        "Content-Type",
                        answer != null && answer.startsWith("<") ? "text/html;charset=UTF-8" : "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
