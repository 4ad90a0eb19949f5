package org.tipstats.collect.justify;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;

/** Warnings are justified by rule, by line or by key. When all are justified, the file goes to review. */
@QuarkusTest
class JustificationsTest {

    private static final String RULE = "sum-exceeds-total";

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    private String area;
    private String token;
    private String id;

    /** Submits a file with a warning for each of two years, on lines 2 and 5. */
    @BeforeEach
    void submit() {
        area = desk.area();
        token = signedIn.submitter(area);
        id = Desk.submitted(
                token,
                Desk.file(
                        area,
                        "_T,_T,_T,2015,10",
                        "F,_T,_T,2015,8",
                        "M,_T,_T,2015,7",
                        "_T,_T,_T,2016,20",
                        "F,_T,_T,2016,18",
                        "M,_T,_T,2016,17"));
        Desk.submission(token, id)
                .body("status", equalTo("NEEDS_JUSTIFICATION"))
                .body("counts.warning", equalTo(2));
    }

    private ValidatableResponse justify(String json) {
        return Desk.post(token, id, "justifications", json);
    }

    private static String why(String place) {
        return "{\"rule\": \"" + RULE + "\"" + place + ", \"text\": \"Two registers.\"}";
    }

    private void has(String status, int justifications) {
        Desk.submission(token, id).body("status", equalTo(status)).body("justifications", hasSize(justifications));
    }

    @Test
    void oneTextMayDoForAllOfARule() {
        justify("[" + why("") + "]")
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"))
                .body("statusHistory.status", contains("NEEDS_JUSTIFICATION", "SUBMITTED"));
        Desk.submission(token, id)
                .body("justifications.rule", contains(RULE))
                .body("justifications[0].text", equalTo("Two registers."))
                .body("justifications[0].by", equalTo("submitter " + area))
                .body("justifications[0].keySet()", not(hasItem("line")))
                .body("justifications[0].keySet()", not(hasItem("key")));
        Desk.get(signedIn.administrator(), "/api/v1/audit?subject=submissions/" + id)
                .body("items.action", contains("submission-justified", "submission-received"))
                .body("items[0].detail.status", equalTo("SUBMITTED"));
    }

    @Test
    void aTextForALineIsForThatLine() {
        List<Integer> lines = Desk.get(token, Desk.path(id, "report")).extract().path("findings.line");
        justify("[" + why(", \"line\": " + lines.get(0)) + "]")
                .statusCode(200)
                .body("status", equalTo("NEEDS_JUSTIFICATION"));
        has("NEEDS_JUSTIFICATION", 1);
        justify("[" + why(", \"line\": " + lines.get(1)) + "]").statusCode(200).body("status", equalTo("SUBMITTED"));
        has("SUBMITTED", 2);
    }

    @Test
    void aTextForAKeyIsForThatKey() {
        List<Map<String, String>> keys =
                Desk.get(token, Desk.path(id, "report")).extract().path("findings.key");
        justify("[" + why(", \"key\": " + json(keys.get(1))) + "]")
                .statusCode(200)
                .body("status", equalTo("NEEDS_JUSTIFICATION"));
        justify("[" + why(", \"key\": " + json(keys.get(0))) + "]")
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"));
        Desk.submission(token, id).body("justifications[0].key", equalTo("A." + area + "._T._T._T.NUMBER.2016"));
    }

    private static String json(Map<String, String> key) {
        List<String> members = key.entrySet().stream()
                .map(code -> "\"" + code.getKey() + "\": \"" + code.getValue() + "\"")
                .toList();
        return "{" + String.join(", ", members) + "}";
    }

    @Test
    void aTextForSomeCodesIsForAllThatHaveThem() {
        justify("[" + why(", \"key\": {\"REF_AREA\": \"" + area + "\", \"TIME_PERIOD\": \"2016\"}") + "]")
                .statusCode(200)
                .body("status", equalTo("NEEDS_JUSTIFICATION"));
        Desk.get(token, Desk.path(id, "justifications"))
                .statusCode(200)
                .body("given.items[0].key", equalTo("." + area + ".....2016"))
                .body("given.items[0].covers", equalTo(1))
                .body("open", equalTo(List.of(Map.of("rule", RULE, "count", 1))));
        justify("[" + why(", \"key\": {\"REF_AREA\": \"" + area + "\"}") + "]")
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"));
        Desk.get(token, Desk.path(id, "justifications"))
                .body("given.count", equalTo(2))
                .body("given.items[1].covers", equalTo(2))
                .body("open", empty());
    }

    @Test
    void aReasonIsOneOfItsCodeList() {
        List<String> reasons = SignedIn.as(null)
                .get("/api/v1/codelists/CL_JUSTIFICATION_REASON")
                .path("codes.id");
        assertEquals(List.of("late-data", "correction", "definition", "deduplication", "other"), reasons);
        justify("[" + why(", \"reason\": \"defintion\"") + "]")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/0/reason"))
                .body("errors[0].suggestions", contains("definition"));
        for (String reason : reasons) {
            justify("[" + why(", \"reason\": \"" + reason + "\"") + "]").statusCode(200);
        }
        Desk.submission(token, id).body("justifications.reason", equalTo(reasons));
    }

