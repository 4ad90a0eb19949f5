package org.tipstats.start.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Serves a copy as any file server does: files with the media types of the manifest, and folders by their index. */
final class CopyServer implements AutoCloseable {

    private final HttpServer server;
    private final Path folder;
    private final Map<String, String> types = new HashMap<>();
    private final String policy;

    CopyServer(Path folder) throws IOException {
        this.folder = folder;
        JsonNode manifest =
                new JsonMapper().readTree(folder.resolve("manifest.json").toFile());
        manifest.path("files")
                .forEach(file -> types.put(
                        file.path("path").asText(), file.path("mediaType").asText()));
        // The policy of src/main/nginx/tipstats-copy.conf.
        policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                + " base-uri 'none'; form-action " + manifest.path("service").asText() + "; frame-ancestors 'none'";
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        String file = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
        if (types.containsKey(file)) {
            byte[] body = Files.readAllBytes(folder.resolve(file));
            exchange.getResponseHeaders().set("Content-Type", types.get(file));
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } else if (types.containsKey(file + "/index.html")) {
            exchange.getResponseHeaders().set("Location", "/" + path + "/");
            exchange.sendResponseHeaders(301, -1);
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
