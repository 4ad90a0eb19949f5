package org.tipstats.platform.cache;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.MultiMap;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.SignedIn;
import org.tipstats.platform.database.Database;

/** Answers that leave before the filters: to whom, with which headers of their own, and not after a change. */
@QuarkusTest
class ReadyAnswersTest extends CachedAnswersCase {

    /** A header that no filter adds shows that an answer left before them. */
    private static final String READY = "X-Ready";

    private static final int CHANGES = 20;

    @Inject
    Database database;

    /** Asks until the headers of the answer are known, and adds one to them. */
    private String ready(String path) {
        plain().get(path);
        String tag = plain().get(path).header("ETag");
        plain().header("If-None-Match", tag).get(path);
        mark(path, true);
        return tag;
    }

    /** Adds a header to those of the only answer that is known for a path. */
    private void mark(String path, boolean unchangedToo) {
        List<CachedAnswer> complete = cache.answers.asMap().entrySet().stream()
                .filter(each -> each.getKey().uri().equals(path))
                .map(Map.Entry::getValue)
                .filter(known -> known.sent().has(false)
                        && (!unchangedToo || known.sent().has(true)))
                .toList();
        assertEquals(1, complete.size());
        CachedAnswer known = complete.get(0);
        known.sent().keep(false, marked(known));
        if (unchangedToo) {
            known.sent().keep(true, marked(known));
        }
    }

