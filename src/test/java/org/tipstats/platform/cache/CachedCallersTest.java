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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;

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
    void anAnswerFromMemoryIsCountedUnderItsOperation() throws InterruptedException {
        plain().get(DATA);
        plant(DATA);
        long before = counted();
        for (int i = 0; i < ANSWERS; i++) {
            plain().get(DATA);
        }
        for (int wait = 0; wait < 100 && counted() < before + ANSWERS; wait++) {
            Thread.sleep(50);
        }
        assertTrue(counted() >= before + ANSWERS);
    }

    private long counted() {
        return meters.find("http.server.requests").tag("uri", "/api/v1/data/{dataflow}").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
