package org.tipstats.publish.draft;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;

/** An area may set the order in which its own figures with one breakdown are kept. */
@QuarkusTest
class AreaOrderTest {

    private static final String FORM_FIRST = "{\"keep\": [\"EXPLOITATION\", \"SEX\"]}";

    /**
     * The 3 women in forced labour can be protected in two ways only: without the figures by form, or without those by
     * sex. Antarctica is in no region, so no sum of areas matters.
     */
    private static final String FIGURES = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n"
            + "ATA,_T,_T,_T,2003,33\nATA,F,_T,_T,2003,13\nATA,M,_T,_T,2003,20\n"
            + "ATA,_T,_T,LAB,2003,23\nATA,F,_T,LAB,2003,3\nATA,M,_T,LAB,2003,20\n"
            + "ATA,_T,_T,ORG,2003,10\nATA,F,_T,ORG,2003,10\nATA,M,_T,ORG,2003,0\n";

    @Inject
    TestReleases releases;

    private static String thresholds(String area) {
        return "/api/v1/areas/" + area + "/thresholds";
    }

    private static String address(String area, String dataflow) {
        return thresholds(area) + "/" + dataflow + "/order";
    }

    private static Response state(RequestSpecification by, String area, String dataflow, String body) {
        return by.contentType("application/json").body(body).put(address(area, dataflow));
    }

    @Test
    void itsSubmitterStatesItChangesItAndTakesItBack() {
        state(releases.submitter("PLW"), "PLW", "VICTIMS", FORM_FIRST)
                .then()
                .statusCode(200)
                .body("area", equalTo("PLW"))
                .body("dataflow", equalTo("VICTIMS"))
                .body("keep", contains("EXPLOITATION", "SEX"))
                .body("keepStatedAt", notNullValue())
                .body("threshold", nullValue())
                .body("statedAt", nullValue());
        state(releases.submitter("PLW"), "PLW", "VICTIMS", "{\"keep\": [\"AGE\"]}")
                .then()
                .body("keep", contains("AGE"));
        for (RequestSpecification reader : List.of(
                releases.submitter("PLW"), releases.as(AccountRole.REVIEWER), releases.as(AccountRole.PUBLISHER))) {
            reader.get(thresholds("PLW"))
                    .then()
                    .statusCode(200)
                    .body("items.dataflow", contains("VICTIMS"))
                    .body("items[0].keep", contains("AGE"));
        }
        releases.submitter("PLW").delete(address("PLW", "VICTIMS")).then().statusCode(204);
        releases.submitter("PLW").delete(address("PLW", "VICTIMS")).then().statusCode(404);
        releases.submitter("PLW").get(thresholds("PLW")).then().body("items", equalTo(List.of()));
        releases.as(AccountRole.ADMINISTRATOR)
                .get("/api/v1/audit?limit=10000")
                .then()
                .body(
                        "items.findAll { it.subject == 'areas/PLW/thresholds/VICTIMS' }.action",
                        hasItems("area-order-stated", "area-order-taken-back"))
                .body(
                        "items.findAll { it.subject == 'areas/PLW/thresholds/VICTIMS' }.detail.keep",
                        hasItems(List.of("EXPLOITATION", "SEX"), List.of("AGE")));
    }

    @Test
    void theThresholdAndTheOrderLeaveEachOtherAsTheyAre() {
        RequestSpecification by = releases.submitter("NRU");
        by.contentType("application/json").body("{\"threshold\": 10}").put(thresholds("NRU") + "/VICTIMS");
        state(releases.submitter("NRU"), "NRU", "VICTIMS", FORM_FIRST).then().body("threshold", equalTo(10));
        releases.submitter("NRU")
                .contentType("application/json")
                .body("{\"threshold\": 20}")
                .put(thresholds("NRU") + "/VICTIMS")
                .then()
                .body("threshold", equalTo(20))
                .body("keep", contains("EXPLOITATION", "SEX"));
        releases.submitter("NRU").delete(thresholds("NRU") + "/VICTIMS").then().statusCode(204);
        releases.submitter("NRU").delete(thresholds("NRU") + "/VICTIMS").then().statusCode(404);
        releases.submitter("NRU")
                .get(thresholds("NRU"))
                .then()
                .body("items[0].threshold", nullValue())
                .body("items[0].keep", contains("EXPLOITATION", "SEX"));
        releases.submitter("NRU").delete(address("NRU", "VICTIMS")).then().statusCode(204);
    }

