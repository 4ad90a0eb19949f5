package org.tipstats.disseminate.data;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.disseminate.data.PublishedSample.DATA;
import static org.tipstats.disseminate.data.PublishedSample.RELEASE;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.publish.release.TestReleases.Accepted;

@QuarkusTest
class ProvenanceTest {

    private static final String PROVENANCE = DATA + "/provenance?release=" + RELEASE;
    private static final String ORGANS = "&EXPLOITATION=ORG&TIME_PERIOD=2003";

    @Inject
    PublishedSample sample;

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        sample.publish();
    }

    private static ValidatableResponse explain(String cell) {
        return explain(cell, given());
    }

    private static ValidatableResponse explain(String cell, RequestSpecification reader) {
        return reader.urlEncodingEnabled(false).get(PROVENANCE + cell).then();
    }

    @Test
    void aNationalFigureComesFromALineOfAFile() {
        Accepted palau = sample.palau();
        String acceptedAt = releases.as(AccountRole.REVIEWER)
                .get("/api/v1/submissions/" + palau.id())
                .path("statusHistory.find { it.status == 'ACCEPTED' }.at");
        String body = explain("&REF_AREA=PLW" + ORGANS)
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asString();
        assertTrue(
                body.contains("\"key\":{\"FREQ\":\"A\",\"REF_AREA\":\"PLW\",\"SEX\":\"_T\",\"AGE\":\"_T\","
                        + "\"EXPLOITATION\":\"ORG\",\"UNIT_MEASURE\":\"NUMBER\",\"TIME_PERIOD\":\"2003\"}"),
                body);
        explain("&REF_AREA=PLW" + ORGANS)
                .body("release", equalTo(RELEASE))
                .body("method", containsString("submitted"))
                .body("", not(hasKey("contributions")))
                .body("source.size()", equalTo(6))
                .body("source.origin", equalTo("FILE"))
                .body("source.submissionId", equalTo(palau.id()))
                .body("source.line", equalTo(3))
                .body("source", hasKey("sha256"))
                .body("source.acceptedAt", equalTo(acceptedAt));
    }

    @Test
    void theHashOfAFileIsPublicOnlyWhereAllItsCountsAre() {
        explain("&REF_AREA=PLW" + ORGANS).body("source.sha256", equalTo(null));
        explain("&REF_AREA=PLW&EXPLOITATION=OTH_SOLDIER&TIME_PERIOD=2003").body("source.sha256", equalTo(null));
        explain("&REF_AREA=PLW" + ORGANS, releases.submitter("PLW")).body("source.sha256", equalTo(null));
        for (AccountRole role : List.of(AccountRole.REVIEWER, AccountRole.PUBLISHER, AccountRole.ADMINISTRATOR)) {
            explain("&REF_AREA=PLW" + ORGANS, releases.as(role))
                    .body("source.sha256", equalTo(sample.palau().sha256()));
        }
    }

    @Test
    void onlyStaffSeesTheNameThatASubmitterGaveToAFile() {
        explain("&REF_AREA=PLW" + ORGANS).body("source", hasKey("fileName")).body("source.fileName", equalTo(null));
        explain("&REF_AREA=PLW" + ORGANS, releases.submitter("PLW")).body("source.fileName", equalTo(null));
        for (AccountRole role : List.of(AccountRole.REVIEWER, AccountRole.PUBLISHER, AccountRole.ADMINISTRATOR)) {
            explain("&REF_AREA=PLW" + ORGANS, releases.as(role)).body("source.fileName", equalTo("PLW.csv"));
        }
    }

    @Test
    void theLineIsThePhysicalOneEvenAfterACellOfTwoLines() {
        explain("&REF_AREA=PLW&EXPLOITATION=ORG&TIME_PERIOD=2004").body("source.line", equalTo(5));
    }

    @Test
    void aNationalRateComesFromItsCount() {
        explain("&REF_AREA=PLW&UNIT_MEASURE=PER_100000_POP" + ORGANS)
                .statusCode(200)
                .body("key.UNIT_MEASURE", equalTo("PER_100000_POP"))
                .body("method", containsString("per 100,000"))
                .body("source.submissionId", equalTo(sample.palau().id()))
                .body("source.line", equalTo(3));
    }

    @Test
    void whatHoldsDependsOnTheRelease() {
        Accepted later = releases.accept(
                "VICTIMS", "WSM", "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nWSM,_T,_T,ORG,2004,60\n");
        releases.publish("origin-1");
        Accepted latest = releases.accept(
                "VICTIMS",
                "WSM",
                "TIME_PERIOD,REF_AREA,SEX,AGE,EXPLOITATION,OBS_VALUE\n2005,WSM,_T,_T,ORG,70\n2004,WSM,_T,_T,ORG,61\n");
        String cell = DATA + "/provenance?REF_AREA=WSM&EXPLOITATION=ORG&TIME_PERIOD=2004";
        given().get(cell)
                .then()
                .body("source.submissionId", equalTo(later.id()))
                .body("source.line", equalTo(2));
        releases.publish("origin-2");
        given().get(cell)
                .then()
                .body("source.submissionId", equalTo(latest.id()))
                // Absent if disclosure control withholds a count of the file, which depends on the figures of
                // neighbours.
                .body("source.sha256", anyOf(nullValue(), equalTo(latest.sha256())))
                .body("source.line", equalTo(3));
        given().get(cell + "&release=origin-1").then().body("source.submissionId", equalTo(later.id()));
        assertEquals(404, given().get(cell + "&release=" + RELEASE).statusCode());
    }

    @Test
    void anAggregateComesFromTheFiguresOfItsAreasAsPublished() {
        Response response = explain("&REF_AREA=057" + ORGANS)
                .statusCode(200)
                .body("method", containsString("sum"))
                .body("", not(hasKey("source")))
                .extract()
                .response();
        assertEquals(
                List.of(
                        figure("FSM", 0, "A", 100000),
                        keptBack("KIR", "A", 70000),
                        keptBack("MHL", "C", 50000),
                        keptBack("MNP", "C", 10000),
                        figure("PLW", 12, "A", 20000)),
                response.path("contributions"));
        assertTrue(
                response.asString()
                        .contains("{\"REF_AREA\":\"FSM\",\"OBS_VALUE\":0,\"OBS_STATUS\":\"A\",\"POPULATION\":100000}"),
                response.asString());
    }

    @ParameterizedTest
    @CsvSource({"en,The sum", "fr,La somme", "es,La suma", "ru,Сумма", "zh,该年报告", "ar,مجموع"})
    void theMethodIsInTheLanguageOfTheReader(String language, String first) {
        explain("&REF_AREA=057" + ORGANS + "&lang=" + language).body("method", startsWith(first));
        explain("&REF_AREA=057" + ORGANS, given().header("Accept-Language", language))
                .body("method", startsWith(first));
    }

    private static Map<String, Object> figure(String area, Integer value, String status, Integer population) {
        Map<String, Object> figure = new TreeMap<>();
        figure.put("REF_AREA", area);
        figure.put("OBS_VALUE", value);
        figure.put("OBS_STATUS", status);
        figure.put("POPULATION", population);
        return figure;
    }

    private static Map<String, Object> keptBack(String area, String confidentiality, Integer population) {
        Map<String, Object> figure = figure(area, null, "Q", population);
        figure.put("CONF_STATUS", confidentiality);
        return figure;
    }

    @Test
    void thePageSaysWhoKeepsBackAContribution() {
        String page = given().get("/en/figure/VICTIMS/A.057._T._T.ORG.NUMBER/2003?release=" + RELEASE)
                .asString();
        Map<String, String> expected = Map.of(
                "Kiribati", "kept back by the country",
                "Marshall Islands", "withheld: a small count, or to protect another figure");
        expected.forEach((area, words) -> {
            String row = page.substring(page.indexOf(area));
            assertTrue(row.substring(0, row.indexOf("</tr>")).contains(words), row);
        });
    }

    @Test
    void anAggregateRateComesFromTheCountsAndThePopulations() {
        explain("&REF_AREA=057&UNIT_MEASURE=PER_100000_POP" + ORGANS)
                .statusCode(200)
                .body("method", containsString("per 100,000"))
                .body("contributions.REF_AREA", equalTo(List.of("FSM", "KIR", "MHL", "MNP", "PLW")));
    }

    @Test
    void aSuppressedFigureIsExplainedWithoutBeingTold() {
        for (String area : List.of("MHL", "PLW", "057")) {
            for (String unit : List.of("NUMBER", "PER_100000_POP")) {
                String cell =
                        "&REF_AREA=" + area + "&UNIT_MEASURE=" + unit + "&EXPLOITATION=OTH_SOLDIER&TIME_PERIOD=2003";
                for (RequestSpecification reader : List.of(given(), releases.as(AccountRole.PUBLISHER))) {
                    Response response =
                            explain(cell, reader).statusCode(200).extract().response();
                    List<Object> values = response.path("contributions.OBS_VALUE");
                    assertTrue(values == null || values.stream().allMatch(value -> value == null), response.asString());
                    assertFalse(response.asString().contains("BOUND"), response.asString());
                    assertFalse(response.asString().contains("of them"), "the comment must not disclose the value");
                }
            }
        }
    }

    @Test
    void staffAloneSeesNames() {
        for (RequestSpecification reader : List.of(given(), releases.submitter("PLW"), releases.submitter("MHL"))) {
            String body = explain("&REF_AREA=PLW" + ORGANS, reader)
                    .statusCode(200)
                    .extract()
                    .asString();
            assertFalse(body.contains("submittedBy") || body.contains("submitter PLW"), body);
        }
        for (AccountRole role : List.of(AccountRole.REVIEWER, AccountRole.PUBLISHER, AccountRole.ADMINISTRATOR)) {
            explain("&REF_AREA=PLW" + ORGANS, releases.as(role)).body("source.submittedBy", equalTo("submitter PLW"));
        }
    }

    @Test
    void whatIsNotNamedIsTheTotalTheCountOrTheOnlyCode() {
        explain("&REF_AREA=PLW&EXPLOITATION=ORG&TIME_PERIOD=2003&SEX=_T&AGE=_T&FREQ=A&UNIT_MEASURE=NUMBER")
                .statusCode(200)
                .body("source.line", equalTo(3));
    }

    @Test
    void areaAndYearMustBeNamed() {
        explain("").statusCode(400).body("errors.parameter", containsInAnyOrder("REF_AREA", "TIME_PERIOD"));
        given().get("/api/v1/data/PERSONS/provenance?REF_AREA=PLW&TIME_PERIOD=2003")
                .then()
                .statusCode(400)
                .body("errors.parameter", equalTo(List.of("STAGE")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&REF_AREA=PLW,MHL&TIME_PERIOD=2003",
                "&REF_AREA=*&TIME_PERIOD=2003",
                "&REF_AREA=PLW&TIME_PERIOD=2002:2003",
                "&REF_AREA=PLX&TIME_PERIOD=2003",
                "&REF_AREA=PLW&TIME_PERIOD=2003&TIME_PERIOD=2003",
                "&REF_AREA=PLW&TIME_PERIOD=2003&format=csv",
                "&REF_AREA=PLW&TIME_PERIOD=2003&limit=1",
                "&REF_AREA=PLW&TIME_PERIOD=2003&lang=xx",
                "&REF_AREA=PLW&TIME_PERIOD=2003&asOf=2026-01-01T00:00:00Z",
            })
    void anythingButOneCellIsRefused(String cell) {
        explain(cell).statusCode(400).body("type", equalTo("/problems/invalid-parameter"));
    }

    @Test
    void whatIsNotPublishedIsNotFound() {
        explain("&REF_AREA=PLW&TIME_PERIOD=2010").statusCode(404).contentType("application/problem+json");
        explain("&REF_AREA=NRU&UNIT_MEASURE=PER_100000_POP" + ORGANS).statusCode(404);
        releases.draft("origin-draft", null);
        String draft = DATA + "/provenance?REF_AREA=PLW&EXPLOITATION=ORG&TIME_PERIOD=2003&release=origin-draft";
        assertEquals(404, given().get(draft).statusCode());
        assertEquals(404, releases.submitter("PLW").get(draft).statusCode());
        assertEquals(404, releases.as(AccountRole.ADMINISTRATOR).get(draft).statusCode());
        assertEquals(200, releases.as(AccountRole.REVIEWER).get(draft).statusCode());
    }
}
