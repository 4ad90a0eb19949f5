package org.tipstats.platform.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.platform.access.SignInService;

/** Sends requests as a proxy does, and as a client that claims to be one. The network address makes the difference. */
@QuarkusTest
class BehindProxyTest {

    /** The address in {@code %test.tipstats.trusted-proxies}. */
    private static final String PROXY = "127.0.0.9";

    private static final String OTHER = "127.0.0.8";

    private static final List<String> TLS = List.of("X-Forwarded-Proto: https", "X-Forwarded-For: 203.0.113.5");

    @ConfigProperty(name = "tipstats.tokens.failures-a-minute")
    int failuresAMinute;

    @Inject
    SignInService signIns;

    @TestHTTPResource("/")
    URI service;

    private String send(String from, String request, List<String> headers, String body) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getByName("127.0.0.1"), service.getPort(), InetAddress.getByName(from), 0)) {
            String text = request + " HTTP/1.1\r\nHost: 127.0.0.1:" + service.getPort()
                    + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + body.length() + "\r\n"
                    + String.join(
                            "", headers.stream().map(header -> header + "\r\n").toList());
            socket.getOutputStream().write((text + "\r\n" + body).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String get(String from, String path, List<String> headers) throws IOException {
        return send(from, "GET " + path, headers, "");
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ")[1]);
    }

    private static List<String> header(String answer, String name) {
        return answer.split("\r\n\r\n")[0]
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .toList();
    }

    private int wrongToken(String from, String client) throws IOException {
        return status(get(
                from, "/api/v1/accounts", List.of("Authorization: Bearer tip_wrong", "X-Forwarded-For: " + client)));
    }

    /** Counts so many mistakes that the next one is the last. Requests could take longer than the minute in which they count. */
    private void allButOne(String address) {
        for (int i = 1; i < failuresAMinute; i++) {
            signIns.noteRefused(address, null);
        }
    }

    @Test
    void aProxyNamesTheClientWhoseMistakesAreCounted() throws IOException {
        allButOne(PROXY);
        allButOne("203.0.113.1");
        for (int i = 1; i < 4; i++) {
            assertEquals(401, wrongToken(PROXY, "203.0.113." + i));
        }
        assertEquals(429, wrongToken(PROXY, "203.0.113.1"));
    }

    @Test
    void aClientCannotNameAnother() throws IOException {
        allButOne(OTHER);
        assertEquals(401, wrongToken(OTHER, "198.51.100.1"));
        assertEquals(429, wrongToken(OTHER, "198.51.100.2"));
    }

    @Test
    void aProxyThatLetsTheClientChooseIsRefused() throws IOException {
        assertEquals(400, status(get(PROXY, "/api/v1/limits", List.of("X-Forwarded-For: 198.51.100.1, 203.0.113.5"))));
        assertEquals(
                400,
                status(get(
                        PROXY,
                        "/api/v1/limits",
                        List.of("X-Forwarded-For: 198.51.100.1", "X-Forwarded-For: 203.0.113.5"))));
        assertEquals(200, status(get(OTHER, "/api/v1/limits", List.of("X-Forwarded-For: 198.51.100.1, 203.0.113.5"))));
        assertEquals(200, status(get(PROXY, "/api/v1/limits", TLS)));
    }

    @Test
    void aProxyMustNameAnAddress() throws IOException {
        for (String name : List.of("203.0.113.256", "unknown", "client.example")) {
            assertEquals(400, status(get(PROXY, "/api/v1/limits", List.of("X-Forwarded-For: " + name))), name);
        }
        assertEquals(200, status(get(PROXY, "/api/v1/limits", List.of("X-Forwarded-For: 2001:db8::1"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/q/swagger-ui"})
    void aRedirectNamesNeitherSchemeNorHost(String path) throws IOException {
        String plain = get(OTHER, path, List.of());
        String proxied = get(PROXY, path, TLS);
        for (String answer : List.of(plain, proxied)) {
            assertEquals(1, header(answer, "location").size(), answer);
            assertTrue(header(answer, "location").get(0).startsWith("/"), answer);
        }
        assertEquals(header(plain, "location"), header(proxied, "location"));
    }

    @Test
    void cookiesBehindTlsAreSentOverTlsOnly() throws IOException {
        String page = get(PROXY, "/en/sign-in", TLS);
        String cookie = header(page, "set-cookie").stream()
                .filter(line -> line.startsWith("__Host-tipstats="))
                .findFirst()
                .orElseThrow();
        assertTrue(cookie.contains("; Secure"), cookie);
        String theme = send(PROXY, "POST /en/theme", TLS, "theme=dark&back=/en/about");
        assertEquals(List.of("/en/about"), header(theme, "location"));
        for (String line : header(theme, "set-cookie")) {
            assertTrue(line.contains("Secure"), line);
        }
        for (String line : header(page, "set-cookie")) {
            assertTrue(line.contains("Secure"), line);
        }
    }

    @Test
    void onlyAnswersOverTlsAskForTlsInFuture() throws IOException {
        assertEquals(List.of("max-age=31536000"), header(get(PROXY, "/en/about", TLS), "strict-transport-security"));
        assertEquals(List.of(), header(get(OTHER, "/en/about", TLS), "strict-transport-security"));
        assertEquals(List.of(), header(get(PROXY, "/en/about", List.of()), "strict-transport-security"));
    }

    @Test
    void aPageLinksToTheHostThatTheProxyNames() throws IOException {
        List<String> named = List.of("X-Forwarded-Proto: https", "X-Forwarded-Host: stats.example.org");
        assertTrue(get(PROXY, "/en/about", named).contains("https://stats.example.org/fr/about"));
        assertFalse(get(OTHER, "/en/about", named).contains("stats.example.org"));
    }
}
