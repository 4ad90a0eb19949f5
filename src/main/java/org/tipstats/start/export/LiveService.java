package org.tipstats.start.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/**
 * The running service as a reader without an account sees it. Requests have no cookies and no token, and get the
 * language that is in the path.
 */
final class LiveService {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Statuses of a service that is too busy at the moment. */
    private static final Set<Integer> BUSY = Set.of(429, 503);

    private static final int MAX_TRIES = 10;
    private static final int OK = 200;
    private static final int TOO_LARGE = 413;
    private static final int MAX_WAIT_SECONDS = 30;

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String address;

    /** @param address scheme, host and port of the service */
    LiveService(String address) {
        this.address = address;
    }

    /**
     * An answer of the service.
     *
     * @param type the media type with its parameters; empty without a body
     */
    record Answer(int status, String type, byte[] body) {

        boolean isGood() {
            return status == OK;
        }

        /** Returns whether the answer exists but is too large to be sent at once. */
        boolean isTooLarge() {
            return status == TOO_LARGE;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        boolean isPage() {
            return type.startsWith("text/html");
        }

        /** Returns the body as JSON; a node without members if the body is not JSON. */
        JsonNode json() {
            try {
                return JSON.readTree(text());
            } catch (JsonProcessingException e) {
                return JSON.createObjectNode();
            }
        }
    }

    /**
     * Requests an address. Waits while the service is too busy.
     *
     * @param path the path with its query
     * @throws ExportFailedException if the service does not answer, answers that it has a fault, or stays too busy
     */
    Answer get(String path) {
        for (int attempt = 1; ; attempt++) {
            HttpResponse<byte[]> response = send(path);
            int status = response.statusCode();
            if (BUSY.contains(status) && attempt < MAX_TRIES) {
                pause(response);
            } else if (status >= 500 || BUSY.contains(status)) {
                throw ExportFailedException.broken("The service answered " + status + " for " + path + ".");
            } else {
                String type = response.headers().firstValue("Content-Type").orElse("");
                return new Answer(status, type, response.body());
            }
        }
    }

    /**
     * Requests an address that every service must have.
     *
     * @throws ExportFailedException if the service does not have the address, does not answer, or has a fault
     */
    Answer required(String path) {
        Answer answer = get(path);
        if (!answer.isGood()) {
            throw missing(path, answer);
        }
        return answer;
    }

    /** Returns the exception for a missing address that every copy needs. */
    static ExportFailedException missing(String path, Answer answer) {
        return ExportFailedException.broken(
                "The service answered " + answer.status() + " for " + path + ", which every copy must have.");
    }

    private HttpResponse<byte[]> send(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                    .header("Accept", CopyAddress.of(path).isPage() ? "text/html" : "*/*")
                    .timeout(PATIENCE)
                    .build();
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException | IllegalArgumentException e) {
            throw ExportFailedException.broken("The service does not answer at " + address + path + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ExportFailedException.broken("The export was interrupted.");
        }
    }

    private static void pause(HttpResponse<byte[]> busy) {
        long seconds = busy.headers().firstValueAsLong("Retry-After").orElse(1);
        try {
            Thread.sleep(Duration.ofSeconds(Math.min(seconds, MAX_WAIT_SECONDS)).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ExportFailedException.broken("The export was interrupted.");
        }
    }
}
