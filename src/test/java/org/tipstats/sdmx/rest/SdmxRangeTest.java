package org.tipstats.sdmx.rest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.sdmx.rest.SdmxSample.FLOW;
import static org.tipstats.sdmx.rest.SdmxSample.V1;
import static org.tipstats.sdmx.rest.SdmxSample.get;
import static org.tipstats.sdmx.rest.SdmxSample.rows;
import static org.tipstats.sdmx.rest.SdmxSample.text;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests requests for a range of an answer's observations. */
@QuarkusTest
class SdmxRangeTest {

    private static final String DATA = V1 + "/data/VICTIMS/A.LIE.._T._T.NUMBER?format=csvdata";
    private static final List<String> ADDRESSES = List.of(DATA, FLOW + "/A.LIE.*._T._T.NUMBER?format=csvdata");

    @Inject
    SdmxSample sample;

    @BeforeEach
    void publish() {
        sample.publish();
    }

    private static Response range(String address, String header, String range) {
        return get(address, given().header(header, range));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Range", "X-Range"})
    void partsPutTogetherAreTheWhole(String header) {
        for (String address : ADDRESSES) {
            Response whole = get(address);
            assertEquals(200, whole.statusCode());
            assertNull(whole.header("Content-Range"));
            List<String> all = rows(whole);
            assertTrue(all.size() > 6, all.toString());
            List<String> read = new ArrayList<>();
            for (int first = 0; first < all.size(); first += 3) {
                Response part = range(address, header, "values=" + first + "-" + (first + 2));
                assertEquals(206, part.statusCode());
                int last = Math.min(first + 2, all.size() - 1);
                assertEquals("values " + first + "-" + last + "/" + all.size(), part.header("Content-Range"));
                assertEquals(last - first + 1, rows(part).size());
                read.addAll(rows(part));
            }
            assertEquals(all, read);
            Response rest = range(address, header, "values=2-");
            assertEquals(all.subList(2, all.size()), rows(rest));
        }
    }

    /** The changes are a data set with what was removed, and one with what is new or other. */
    @Test
    void offsetAndLimitAreOfAllDataSetsTogether() {
        String changes = FLOW + "/A.LIE.*.*.*.NUMBER?format=csvdata&updatedAfter=" + sample.first();
        List<String> all = rows(get(changes));
        assertEquals(5, all.size(), all.toString());

        assertEquals(all.subList(0, 2), rows(get(changes + "&limit=2")));
        assertEquals(all.subList(1, 4), rows(get(changes + "&offset=1&limit=3")));
        String series = changes + "&attributes=none&measures=none";
        List<String> table = text(get(series)).lines().toList();
        assertEquals(
                List.of(table.get(0), table.get(2), table.get(3)),
                text(get(series + "&offset=1&limit=2")).lines().toList());
    }

    @Test
    void aPartHasATagOfItsOwn() {
        Response part = range(DATA, "X-Range", "values=0-1");
        assertNotEquals(get(DATA).header("ETag"), part.header("ETag"));
        assertNotEquals(range(DATA, "X-Range", "values=0-2").header("ETag"), part.header("ETag"));
        assertEquals(
                304,
                get(DATA, given().header("X-Range", "values=0-1").header("If-None-Match", part.header("ETag")))
                        .statusCode());
    }

    /** Checks RFC 9110, 13.1.5: a client with a part of another release must not get the next part of this one. */
    @Test
    void aRangeUnderAConditionIsPassedOver() {
        Response whole = get(DATA, given().header("X-Range", "values=0-1").header("If-Range", "\"another\""));
        assertEquals(200, whole.statusCode());
        assertEquals(rows(get(DATA)), rows(whole));
    }

    @Test
    void whatBeginsBehindTheLastOneIsRefused() {
        Response beyond = range(DATA, "X-Range", "values=1000000-1000001");
        assertEquals(416, beyond.statusCode());
        assertTrue(text(beyond).contains("<mes:ErrorMessage code=\"140\">"), text(beyond));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-10", "values=3-1", "values=-5", "values=a-b", "values=99999999999-", ""})
    void whatIsNoRangeOfObservationsIsPassedOver(String range) {
        Response whole = range(DATA, "X-Range", range);
        assertEquals(200, whole.statusCode());
        assertEquals(rows(get(DATA)), rows(whole));
    }

    @Test
    void pagesOfOtherOriginsMaySendAndReadThem() {
        Response preflight = given().header("Origin", "https://stats.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "x-range")
                .options(V1 + "/data/VICTIMS");
        assertTrue(preflight.header("Access-Control-Allow-Headers").contains("X-Range"));
        Response part =
                get(DATA, given().header("Origin", "https://stats.example").header("X-Range", "values=0-1"));
        assertTrue(part.header("Access-Control-Expose-Headers").contains("Content-Range"));
    }
}
