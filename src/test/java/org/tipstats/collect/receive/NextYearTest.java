package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;

/** An accepted justification of a series is offered when its next file has the same warning. */
@QuarkusTest
class NextYearTest {

    private static final String RULE = "sum-exceeds-total";

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    @Inject
    TestReleases releases;

    private String area;
    private String token;

    @BeforeEach
    void choose() {
        area = desk.area();
        token = signedIn.submitter(area);
    }

    /** Returns a file with one warning: about the total of a year, on line 2. */
    private static String file(String area, int year) {
        return Desk.file(area, "_T,_T,_T," + year + ",20", "F,_T,_T," + year + ",18", "M,_T,_T," + year + ",17");
    }

    /** Returns such a file for two years, with the warnings on lines 2 and 5. */
    private static String file(String area, int year, int other) {
        return file(area, year) + file(area, other).substring(Desk.HEADER.length() + 1);
    }

    private ValidatableResponse justify(String id, String json) {
        return Desk.post(token, id, "justifications", json);
    }

    private ValidatableResponse justifications(String id) {
        return Desk.get(token, Desk.path(id, "justifications")).statusCode(200);
    }

    /** Submits a file, justifies it, has it accepted, and returns its id. */
    private String accepted(String file, String json) {
        String id = Desk.submitted(token, file);
        justify(id, json).statusCode(200).body("status", equalTo("SUBMITTED"));
        desk.accept(id).statusCode(200);
        return id;
    }

    private static String why(String place, String text) {
        return "[{\"rule\": \"" + RULE + "\"" + place + ", \"text\": \"" + text + "\"}]";
    }

    private static String offer(String id) {
        return "[{\"offer\": \"" + id + "\"}]";
    }

    private String key(int year) {
        return "A." + area + "._T._T._T.NUMBER." + year;
    }