    @Test
    void whatIsGivenComesInPages() {
        justify("[" + why("") + ", " + why(", \"line\": 2") + ", " + why(", \"line\": 5") + "]")
                .statusCode(200);
        String next = Desk.get(token, Desk.path(id, "justifications") + "?limit=2")
                .body("given.count", equalTo(3))
                .body("given.items.covers", contains(2, 1))
                .extract()
                .path("given.next");
        Desk.get(token, next)
                .body("given.items.line", contains(5))
                .body("given.next", nullValue())
                .body("offered.next", nullValue());
        Desk.get(token, Desk.path(id, "justifications") + "?limit=0").statusCode(400);
        Desk.get(token, Desk.path(id, "justifications") + "?cursor=eA").statusCode(400);
    }

    @Test
    void severalTextsMayComeAtOnce() {
        justify("[" + why(", \"line\": 2") + ", " + why(", \"line\": 5") + "]")
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"));
        has("SUBMITTED", 2);
    }

    @Test
    void moreMayBeSaidWhileTheFileWaitsForReview() {
        justify("[" + why("") + "]").statusCode(200);
        justify("[" + why(", \"line\": 2") + "]").statusCode(200).body("status", equalTo("SUBMITTED"));
        Desk.submission(signedIn.reviewer(), id)
                .body("justifications", hasSize(2))
                .body("statusHistory", hasSize(2));
    }

    private void isRefused(String json, String pointer) {
        justify(json)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-body"))
                .body("errors.pointer", hasItem(pointer));
        has("NEEDS_JUSTIFICATION", 0);
    }

    @Test
    void aRuleThatTheReportDoesNotHaveIsRefused() {
        justify("[{\"rule\": \"sum-exceed-total\", \"text\": \"x\"}]")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/0/rule"))
                .body("errors[0].value", equalTo("sum-exceed-total"))
                .body("errors[0].suggestions", contains(RULE));
        isRefused("[{\"rule\": \"revision\", \"text\": \"x\"}]", "/0/rule");
        isRefused("[{\"text\": \"x\"}]", "/0/rule");
        isRefused("[{\"rule\": \"\\ud800\", \"text\": \"x\"}]", "/0/rule");
        isRefused("[{\"rule\": \"\\u0000\", \"text\": \"x\"}]", "/0/rule");
    }

    @Test
    void oneFaultKeepsAllOut() {
        isRefused("[" + why("") + ", {\"rule\": \"revision\", \"text\": \"x\"}]", "/1/rule");
    }

    @Test
    void aTextMustSaySomething() {
        for (String text :
                List.of("\"\"", "\" \"", "null", "\"" + "x".repeat(4_001) + "\"", "\"a\\u0000b\"", "\"\\ud800\"")) {
            isRefused("[{\"rule\": \"" + RULE + "\", \"text\": " + text + "}]", "/0/text");
        }
    }

    @Test
    void aPlaceMustBeOneOfTheWarnings() {
        isRefused("[" + why(", \"line\": 3") + "]", "/0/line");
        isRefused("[" + why(", \"line\": 999") + "]", "/0/line");
        isRefused("[" + why(", \"key\": {}") + "]", "/0/key");
        isRefused("[" + why(", \"key\": {\"SEX\": \"F\"}") + "]", "/0/key");
        isRefused("[" + why(", \"key\": {\"SEX\": \"W\"}") + "]", "/0/key");
        isRefused("[" + why(", \"key\": {\"SEX\": null}") + "]", "/0/key");
        isRefused("[" + why(", \"key\": {\"AREA\": \"" + area + "\"}") + "]", "/0/key");
    }

    @Test
    void theBodyIsAListOfJustifications() {
        isRefused("[]", "");
        isRefused("[null]", "/0");
        isRefused("null", "");
        isRefused("{}", "");
        isRefused("[{\"rule\": \"" + RULE + "\", \"text\": \"x\", \"lines\": 2}]", "/0/lines");
    }

    @Test
    void aFileWithoutWarningsNeedsNoWords() {
        id = Desk.submitted(token, Desk.file(area, "F,_T,_T,2010,12"));
        Desk.justify(token, id, RULE).statusCode(400).body("errors[0].suggestions", empty());
        has("SUBMITTED", 0);
    }

    @Test
    void reviewersDoNotExplainForTheSubmitter() {
        Desk.justify(signedIn.reviewer(), id, RULE).statusCode(403);
        Desk.justify(signedIn.administrator(), id, RULE).statusCode(403);
        has("NEEDS_JUSTIFICATION", 0);
    }
}
