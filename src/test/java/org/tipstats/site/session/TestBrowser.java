package org.tipstats.site.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a browser does when a person signs in: keeps cookies for each server, follows redirections, and fills in forms. It
 * sends cookies that are {@code Secure} to this machine, as browsers do.
 */
final class TestBrowser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\baction=\"([^\"]+)\"");
    private static final int MAX_REDIRECTIONS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final List<URI> visited = new ArrayList<>();
    private String stop;
    private URI last;

    HttpResponse<String> get(String address) {
        return follow(URI.create(address), null);
    }

    /** Fills in the only form of a page and sends it. */
    HttpResponse<String> send(HttpResponse<String> page, Map<String, String> fields) {
        Matcher form = FORM.matcher(page.body());
        assertTrue(form.find(), page.uri() + " has no form: " + page.body());
        return post(page.uri().resolve(form.group(1).replace("&amp;", "&")).toString(), fields);
    }

    HttpResponse<String> post(String address, Map<String, String> fields) {
        return follow(
                URI.create(address),
                fields.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    /** Follows no redirection to this path, until it is set to null. */
    void stopBefore(String path) {
        stop = path;
    }

    /** Returns the last address to which a redirection led, also if it led nowhere. */
    URI last() {
        return last;
    }

    /** Returns the addresses that were asked for, in their order. */
    List<URI> visited() {
        return visited;
    }

    String cookie(URI server, String name) {
        return jar(server).get(name);
    }

    private HttpResponse<String> follow(URI address, String form) {
        URI next = address;
        String body = form;
        for (int i = 0; i < MAX_REDIRECTIONS; i++) {
            last = next;
            visited.add(next);
            HttpResponse<String> answer = exchange(next, body);
            if (answer.statusCode() / 100 != 3) {
                return answer;
            }
            next = next.resolve(answer.headers().firstValue("Location").orElseThrow());
            if (next.getPath().equals(stop)) {
                last = next;
                return answer;
            }
            body = null;
        }
        throw new IllegalStateException("too many redirections: " + next);
    }

    private HttpResponse<String> exchange(URI address, String form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        Map<String, String> jar = jar(address);
        if (!jar.isEmpty()) {
            request.header(
                    "Cookie",
                    jar.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(line -> keep(jar, line));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void keep(Map<String, String> jar, String line) {
        String[] pair = line.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || line.contains("Max-Age=0")) {
            jar.remove(pair[0]);
        } else {
            jar.put(pair[0], pair[1]);
        }
    }

    private Map<String, String> jar(URI server) {
        return cookies.computeIfAbsent(server.getAuthority(), none -> new TreeMap<>());
    }
}
