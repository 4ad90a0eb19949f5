package org.tipstats.platform.cache;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.http.SecurityHeadersFilter.EmbeddablePage;

/** Answers from memory go only to callers for whom they were made, and are counted like others. */
@QuarkusTest
class CachedCallersTest extends CachedAnswersCase {

    private static final int ANSWERS = 20;

    @Inject
    MeterRegistry meters;

    @Test
    void answersToPersonsAreNeitherKeptNorTakenFromMemory() {
        String drafted = id + "-draft";
        releases.draft(drafted, null);
        String data = DATA + "&release=" + drafted;
        SignedIn.as(accounts.reviewer()).get(data).then().statusCode(200).header("Cache-Control", "no-store");
        plain().get(data).then().statusCode(404);
        SignedIn.as(accounts.reviewer()).get(data).then().statusCode(200);

        plain().get(DATA).then().statusCode(200);
        plant(DATA);
        SignedIn.as(accounts.reviewer()).get(DATA).then().statusCode(200).body(not(containsString(MARK)));
        given().header("Authorization", "Bearer wrong").get(DATA).then().statusCode(401);
        plain().header("Range", "values=0-1").get(DATA).then().body(not(containsString(MARK)));
        plain().head(DATA).then().statusCode(200);
    }

    @Test
    void aPageDependsOnItsCookiesItsHostAndItsEncoding() {
        plain().get(PAGE).then().body(not(containsString("data-theme=\"dark\"")), containsString("/en/sign-in"));
        plain().cookie("tipstats-theme", "dark").get(PAGE).then().body(containsString("data-theme=\"dark\""));
        plain().cookie("tipstats-desk", "1").get(PAGE).then().body(containsString("\"/en/desk\""));
        plain().get(PAGE).then().body(not(containsString("data-theme=\"dark\"")), not(containsString("\"/en/desk\"")));
        plain().header("Host", "elsewhere.example").get(PAGE).then().body(containsString("http://elsewhere.example/"));
        plain().get(PAGE).then().body(not(containsString("elsewhere.example")));
        plain().header("Accept", "application/pdf").get(PAGE).then().statusCode(406);
    }

    @Test
    void whoAcceptsNoGzipGetsAPlainPage() throws IOException, InterruptedException {
        plain().get(PAGE).then().header("Content-Encoding", "gzip");
        URI address = URI.create("http://localhost:" + RestAssured.port + PAGE);
        HttpRequest silent = HttpRequest.newBuilder(address)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        HttpRequest identity = HttpRequest.newBuilder(address)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Accept-Encoding", "identity")
                .build();
        for (HttpRequest request : List.of(silent, silent, identity, identity)) {
            HttpResponse<String> page = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertEquals(List.of(), page.headers().allValues("Content-Encoding"));
            assertTrue(page.body().endsWith("</html>\n"), page.body());
            assertTrue(page.headers().firstValue("ETag").orElseThrow().matches("\"[0-9a-f]{32}\""));
        }
        HttpRequest other = HttpRequest.newBuilder(address)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Accept-Encoding", "br")
                .build();
        HttpResponse<String> made = HttpClient.newHttpClient().send(other, BodyHandlers.ofString());
        assertTrue(made.headers().firstValue("ETag").isEmpty());
    }

    @Test
    void theCookieOfTheLanguageIsSetAgainFromMemory() {
        plain().get(PAGE);
        Response second = plain().get(PAGE);
        assertEquals("en", second.cookie("tipstats-lang"));
        assertNull(plain().cookie("tipstats-lang", "en").get(PAGE).cookie("tipstats-lang"));
    }

    @Test
    void aPageThatTheBrowserHasSetsTheCookieOfItsLanguageToo() {
        String french = "/fr/areas/AUT";
        String tag = plain().get(french).header("ETag");
        plain().get(PAGE);
        for (boolean cached : List.of(true, false)) {
            Response known = plain().cookie("tipstats-lang", "en")
                    .header("If-None-Match", tag)
                    .get(french);
            assertEquals(304, known.statusCode());
            assertEquals("fr", known.cookie("tipstats-lang"), "from memory: " + cached);
            assertTrue(known.headers().getValues("Vary").contains("Cookie"));
            assertEquals("no-cache", known.header("Cache-Control"));
            assertNull(known.header("X-Frame-Options"));
            cache.answers.invalidateAll();
        }
    }

    @Test
    void anEmbeddedPageThatTheBrowserHasSetsNoCookie() {
        String path = "/fr/data/VICTIMS/embed" + FIGURES + "&release=" + id;
        String tag = plain().get(path).header("ETag");
        for (boolean cached : List.of(true, false)) {
            Response known = plain().header("If-None-Match", tag).get(path);
            assertEquals(304, known.statusCode());
            assertNull(known.cookie("tipstats-lang"), "from memory: " + cached);
            assertEquals(EmbeddablePage.POLICY, known.header("Content-Security-Policy"));
            cache.answers.invalidateAll();
        }
    }

    @Test
    void aBodyThatNobodyReadsDoesNotBlockItsConnection() throws IOException {
        String request = "GET " + DATA + " HTTP/1.1\r\nHost: localhost:" + RestAssured.port
                + "\r\nAccept-Encoding: gzip\r\n%s\r\n";
        exchange(request.formatted("Connection: close\r\n"));
        cache.answers
                .asMap()
                .replaceAll((key, known) -> new CachedAnswer("older", known.template(), known.headers(), known.body()));
        String answers = exchange(request.formatted("Content-Length: 5\r\n") + "12345"
                + request.formatted("Content-Length: 0\r\n") + request.formatted("Connection: close\r\n"));
        assertEquals(3, answers.split("HTTP/1.1 200 OK", -1).length - 1, answers);
    }

    private static String exchange(String requests) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(300_000);
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void anAnswerFromMemoryIsCountedUnderItsOperation() throws InterruptedException {
        plain().get(DATA);
        plant(DATA);
        long before = counted();
        for (int i = 0; i < ANSWERS; i++) {
            plain().get(DATA);
        }
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (counted() < before + ANSWERS) {
            assertTrue(System.nanoTime() < end, "the answers are not counted");
            Thread.sleep(50);
        }
    }

    private long counted() {
        return meters.find("http.server.requests").tag("uri", "/api/v1/data/{dataflow}").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
