package org.tipstats.disseminate.data;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.disseminate.data.PublishedSample.DATA;
import static org.tipstats.disseminate.data.PublishedSample.ORGANS_2003;
import static org.tipstats.disseminate.data.PublishedSample.RELEASE;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.platform.access.AccountRole;

/** Tests headers for caches and replies to conditional requests. */
@QuarkusTest
class ConditionalReadsTest extends CachedReadsCase {

    private static final String QUERY = "?release=" + RELEASE + "&REF_AREA=PLW&UNIT_MEASURE=NUMBER&" + ORGANS_2003;

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
        assertEquals(NAMED, whole.header("Cache-Control"));
        for (String dependsOn : List.of("Accept", "Accept-Encoding", "Accept-Language", "Authorization")) {
            assertTrue(List.of(whole.header("Vary").split(", ")).contains(dependsOn), dependsOn);
        }

        for (RequestSpecification again : List.of(
                given().header("If-None-Match", tag),
                given().header("If-None-Match", "\"other\", " + tag),
                given().header("If-None-Match", "W/" + tag),
                given().header("If-None-Match", "*"),
                given().header("If-Modified-Since", http(publishedAt)))) {
            Response notModified = get(DATA + path + QUERY, again);
            assertEquals(304, notModified.statusCode());
            assertEquals("", notModified.asString());
            assertEquals(tag, notModified.header("ETag"));
        }
        for (RequestSpecification anew : List.of(
                given().header("If-None-Match", "\"other\""),
                given().header("If-None-Match", "\"other\"").header("If-Modified-Since", http(publishedAt)),
                given().header("If-Modified-Since", http(publishedAt.minusSeconds(1))),
                // The date of a later release, which was withdrawn.
                given().header("If-Modified-Since", http(publishedAt.plusSeconds(3600))),
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
                    NAMED, get(DATA + path + "?release=" + RELEASE, given()).header("Cache-Control"));
            assertEquals(ASK_AGAIN, get(DATA + path + "?REF_AREA=PLW", given()).header("Cache-Control"));
            assertEquals(
                    ASK_AGAIN, get(DATA + path + "?release=latest", given()).header("Cache-Control"));
            assertEquals(
                    ASK_AGAIN,
                    get(DATA + path + "?asOf=2199-01-01T00:00:00Z", given()).header("Cache-Control"));
        }
        assertEquals(ASK_AGAIN, get(DATA + past, given()).header("Cache-Control"));
        clock.later(Duration.ofHours(1));
        assertEquals(NAMED, get(DATA + past, given()).header("Cache-Control"));
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
        for (AccountRole role : List.of(AccountRole.REVIEWER, AccountRole.PUBLISHER)) {
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
}