    /** The years belong to this test only, because small figures of other areas could withhold figures of these. */
    @Test
    void aTextGoesFromTheSubmitterByTheReviewerToThePublicAndIsOfferedTheNextYear() {
        String id = Desk.submitted(token, file(area, 2019));
        justifications(id)
                .body("given.items", empty())
                .body("offered.items", empty())
                .body("open", equalTo(List.of(Map.of("rule", RULE, "count", 1))));
        justify(id, why(", \"line\": 2, \"reason\": \"definition\", \"footnote\": true", "Two registers, joined."))
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"));
        String proposal = Desk.submission(signedIn.reviewer(), id)
                .body("justifications[0].text", equalTo("Two registers, joined."))
                .body("justifications[0].reason", equalTo("definition"))
                .body("justifications[0].covers", equalTo(1))
                .body("justifications[0].footnote", equalTo(true))
                .body("justifications[0].keySet()", not(hasItem("agreed")))
                .extract()
                .path("justifications[0].id");
        String hash = Desk.submission(signedIn.reviewer(), id).extract().path("sha256");
        Desk.post(
                        signedIn.reviewer(),
                        id,
                        "acceptance",
                        "{\"sha256\": \"" + hash + "\", \"footnotes\": [\"" + proposal + "\"]}")
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));
        Desk.submission(token, id).body("justifications[0].agreed", equalTo(true));
        Desk.get(signedIn.administrator(), "/api/v1/audit?subject=submissions/" + id)
                .body("items[0].action", equalTo("submission-accepted"))
                .body("items[0].detail.footnotes", contains(proposal));
        isPublished();
        isOfferedFor2020(proposal);
    }

    private void isPublished() {
        releases.publish("footnotes-1");
        String query = "/api/v1/data/VICTIMS?release=footnotes-1&REF_AREA=" + area
                + "&UNIT_MEASURE=NUMBER&AGE=_T&EXPLOITATION=_T&TIME_PERIOD=2019";
        SignedIn.as(null)
                .get(query + "&SEX=_T")
                .then()
                .statusCode(200)
                .body("observations[0].OBS_VALUE", equalTo(20))
                .body("observations[0].COMMENT", equalTo("Two registers, joined."));
        SignedIn.as(null).get(query + "&SEX=F").then().body("observations[0].keySet()", not(hasItem("COMMENT")));
        String csv =
                SignedIn.as(null).get(query + "&SEX=_T&format=csv&header=plain").asString();
        assertTrue(csv.contains(",2019,20,A,,\"Two registers, joined.\","), csv);
    }

    private void isOfferedFor2020(String proposal) {
        String id = Desk.submitted(token, file(area, 2020));
        justifications(id)
                .body("open[0].count", equalTo(1))
                .body("offered.count", equalTo(1))
                .body("offered.items[0].id", equalTo(proposal))
                .body("offered.items[0].rule", equalTo(RULE))
                .body("offered.items[0].key", equalTo(key(2020)))
                .body("offered.items[0].text", equalTo("Two registers, joined."))
                .body("offered.items[0].reason", equalTo("definition"))
                .body("offered.items[0].footnote", equalTo(true))
                .body("offered.items[0].covers", equalTo(1))
                .body("offered.items[0].origin.periods", contains("2019"))
                .body("offered.items[0].origin.keySet()", not(hasItem("by")))
                .body("offered.items[0].origin.keySet()", not(hasItem("acceptedBy")));
        Desk.get(signedIn.reviewer(), Desk.path(id, "justifications"))
                .body("offered.items[0].origin.by", equalTo("submitter " + area))
                .body("offered.items[0].origin.acceptedBy", equalTo("reviewer"));
        justify(id, offer(proposal)).statusCode(200).body("status", equalTo("SUBMITTED"));
        justifications(id)
                .body("given.items[0].offer", equalTo(proposal))
                .body("given.items[0].key", equalTo(key(2020)))
                .body("given.items[0].text", equalTo("Two registers, joined."))
                .body("given.items[0].reason", equalTo("definition"))
                .body("given.items[0].footnote", equalTo(true))
                .body("offered.items", empty())
                .body("open", empty());
        desk.accept(id).statusCode(200);
        Desk.submission(token, id).body("justifications[0].agreed", equalTo(false));
    }

    @Test
    void theTextMayChangeWhenItIsTakenOver() {
        accepted(file(area, 2012), why(", \"line\": 2", "Two registers."));
        String id = Desk.submitted(token, file(area, 2013));
        String offer = justifications(id).extract().path("offered.items[0].id");
        justify(id, "[{\"offer\": \"" + offer + "\", \"text\": \"Three registers.\", \"reason\": \"other\"}]")
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"));
        justifications(id)
                .body("given.items[0].text", equalTo("Three registers."))
                .body("given.items[0].reason", equalTo("other"));
    }

    @Test
    void allOffersAreTakenAtOnceTheNewestForEachPlace() {
        accepted(
                file(area, 2009, 2010),
                why(", \"line\": 2", "First.").replace("]", ", ")
                        + why(", \"line\": 5", "Second.").substring(1));
        accepted(file(area, 2011), why("", "Third."));
        String id = Desk.submitted(token, file(area, 2012, 2013));
        justifications(id)
                .body("offered.items.text", contains("Third.", "First.", "Second."))
                .body("offered.items.covers", contains(2, 2, 2))
                .body("offered.items[0].keySet()", not(hasItem("key")))
                .body("offered.items[1].key", equalTo("A." + area + "._T._T._T.NUMBER."));
        justify(id, offer("all")).statusCode(200).body("status", equalTo("SUBMITTED"));
        justifications(id).body("given.items.text", contains("Third.", "First."));
    }

    @Test
    void whatIsSaidEveryYearIsOfferedOnceAsItWasSaidLast() {
        accepted(file(area, 2010), why(", \"line\": 2", "Two registers."));
        String last = accepted(file(area, 2011), why(", \"line\": 2", "Two registers."));
        justifications(Desk.submitted(token, file(area, 2012)))
                .body("offered.items.origin.submissionId", contains(last));
    }

    @Test
    void aGroupIsOfferedForTheSameGroup() {
        accepted(
                file(area, 2010),
                why(", \"key\": {\"REF_AREA\": \"" + area + "\", \"TIME_PERIOD\": \"2010\"}", "Two registers."));
        justifications(Desk.submitted(token, file(area, 2011)))
                .body("offered.items.key", contains("." + area + ".....2011"))
                .body("offered.items[0].origin.periods", contains("2010"));
    }

    @Test
    void anotherSeriesOrRuleIsOfferedNothing() {
        accepted(file(area, 2010), why(", \"line\": 2", "Two registers."));
        String girls = Desk.file(area, "_T,_T,_T,2011,20", "_T,_T,SEX,2011,20", "F,_T,SEX,2011,18", "M,_T,SEX,2011,17");
        justifications(Desk.submitted(token, girls))
                .body("open.rule", contains(RULE))
                .body("offered.items", empty());
        justifications(Desk.submitted(token, Desk.file(area, "_T,_T,_T,2010,35", "F,_T,_T,2010,18", "M,_T,_T,2010,17")))
                .body("open.rule", contains("revision"))
                .body("offered.items", empty());
    }

    @Test
    void whatWasNotAcceptedIsNotOffered() {
        String open = Desk.submitted(token, file(area, 2010));
        justify(open, why("", "Two registers.")).statusCode(200);
        justifications(Desk.submitted(token, file(area, 2011))).body("offered.items", empty());
    }

    @Test
    void whatAnotherAreaSaidIsNeitherSeenNorTaken() {
        String own = accepted(file(area, 2010), why("", "Two registers."));
        String text = Desk.submission(token, own).extract().path("justifications[0].id");
        String neighbour = desk.area();
        String stranger = signedIn.submitter(neighbour);
        Desk.get(stranger, Desk.path(own, "justifications")).statusCode(404);
        String id = Desk.submitted(stranger, file(neighbour, 2011));
        Desk.get(stranger, Desk.path(id, "justifications")).body("offered.items", empty());
        Desk.get(signedIn.reviewer(), Desk.path(id, "justifications")).body("offered.items", empty());
        Desk.post(stranger, id, "justifications", offer(text))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/0/offer"))
                .body("errors[0].value", equalTo(text));
        Desk.post(stranger, own, "justifications", offer(text)).statusCode(404);
        Desk.get(null, Desk.path(own, "justifications")).statusCode(401);
    }

    @Test
    void whatWasSaidOfSeveralAreasIsOfferedToWhoSubmitsForThemAll() {
        String neighbour = desk.area();
        String both = signedIn.submitter(area, neighbour);
        String file = file(area, 2010) + file(neighbour, 2010).substring(Desk.HEADER.length() + 1);
        String first = Desk.submitted(both, file);
        Desk.justify(both, first, RULE).statusCode(200);
        desk.accept(first).statusCode(200);
        String one = Desk.submitted(token, file(area, 2011));
        justifications(one).body("offered.items", empty());
        Desk.get(both, Desk.path(one, "justifications")).body("offered.count", equalTo(1));
    }

    @Test
    void whatIsWrongWithATakeoverIsToldByItsPlace() {
        accepted(file(area, 2010), why("", "Two registers."));
        String id = Desk.submitted(token, file(area, 2011));
        String offer = justifications(id).extract().path("offered.items[0].id");
        Map<String, String> wrong = Map.of(
                "{\"offer\": \"0\"}",
                "/0/offer",
                "{\"offer\": \"\"}",
                "/0/offer",
                "{\"offer\": \"" + offer + "\", \"rule\": \"" + RULE + "\"}",
                "/0/rule",
                "{\"offer\": \"" + offer + "\", \"line\": 2}",
                "/0/line",
                "{\"offer\": \"" + offer + "\", \"key\": {}}",
                "/0/key",
                "{\"offer\": \"" + offer + "\", \"text\": \" \"}",
                "/0/text",
                "{\"offer\": \"" + offer + "\", \"reason\": \"x\"}",
                "/0/reason",
                "{\"offer\": \"" + offer + "\", \"footnote\": true}",
                "/0/footnote",
                "{\"offer\": \"all\", \"text\": \"x\"}",
                "/0/text",
                "{\"offer\": \"all\", \"footnote\": false}",
                "/0/footnote");
        wrong.forEach((json, pointer) -> assertEquals(
                List.of(pointer),
                justify(id, "[" + json + "]").statusCode(400).extract().path("errors.pointer"),
                json));
        justifications(id).body("given.count", equalTo(0));
        justify(id, offer("all")).statusCode(200);
        justify(id, offer("all")).statusCode(400).body("errors[0].pointer", equalTo("/0/offer"));
    }

    @Test
    void staffWhoAlsoSubmitTakeOverLikeOthers() {
        accepted(file(area, 2010), why("", "Two registers."));
        String both = signedIn.token(Set.of(AccountRole.SUBMITTER, AccountRole.REVIEWER), area);
        String id = Desk.submitted(both, file(area, 2011));
        Desk.post(both, id, "justifications", offer("all")).statusCode(200).body("status", equalTo("SUBMITTED"));
        Desk.post(signedIn.reviewer(), id, "justifications", offer("all")).statusCode(403);
    }
}