    private static MultiMap marked(CachedAnswer known) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add(READY, "yes").add("Content-Language", "en");
        known.headers().forEach(headers::add);
        return headers;
    }

    @ParameterizedTest
    @CsvSource({
        "Accept-Encoding, identity",
        "Host, elsewhere.example",
        "Cookie, tipstats-theme=dark",
        "Cookie, tipstats-desk=1",
        "Accept-Language, fr",
        "Accept, text/html"
    })
    void aReadyAnswerIsTheOneForTheSameRequestAndForNoOther(String name, String value) {
        boolean isPlain = name.equals("Accept-Encoding");
        // A client that decodes says so, whatever the header.
        RestAssuredConfig config =
                isPlain ? config().decoderConfig(decoderConfig().noContentDecoders()) : config();
        Supplier<RequestSpecification> same = () -> (isPlain ? given() : given().header("Accept-Encoding", "gzip"))
                .config(config)
                .header("X-Request-Id", "same")
                .header(name, value);
        plain().get(PAGE);
        plain().get(PAGE);
        String others = plain().get(PAGE).asString();
        cache.answers.invalidateAll();
        Response made = same.get().get(PAGE);
        assertEquals(200, made.statusCode());
        same.get().get(PAGE);
        Response ready = same.get().get(PAGE);
        assertEquals(headers(made), headers(ready));
        assertEquals(made.asString(), ready.asString());
        mark(PAGE, false);
        Response marked = same.get().get(PAGE);
        assertEquals("yes", marked.header(READY));
        assertEquals(made.asString(), marked.asString());
        Response other = plain().get(PAGE);
        assertNull(other.header(READY));
        assertEquals(others, other.asString());
    }

    @Test
    void aReadyAnswerKnowsTheDateThatTheClientHas() {
        ready(DATA);
        String date = plain().get(DATA).header("Last-Modified");
        assertNotNull(date);
        Response known = plain().header("If-Modified-Since", date).get(DATA);
        assertEquals(304, known.statusCode());
        assertEquals("yes", known.header(READY));
        Response older = plain().header("If-Modified-Since", "Thu, 01 Jan 2015 00:00:00 GMT")
                .get(DATA);
        assertEquals(200, older.statusCode());
        assertEquals("yes", older.header(READY));
    }

    @Test
    void anAnswerWithItsHeadersLeavesBeforeTheFilters() {
        String tag = ready(DATA);
        assertEquals("yes", plain().get(DATA).header(READY));
        Response known = plain().header("If-None-Match", tag).get(DATA);
        assertEquals(304, known.statusCode());
        assertEquals("yes", known.header(READY));
    }

    @Test
    void eachAnswerHasAnIdOfItsOwn() {
        ready(DATA);
        assertEquals("same", plain().get(DATA).header("X-Request-Id"));
        String first = gzip("bad id!").get(DATA).header("X-Request-Id");
        Response second = gzip("bad id!").get(DATA);
        assertEquals("yes", second.header(READY));
        assertEquals(36, first.length());
        assertNotEquals(first, second.header("X-Request-Id"));
    }

    private static RequestSpecification gzip(String id) {
        return given().header("Accept-Encoding", "gzip").header("X-Request-Id", id);
    }

    @Test
    void aReadyPageSetsTheCookieOfItsLanguageIfTheBrowserDoesNotHaveIt() {
        ready(PAGE);
        Response page = plain().get(PAGE);
        assertEquals("yes", page.header(READY));
        assertEquals("en", page.cookie("tipstats-lang"));
        Response known = plain().cookie("tipstats-lang", "en").get(PAGE);
        assertEquals("yes", known.header(READY));
        assertNull(known.cookie("tipstats-lang"));
    }

    @Test
    void aRequestForSomethingElseDoesNotGetTheReadyAnswer() throws IOException {
        ready(DATA);
        assertNull(SignedIn.as(accounts.reviewer()).get(DATA).header(READY));
        assertNull(plain().header("Range", "values=0-1").get(DATA).header(READY));
        assertNull(plain().header("Accept", "text/csv").get(DATA).header(READY));
        assertNull(plain().head(DATA).header(READY));
        assertReady(exchange("127.0.0.1", "HTTP/1.1", ""));
        assertFalse(exchange("127.0.0.1", "HTTP/1.0", "").contains(READY));
    }

    @Test
    void whatTheFiltersRefuseIsRefused() throws IOException {
        ready(DATA);
        String longer = "X-Long: " + "x".repeat(20_000) + "\r\n";
        assertTrue(exchange("127.0.0.1", "HTTP/1.1", longer).startsWith("HTTP/1.1 431 "));
        // The address in %test.tipstats.trusted-proxies.
        String two = "X-Forwarded-For: 203.0.113.5, 203.0.113.6\r\n";
        assertTrue(exchange("127.0.0.9", "HTTP/1.1", two).startsWith("HTTP/1.1 400 "));
        String one = "X-Forwarded-For: 203.0.113.5\r\n";
        assertReady(exchange("127.0.0.9", "HTTP/1.1", one));
        assertTrue(
                exchange("127.0.0.9", "HTTP/1.1", "X-Forwarded-For: nobody\r\n").startsWith("HTTP/1.1 400 "));
    }

    @Test
    void requestsOfOneConnectionAreAnsweredInOrder() throws IOException {
        ready(DATA);
        String request = head("HTTP/1.1", "");
        String answers = exchange("127.0.0.1", request.repeat(20) + head("HTTP/1.1", "Connection: close\r\n"));
        assertEquals(21, answers.split(READY + ": yes", -1).length - 1, answers);
    }

    @Test
    void noChangeByAnotherInstanceIsMissed() {
        for (int i = 0; i < CHANGES; i++) {
            ready(DATA);
            database.update(
                    "insert into release_erratum (id, release_id, text, published_at, account, account_name)"
                            + " values (?, ?, '{\"en\":\"A wrong figure.\"}', ?, ?, 'other instance')",
                    UUID.randomUUID(),
                    id,
                    Instant.now(),
                    UUID.randomUUID());
            assertNull(plain().get(DATA).header(READY), "change " + i);
        }
    }

    private void assertReady(String answer) {
        assertTrue(answer.contains(READY), () -> answer + cache.answers.asMap().keySet());
    }

    private static String head(String version, String headers) {
        return "GET " + DATA + " " + version + "\r\nHost: 127.0.0.1:" + RestAssured.port
                + "\r\nAccept: */*\r\nAccept-Encoding: gzip\r\n" + headers + "\r\n";
    }

    private static String exchange(String from, String version, String headers) throws IOException {
        return exchange(from, head(version, "Connection: close\r\n" + headers));
    }

    private static String exchange(String from, String requests) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getByName("127.0.0.1"), RestAssured.port, InetAddress.getByName(from), 0)) {
            socket.setSoTimeout(300_000);
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
