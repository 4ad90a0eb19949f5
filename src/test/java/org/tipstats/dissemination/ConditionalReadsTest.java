package org.tipstats.dissemination;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.dissemination.PublishedSample.DATA;
import static org.tipstats.dissemination.PublishedSample.ORGANS_2003;
import static org.tipstats.dissemination.PublishedSample.RELEASE;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.access.Role;
import org.tipstats.release.TestReleases;

/** What caches and repeated reads are given. */
@QuarkusTest
class ConditionalReadsTest {

    private static final String QUERY = "?release=" + RELEASE + "&REF_AREA=PLW&UNIT_MEASURE=NUMBER&" + ORGANS_2003;

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "public, max-age=0, must-revalidate";

    @Inject
    PublishedSample sample;

    @Inject
    TestReleases releases;

    @TestHTTPResource
    URI root;

    private Instant publishedAt;

    @BeforeEach
    void publish() {
        publishedAt = sample.publish();
    }

    private static Response get(String path, RequestSpecification request) {
        return request.urlEncodingEnabled(false).get(path);
    }

    private static String http(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/codes", "/provenance"})
    void aReadIsAnsweredWithTagAndDateAndNotTwice(String path) {
        Response whole = get(DATA + path + QUERY, given());
        String tag = whole.header("ETag");
        assertTrue(tag.matches("\"[0-9a-f]{32}(-gzip)?\""), tag);
        Instant modified = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(whole.header("Last-Modified")));
        assertEquals(publishedAt.truncatedTo(ChronoUnit.SECONDS), modified);
        assertEquals(FOR_EVER, whole.header("Cache-Control"));
        for (String dependsOn : List.of("Accept", "Accept-Encoding", "Accept-Language", "Authorization")) {
            assertTrue(List.of(whole.header("Vary").split(", ")).contains(dependsOn), dependsOn);
        }

        for (RequestSpecification again : List.of(
                given().header("If-None-Match", tag),
                given().header("If-None-Match", "\"other\", " + tag),
                given().header("If-None-Match", "W/" + tag),
                given().header("If-None-Match", "*"),
                given().header("If-Modified-Since", http(publishedAt)),
                given().header("If-Modified-Since", http(publishedAt.plusSeconds(3600))))) {
            Response notModified = get(DATA + path + QUERY, again);
            assertEquals(304, notModified.statusCode());
            assertEquals("", notModified.asString());
            assertEquals(tag, notModified.header("ETag"));
        }
        for (RequestSpecification anew : List.of(
                given().header("If-None-Match", "\"other\""),
                given().header("If-None-Match", "\"other\"").header("If-Modified-Since", http(publishedAt)),
                given().header("If-Modified-Since", http(publishedAt.minusSeconds(1))),
                given().header("If-Modified-Since", "nonsense"))) {
            Response full = get(DATA + path + QUERY, anew);
            assertEquals(200, full.statusCode());
            assertEquals(whole.asString(), full.asString());
        }
    }

    @Test
    void everyDifferentAnswerHasADifferentTag() {
        Set<String> tags = new HashSet<>();
        List<String> different = List.of(
                "",
                "&format=csv",
                "&format=csv&header=plain",
                "&format=csv&raw=true",
                "&labels=name",
                "&labels=both&format=csv",
                "&labels=name&lang=fr",
                "&limit=1",
                "&cursor=MQ",
                "&SEX=_T");
        for (String more : different) {
            String query = more.equals("&SEX=_T") ? QUERY.replace("ORG", "OTH_SOLDIER") : QUERY + more;
            tags.add(get(DATA + query, given()).header("ETag"));
        }
        assertEquals(different.size(), tags.size());
        assertEquals(
                get(DATA + "/codes" + QUERY, given()).header("ETag"),
                get(DATA + "/codes" + QUERY + "&lang=en", given()).header("ETag"));
        assertNotEquals(
                get(DATA + "/codes" + QUERY, given()).header("ETag"),
                get(DATA + "/codes" + QUERY + "&lang=fr", given()).header("ETag"));
    }

    @Test
    void whatIsAskedOfANamedReleaseIsKeptForEverAndOfTheLatestAskedForAgain() {
        String past = "?asOf=" + publishedAt + "&limit=1";
        for (String path : List.of("", "/codes")) {
            assertEquals(
                    FOR_EVER, get(DATA + path + "?release=" + RELEASE, given()).header("Cache-Control"));
            assertEquals(ASK_AGAIN, get(DATA + path + "?REF_AREA=PLW", given()).header("Cache-Control"));
            assertEquals(
                    ASK_AGAIN, get(DATA + path + "?release=latest", given()).header("Cache-Control"));
            assertEquals(
                    ASK_AGAIN,
                    get(DATA + path + "?asOf=2199-01-01T00:00:00Z", given()).header("Cache-Control"));
        }
        assertEquals(FOR_EVER, get(DATA + past, given()).header("Cache-Control"));
    }