    @Test
    void anAreaIsOnlyItsOwnSubmittersToSpeakFor() {
        Response unknown = state(releases.submitter("FJI"), "XXX", "VICTIMS", FORM_FIRST);
        unknown.then().statusCode(404);
        Response other = state(releases.submitter("FJI"), "PLW", "VICTIMS", FORM_FIRST);
        assertEquals(404, other.statusCode());
        assertEquals(unknown.<String>path("detail"), other.path("detail"));
        assertEquals(
                404,
                state(releases.submitter("FJI"), "009", "VICTIMS", FORM_FIRST).statusCode());
        assertEquals(
                404, releases.submitter("FJI").delete(address("PLW", "VICTIMS")).statusCode());
        for (AccountRole role : List.of(AccountRole.REVIEWER, AccountRole.PUBLISHER, AccountRole.ADMINISTRATOR)) {
            assertEquals(
                    403, state(releases.as(role), "PLW", "VICTIMS", FORM_FIRST).statusCode());
            assertEquals(
                    403, releases.as(role).delete(address("PLW", "VICTIMS")).statusCode());
        }
        assertEquals(401, state(given(), "PLW", "VICTIMS", FORM_FIRST).statusCode());
        assertEquals(401, given().delete(address("PLW", "VICTIMS")).statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VICTIMS | null                               | /keep   | Name the dimensions",
                "VICTIMS | {}                                 | /keep   | Name the dimensions",
                "VICTIMS | {\"keep\": []}                     | /keep   | Name the dimensions",
                "VICTIMS | {\"keep\": [\"SEX\", \"FORM\"]}    | /keep/1 | Use SEX, AGE, EXPLOITATION.",
                "VICTIMS | {\"keep\": [null]}                 | /keep/0 | Use SEX, AGE, EXPLOITATION.",
                "VICTIMS | {\"keep\": [\"REF_AREA\"]}         | /keep/0 | Use SEX, AGE, EXPLOITATION.",
                "PERSONS | {\"keep\": [\"STAGE\"]}            | /keep/0 | Use SEX, AGE.",
                "VICTIMS | {\"keep\": [\"SEX\", \"AGE\", \"SEX\"]} | /keep/2 | Remove it in one place.",
            })
    void itNamesDimensionsThatBreakTheDataflowDownEachOnce(
            String dataflow, String body, String pointer, String remedy) {
        Response reply = state(releases.submitter("PLW"), "PLW", dataflow, body);
        reply.then().statusCode(400).body("errors[0].pointer", equalTo(pointer));
        String message = reply.path("errors[0].message");
        assertEquals(true, message.contains(remedy), message);
    }

    @Test
    void aMisspeltDimensionIsSuggested() {
        state(releases.submitter("PLW"), "PLW", "VICTIMS", "{\"keep\": [\"EXPLOITATON\"]}")
                .then()
                .statusCode(400)
                .body("errors[0].value", equalTo("EXPLOITATON"))
                .body("errors[0].suggestions", contains("EXPLOITATION"));
    }

    @Test
    void itHoldsForReleasesThatAreDraftedFromThenOn() {
        String submission = releases.accept("VICTIMS", "ATA", FIGURES).id();
        releases.draft("order-1", null);
        assertEquals(List.of("F _T LAB", "F _T ORG", "_T _T LAB", "_T _T ORG"), preview(submission));
        state(releases.submitter("ATA"), "ATA", "VICTIMS", FORM_FIRST).then().statusCode(200);
        assertEquals(List.of("F _T LAB", "F _T _T", "M _T LAB", "M _T _T"), preview(submission));
        releases.draft("order-2", null);
        assertEquals(List.of("13", "null"), sexThenForm("order-1"));
        assertEquals(List.of("null", "23"), sexThenForm("order-2"));
        releases.submitter("ATA").delete(address("ATA", "VICTIMS")).then().statusCode(204);
        assertEquals(List.of("F _T LAB", "F _T ORG", "_T _T LAB", "_T _T ORG"), preview(submission));
        for (String draft : List.of("order-1", "order-2")) {
            releases.as(AccountRole.REVIEWER)
                    .delete("/api/v1/releases/" + draft)
                    .then()
                    .statusCode(204);
        }
    }

    /** Returns the figures that the next release would withhold: their sex, age and form. */
    private List<String> preview(String submission) {
        return releases
                .submitter("ATA")
                .get("/api/v1/submissions/" + submission + "/withheld")
                .<List<String>>path("items.findAll { it.key.UNIT_MEASURE == 'NUMBER' }"
                        + ".collect { it.key.SEX + ' ' + it.key.AGE + ' ' + it.key.EXPLOITATION }")
                .stream()
                .sorted()
                .toList();
    }

    /** Returns the women and the victims of forced labour in a draft. */
    private List<String> sexThenForm(String release) {
        return List.of(value(release, "SEX=F&EXPLOITATION=_T"), value(release, "SEX=_T&EXPLOITATION=LAB"));
    }

    private String value(String release, String cell) {
        return String.valueOf(releases.as(AccountRole.REVIEWER)
                .get("/api/v1/data/VICTIMS?REF_AREA=ATA&AGE=_T&UNIT_MEASURE=NUMBER&release=" + release + "&" + cell)
                .<Object>path("observations[0].OBS_VALUE"));
    }
}
