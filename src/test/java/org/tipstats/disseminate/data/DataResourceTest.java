package org.tipstats.disseminate.data;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.disseminate.data.PublishedSample.DATA;
import static org.tipstats.disseminate.data.PublishedSample.ORGANS_2003;
import static org.tipstats.disseminate.data.PublishedSample.RELEASE;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;

/** Tests queries and their replies in JSON. */
@QuarkusTest
class DataResourceTest {

    private static final String OF_RELEASE = DATA + "?release=" + RELEASE;
    private static final String MICRONESIA = "REF_AREA=057,PLW,MHL,KIR,FSM,NRU,GUM";

    @Inject
    PublishedSample sample;

    @Inject
    TestReleases releases;

    private Instant publishedAt;

    @BeforeEach
    void publish() {
        publishedAt = sample.publish();
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false).get(path);
    }

    private static ValidatableResponse ask(String query) {
        return get(OF_RELEASE + "&" + query).then().statusCode(200);
    }

    private static List<String> areas(String query) {
        return ask(query).extract().path("observations.REF_AREA");
    }

    private String envelope(int total, String observations) {
        return "{\"release\":\"sample-1\",\"publishedAt\":\"" + publishedAt + "\",\"dataflow\":\"VICTIMS\",\"total\":"
                + total + ",\"observations\":[" + observations + "],\"next\":null}";
    }

    private static String observation(String area, String exploitation, String unit, String rest) {
        return "{\"FREQ\":\"A\",\"REF_AREA\":\"" + area + "\",\"SEX\":\"_T\",\"AGE\":\"_T\",\"EXPLOITATION\":\""
                + exploitation + "\",\"UNIT_MEASURE\":\"" + unit + "\",\"TIME_PERIOD\":\"2003\"," + rest + "}";
    }

    private static String organs(String area, String unit, String rest) {
        return observation(area, "ORG", unit, rest);
    }

    @Test
    void countsHaveTheirFieldsInOrderAndNoneThatDoesNotApply() {
        String expected = Stream.of(
                        organs(
                                "057",
                                "NUMBER",
                                "\"OBS_VALUE\":15,\"OBS_STATUS\":\"A\",\"LOWER_BOUND\":15,\"UPPER_BOUND\":19,"
                                        + "\"N_AREAS\":8,\"N_REPORTING\":5,\"N_MASKED\":1,\"POP_COVERAGE\":62.5"),
                        organs("FSM", "NUMBER", "\"OBS_VALUE\":0,\"OBS_STATUS\":\"A\""),
                        organs("GUM", "NUMBER", "\"OBS_VALUE\":null,\"OBS_STATUS\":\"M\""),
                        organs("KIR", "NUMBER", "\"OBS_VALUE\":null,\"OBS_STATUS\":\"Q\",\"CONF_STATUS\":\"A\""),
                        organs("MHL", "NUMBER", "\"OBS_VALUE\":null,\"OBS_STATUS\":\"Q\",\"CONF_STATUS\":\"C\""),
                        organs("NRU", "NUMBER", "\"OBS_VALUE\":null,\"OBS_STATUS\":\"L\""),
                        organs(
                                "PLW",
                                "NUMBER",
                                "\"OBS_VALUE\":12,\"OBS_STATUS\":\"A\",\"COMMENT\":\"=HYPERLINK(\\\"http://x.example\\\"),"
                                        + " said\\n\\\"Police\\\"\",\"SOURCE_AGENCY\":\"-Police\""))
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        Response response = get(OF_RELEASE + "&" + MICRONESIA + "&" + ORGANS_2003 + "&UNIT_MEASURE=NUMBER");
        assertEquals(envelope(7, expected), response.asString());
        assertEquals("application/json", response.contentType());
    }

    @Test
    void ratesHaveFourDecimalsAndAreWithheldWithTheirCount() {
        String expected = Stream.of(
                        organs(
                                "057",
                                "PER_100000_POP",
                                "\"OBS_VALUE\":6.0000,\"OBS_STATUS\":\"A\",\"LOWER_BOUND\":6.0000,\"UPPER_BOUND\":7.6000,"
                                        + "\"N_AREAS\":8,\"N_REPORTING\":5,\"N_MASKED\":1,\"POP_COVERAGE\":62.5"),
                        organs("FSM", "PER_100000_POP", "\"OBS_VALUE\":0.0000,\"OBS_STATUS\":\"A\""),
                        organs(
                                "KIR",
                                "PER_100000_POP",
                                "\"OBS_VALUE\":null,\"OBS_STATUS\":\"Q\",\"CONF_STATUS\":\"A\""),
                        organs(
                                "MHL",
                                "PER_100000_POP",
                                "\"OBS_VALUE\":null,\"OBS_STATUS\":\"Q\",\"CONF_STATUS\":\"C\""),
                        organs("PLW", "PER_100000_POP", "\"OBS_VALUE\":60.0000,\"OBS_STATUS\":\"A\""))
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        assertEquals(
                envelope(5, expected),
                get(OF_RELEASE + "&" + MICRONESIA + "&" + ORGANS_2003 + "&UNIT_MEASURE=PER_100000_POP")
                        .asString());
    }

    @Test
    void aSmallAggregateHasNeitherValueNorBoundsNorRate() {
        String withheld = "\"OBS_VALUE\":null,\"OBS_STATUS\":\"Q\",\"CONF_STATUS\":\"C\"";
        String coverage = ",\"N_AREAS\":8,\"N_REPORTING\":2,\"N_MASKED\":0,\"POP_COVERAGE\":17.5";
        String expected = Stream.of(
                        observation("057", "OTH_SOLDIER", "NUMBER", withheld + coverage),
                        observation("057", "OTH_SOLDIER", "PER_100000_POP", withheld + coverage),
                        observation("MHL", "OTH_SOLDIER", "NUMBER", withheld),
                        observation("MHL", "OTH_SOLDIER", "PER_100000_POP", withheld),
                        observation("PLW", "OTH_SOLDIER", "NUMBER", withheld),
                        observation("PLW", "OTH_SOLDIER", "PER_100000_POP", withheld))
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        assertEquals(
                envelope(6, expected),
                get(OF_RELEASE + "&" + MICRONESIA + "&EXPLOITATION=OTH_SOLDIER&TIME_PERIOD=2003")
                        .asString());
    }

    @Test
    void noSmallCountOfPersonsIsInAnyReply() {
        for (String dataflow : List.of("VICTIMS", "PERSONS", "OFFENCES")) {
            String next = "/api/v1/data/" + dataflow + "?UNIT_MEASURE=NUMBER&limit=10000";
            List<Object> observations = TestReleases.pages(next, "observations");
            assertTrue(dataflow.equals("VICTIMS") ? observations.size() > 10 : true);
            for (Object observation : observations) {
                Object value = ((java.util.Map<?, ?>) observation).get("OBS_VALUE");
                assertFalse(value != null && List.of(1, 2, 3, 4).contains(value), observation.toString());
            }
        }
    }

    @Test
    void aCommaMeansOr() {
        assertEquals(List.of("KIR", "PLW"), areas("REF_AREA=PLW,KIR&UNIT_MEASURE=NUMBER&" + ORGANS_2003));
        assertEquals(List.of("KIR", "PLW"), areas("REF_AREA=PLW%2CKIR&UNIT_MEASURE=NUMBER&" + ORGANS_2003));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "2002:2003 2002,2003",
                "2003: 2003,2004",
                ":2002 2002",
                ": 2002,2003,2004",
                "2002,2004 2002,2004",
                "2002,2004: 2002,2004",
                "* 2002,2003,2004",
                "2005 -",
                "2150 -",
            })
    void rangesOfYearsAreOpenAtEitherEnd(String period, String expected) {
        List<String> years = ask("REF_AREA=PLW&EXPLOITATION=ORG&UNIT_MEASURE=NUMBER&TIME_PERIOD=" + period)
                .extract()
                .path("observations.TIME_PERIOD");
        assertEquals(expected.equals("-") ? List.of() : Arrays.asList(expected.split(",")), years);
    }

    @Test
    void childrenAndDescendantsFollowTheTree() {
        String rest = "&UNIT_MEASURE=NUMBER&" + ORGANS_2003;
        List<String> members = List.of("FSM", "GUM", "KIR", "MHL", "MNP", "NRU", "PLW");
        assertEquals(members, areas("REF_AREA=children(057)" + rest));
        assertEquals(members, areas("REF_AREA=descendants(057)" + rest));
        assertEquals(List.of("057"), areas("REF_AREA=children(009)" + rest));
        assertEquals(
                List.of("009", "057", "FSM", "GUM", "KIR", "MHL", "MNP", "NRU", "PLW"),
                areas("REF_AREA=009,descendants(009)" + rest));
        assertEquals(List.of(), areas("REF_AREA=children(PLW)" + rest));
        ask("REF_AREA=PLW&TIME_PERIOD=2003&UNIT_MEASURE=NUMBER&EXPLOITATION=children(_T)")
                .body("observations.EXPLOITATION", equalTo(List.of("ORG")));
        ask("REF_AREA=PLW&TIME_PERIOD=2003&UNIT_MEASURE=NUMBER&EXPLOITATION=descendants(_T)")
                .body("observations.EXPLOITATION", equalTo(List.of("ORG", "OTH_SOLDIER")));
    }

    @Test
    void aStarAndALeftOutParameterMeanAll() {
        String rest = "REF_AREA=PLW&UNIT_MEASURE=NUMBER";
        ask(rest).body("total", equalTo(4));
        ask(rest + "&EXPLOITATION=*&TIME_PERIOD=*&SEX=*").body("total", equalTo(4));
    }

    @Test
    void codedAttributesCanBeAskedFor() {
        assertEquals(List.of("KIR"), areas("UNIT_MEASURE=NUMBER&CONF_STATUS=A&REF_AREA=children(057)"));
        assertEquals(List.of("GUM", "NRU"), areas("OBS_STATUS=L,M&REF_AREA=children(057)&" + ORGANS_2003));
    }

    @Test
    void aReleaseThatIsUnknownADraftOrBeforeTheFirstIsTheSameNotFound() {
        releases.draft("sample-draft", null);
        List<String> bodies = Stream.of("release=nothing", "release=sample-draft", "asOf=1999-12-31T23:59:59Z")
                .map(query -> {
                    Response response = get(DATA + "?" + query);
                    assertEquals(404, response.statusCode());
                    return response.asString().replaceAll("[0-9a-f-]{36}", "");
                })
                .distinct()
                .toList();
        assertEquals(1, bodies.size(), bodies.toString());
        releases.as(AccountRole.REVIEWER)
                .get(DATA + "?release=sample-draft&limit=1")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("release", equalTo("sample-draft"))
                .body("publishedAt", equalTo(null));
    }

    @Test
    void anInstantPicksTheReleaseThatWasTheLatestThen() {
        Instant second = releases.publish("sample-2");
        get(DATA + "?limit=1&asOf=" + publishedAt).then().body("release", equalTo(RELEASE));
        get(DATA + "?limit=1&asOf=" + second).then().body("release", equalTo("sample-2"));
        String elsewhere = second.atOffset(ZoneOffset.ofHours(5)).toString().replace("+", "%2B");
        get(DATA + "?limit=1&asOf=" + elsewhere).then().body("release", equalTo("sample-2"));
        String before = get(DATA + "?limit=1&asOf=" + second.minusNanos(1000)).path("release");
        assertFalse(before.equals("sample-2"), before);
        for (String query : List.of("", "&release=latest", "&asOf=2199-01-01T00:00:00Z")) {
            get(DATA + "?limit=1" + query).then().body("release", equalTo("sample-2"));
        }
    }
}
