package org.tipstats.disseminate.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.disseminate.data.PublishedSample.DATA;
import static org.tipstats.disseminate.data.PublishedSample.RELEASE;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;

/** Tests compressed replies, and that their tags differ from those of plain replies. */
@QuarkusTest
class PackedReadsTest {

    private static final String ASK_AGAIN = "public, max-age=0, must-revalidate";

    @Inject
    PublishedSample sample;

    @Inject
    TestReleases releases;

    @TestHTTPResource
    URI root;

    @BeforeEach
    void publish() {
        sample.publish();
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

    /** The server compresses these replies. */
    @ParameterizedTest
    @ValueSource(strings = {"coverage", "coverage/regions", "mirror/pairs", "data/VICTIMS/sources"})
    void repliesThatTheServerCompressesHaveATagOfTheirOwn(String path) throws IOException, InterruptedException {
        hasATagOfItsOwn("/api/v1/" + path + "?release=" + RELEASE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"releases/" + RELEASE + "/manifest", "dataflows/OFFENCES/template.csv"})
    void textsThatTheServerCompressesHaveATagOfTheirOwn(String path) throws IOException, InterruptedException {
        hasATagOfItsOwn("/api/v1/" + path);
    }

    private void hasATagOfItsOwn(String path) throws IOException, InterruptedException {
        URI address = root.resolve(path);
        HttpResponse<byte[]> plain = send(HttpRequest.newBuilder(address));
        HttpResponse<byte[]> packed = send(HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip"));
        assertEquals(List.of("gzip"), packed.headers().allValues("Content-Encoding"));
        String tag = packed.headers().firstValue("ETag").orElseThrow();
        assertNotEquals(plain.headers().firstValue("ETag").orElseThrow(), tag);
        HttpRequest.Builder again = HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip");
        assertEquals(304, send(again.header("If-None-Match", tag)).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "br", "gzip;q=0", "identity", "*;q=0"})
    void anEncodingThatIsNotMadeLeavesTheReplyAsItIs(String encoding) throws IOException, InterruptedException {
        URI address = root.resolve(DATA + "?release=" + RELEASE + "&REF_AREA=057,children(057)");
        HttpResponse<byte[]> plain = send(HttpRequest.newBuilder(address));
        HttpResponse<byte[]> other = send(HttpRequest.newBuilder(address).header("Accept-Encoding", encoding));
        assertFalse(other.headers().allValues("Content-Encoding").contains("gzip"));
        assertArrayEquals(plain.body(), other.body());
        assertEquals(plain.headers().firstValue("ETag"), other.headers().firstValue("ETag"));
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
            Response staff = releases.as(AccountRole.REVIEWER).get("/api/v1/releases" + path);
            assertEquals("no-store", staff.header("Cache-Control"));
            assertNull(staff.header("ETag"));
        }
    }

    @Test
    void overHttp2NothingIsPackedTwice() throws IOException, InterruptedException {
        URI address = root.resolve(DATA + "?release=" + RELEASE + "&REF_AREA=057,children(057)");
        HttpResponse<byte[]> plain = send(HttpRequest.newBuilder(address));
        HttpResponse<byte[]> second =
                send(HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip"), HttpClient.Version.HTTP_2);
        assertArrayEquals(plain.body(), second.body());
        assertEquals(plain.headers().firstValue("ETag"), second.headers().firstValue("ETag"));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return send(request, HttpClient.Version.HTTP_1_1);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request, HttpClient.Version version)
            throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().version(version).build();
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