    @Test
    void releasesAndTheirChangesAreTaggedForEveryone() throws IOException, InterruptedException {
        for (String path : List.of("", "/" + RELEASE, "/" + RELEASE + "/changes")) {
            URI address = root.resolve("/api/v1/releases" + path);
            HttpResponse<byte[]> plain = send(HttpRequest.newBuilder(address));
            HttpResponse<byte[]> packed = send(HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip"));
            assertArrayEquals(
                    plain.body(), new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
            String tag = plain.headers().firstValue("ETag").orElseThrow();
            assertNotEquals(tag, packed.headers().firstValue("ETag").orElseThrow());
            assertEquals(ASK_AGAIN, plain.headers().firstValue("Cache-Control").orElseThrow());
            assertEquals(
                    304,
                    send(HttpRequest.newBuilder(address).header("If-None-Match", tag))
                            .statusCode());
            Response staff = releases.as(Role.REVIEWER).get("/api/v1/releases" + path);
            assertEquals("no-store", staff.header("Cache-Control"));
            assertNull(staff.header("ETag"));
        }
    }

    @Test
    void theLatestReleaseChangesTheTag() {
        String latest = DATA + "?REF_AREA=PLW&UNIT_MEASURE=NUMBER&" + ORGANS_2003;
        releases.publish("tagged-1");
        String tag = get(latest, given()).header("ETag");
        assertEquals(304, get(latest, given().header("If-None-Match", tag)).statusCode());
        releases.publish("tagged-2");
        Response anew = get(latest, given().header("If-None-Match", tag));
        assertEquals(200, anew.statusCode());
        assertNotEquals(tag, anew.header("ETag"));
    }

    @Test
    void whatOnlySomeMaySeeIsNeverKept() {
        releases.draft("untagged-1", null);
        for (Role role : List.of(Role.REVIEWER, Role.PUBLISHER)) {
            for (String path : List.of("", "/codes", "/provenance")) {
                Response draft = get(DATA + path + QUERY.replace(RELEASE, "untagged-1"), releases.as(role));
                assertEquals(200, draft.statusCode());
                assertEquals("no-store", draft.header("Cache-Control"));
                assertNull(draft.header("ETag"));
            }
            Response names = get(DATA + "/provenance" + QUERY, releases.as(role));
            assertTrue(names.asString().contains("submittedBy"), names.asString());
            assertEquals("no-store", names.header("Cache-Control"));
            assertNull(names.header("ETag"));
        }
        assertEquals("no-store", get(DATA + "?release=nothing", given()).header("Cache-Control"));
        assertEquals("no-store", get(DATA + "?nothing=1", given()).header("Cache-Control"));
    }

    @Test
    void headIsGetWithoutABody() {
        for (String path : List.of("", "/codes", "/provenance")) {
            Response whole = get(DATA + path + QUERY, given());
            Response head = given().urlEncodingEnabled(false).head(DATA + path + QUERY);
            assertEquals(200, head.statusCode());
            assertEquals("", head.asString());
            for (String header : List.of("Content-Type", "ETag", "Last-Modified", "Cache-Control", "Vary")) {
                assertEquals(withoutCharset(whole.header(header)), withoutCharset(head.header(header)), header);
            }
        }
        assertEquals(404, given().head(DATA + "?release=nothing").statusCode());
    }

    private static String withoutCharset(String header) {
        return header.replace(";charset=UTF-8", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&format=json", "&format=csv", "&format=csv&header=plain"})
    void bodiesAreCompressedForThoseWhoCanReadThat(String format) throws IOException, InterruptedException {
        URI address = root.resolve(DATA + "?release=" + RELEASE + "&REF_AREA=057,children(057)" + format);
        HttpResponse<byte[]> plain = send(HttpRequest.newBuilder(address));
        HttpResponse<byte[]> packed = send(HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip"));
        assertEquals(List.of("gzip"), packed.headers().allValues("Content-Encoding"));
        assertEquals(
                packed.headers().firstValue("ETag").orElseThrow(),
                plain.headers().firstValue("ETag").orElseThrow().replaceFirst("\"$", "-gzip\""));
        assertEquals(List.of(), plain.headers().allValues("Content-Encoding"));
        assertTrue(packed.body().length < plain.body().length / 2);
        assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "br", "gzip;q=0", "identity", "*;q=0"})
    void anEncodingThatIsNotMadeLeavesTheReplyAsItIs(String encoding) throws IOException, InterruptedException {
        URI address = root.resolve(DATA + "?release=" + RELEASE + "&REF_AREA=057,children(057)");
        HttpResponse<byte[]> plain = send(HttpRequest.newBuilder(address));
        HttpResponse<byte[]> other = send(HttpRequest.newBuilder(address).header("Accept-Encoding", encoding));
        assertEquals(List.of(), other.headers().allValues("Content-Encoding"));
        assertArrayEquals(plain.body(), other.body());
        assertEquals(plain.headers().firstValue("ETag"), other.headers().firstValue("ETag"));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
