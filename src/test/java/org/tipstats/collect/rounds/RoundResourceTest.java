package org.tipstats.collect.rounds;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.platform.access.AccountRole;

/** Rounds over HTTP: who may do and see what, and how a part moves from asked to accepted. */
@QuarkusTest
class RoundResourceTest {

    private static final String ROUNDS = "/api/v1/rounds";
    private static final Instant DEADLINE =
            Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    @Inject
    SignedIn accounts;

    @Inject
    Desk desk;

    private static Map<String, Object> body(String id, String... areas) {
        return new HashMap<>(Map.of(
                "id", id,
                "title", Map.of("en", "Figures of 2014 and 2015"),
                "dataflows", List.of("VICTIMS"),
                "years", List.of("2014", "2015"),
                "areas", List.of(areas),
                "closesAt", DEADLINE.toString(),
                "contact", "Data office"));
    }

    private static ValidatableResponse post(String token, String path, Object body) {
        return SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(ROUNDS + path)
                .then();
    }

    private static ValidatableResponse get(String token, String path) {
        return SignedIn.as(token).get(ROUNDS + path).then();
    }

    private void create(String id, String... areas) {
        post(accounts.administrator(), "", body(id, areas))
                .statusCode(201)
                .header("Location", endsWith("/api/v1/rounds/" + id))
                .body("state", equalTo("OPEN"));
    }

    private ValidatableResponse state(String id, String area, String expected) {
        return get(accounts.reviewer(), "/" + id + "/areas/" + area)
                .statusCode(200)
                .body("state", equalTo(expected));
    }

    /** Regression: a faulty file that a reviewer entered for one area began the parts of all areas that it names. */
    @Test
    void aFaultyFileOnBehalfBeginsThePartOfItsAreaOnly() {
        String area = desk.area();
        String other = desk.area();
        create("behalf-2015", area, other);
        String file = Desk.file(area, "X,_T,_T,2014,12") + other + ",_T,_T,_T,2014,12\n";
        SignedIn.as(accounts.another(Set.of(AccountRole.REVIEWER)).token())
                .queryParam("dataflow", "VICTIMS")
                .queryParam("on-behalf", area)
                .multiPart("file", "figures.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("message", "Our figures")
                .post(Desk.SUBMISSIONS)
                .then()
                .statusCode(422);
        state("behalf-2015", area, "IN_PROGRESS");
        state("behalf-2015", other, "NOT_OPENED");
    }

    @Test
    void aPartFollowsFromWhatHappens() {
        String area = desk.area();
        String other = desk.area();
        String token = accounts.submitter(area);
        create("journey-2015", area, other);
        String part = "/journey-2015/areas/" + area;
        state("journey-2015", area, "NOT_OPENED");
        get(token, part)
                .statusCode(200)
                .body("state", equalTo("OPENED"))
                .body("items.year", contains("2014", "2015"))
                .body("deadline", equalTo(DEADLINE.toString()));
        String opened = get(token, part).extract().path("openedAt");
        get(token, part).body("openedAt", equalTo(opened));

        Desk.submit(token, Desk.file(area, "X,_T,_T,2014,12")).then().statusCode(422);
        state("journey-2015", area, "IN_PROGRESS").body("items[0].state", equalTo("IN_PROGRESS"));
        String first = Desk.submitted(token, Desk.file(area, "_T,_T,_T,2014,12"));
        state("journey-2015", area, "IN_PROGRESS").body("items.state", contains("SUBMITTED", "MISSING"));
        Desk.post(accounts.reviewer(), first, "return", "{\"reason\": \"Which year?\"}")
                .statusCode(200);
        state("journey-2015", area, "RETURNED");
        desk.accepted(area, "_T,_T,_T,2014,13");
        state("journey-2015", area, "IN_PROGRESS").body("itemsAnswered", equalTo(1));

        Map<String, Object> declaration = new HashMap<>(Map.of(
                "dataflow", "VICTIMS", "years", List.of("2014"), "reason", "NO_FIGURES", "text", "Nobody counts."));
        post(token, part + "/declaration", declaration)
                .statusCode(409)
                .body("detail", containsString("accepted figures for 2014"));
        declaration.put("reason", "NO_FIGURE");
        post(token, part + "/declaration", declaration)
                .statusCode(400)
                .body("errors[0].message", equalTo("Here one of NO_FIGURES, NOT_APPLICABLE is expected."))
                .body("errors[0].suggestions[0]", equalTo("NO_FIGURES"));
        declaration.put("reason", "NO_FIGURES");
        declaration.put("years", List.of("2013"));
        post(token, part + "/declaration", declaration).statusCode(400).body("errors[0].pointer", equalTo("/years"));
        declaration.put("years", List.of("2015"));
        String declared = post(token, part + "/declaration", declaration)
                .statusCode(201)
                .body("status", equalTo("SUBMITTED"))
                .body("rows", equalTo(1))
                .body("origin", equalTo("DECLARED"))
                .extract()
                .path("id");
        post(token, part + "/declaration", declaration).statusCode(200).body("id", equalTo(declared));
        state("journey-2015", area, "SUBMITTED").body("answeredAt", notNullValue());
        desk.accept(declared).statusCode(200);
        state("journey-2015", area, "ACCEPTED")
                .body("items.state", contains("ACCEPTED", "DECLARED"))
                .body("itemsDeclared", equalTo(1))
                .body("daysLate", equalTo(0));
        state("journey-2015", other, "NOT_OPENED");

        get(accounts.reviewer(), "/journey-2015/board")
                .statusCode(200)
                .body("areas.REF_AREA", hasItem(area))
                .body("areas[0].items", nullValue())
                .body("summary.areasAsked", equalTo(2))
                .body("summary.response", equalTo(50.0f))
                .body("summary.completeness", equalTo(50.0f));
        assertEquals(
                "REF_AREA,STATE,DEADLINE",
                get(accounts.administrator(), "/journey-2015/board?format=csv")
                        .contentType("text/csv")
                        .extract()
                        .asString()
                        .substring(0, 23));
    }

    /** A later file withdraws the only figure of 2014, and an area that declared everything sends figures after all. */
    @Test
    void figuresThatAreWithdrawnOrComeAfterADeclarationCount() {
        String area = desk.area();
        String token = accounts.submitter(area);
        create("withdrawn-2015", area);
        desk.accepted(area, "_T,_T,_T,2014,13");
        String deletion = Desk.submitted(
                token, "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,ACTION\n" + area + ",_T,_T,_T,2014,,D\n");
        desk.acceptJustified(area, deletion, "value-dropped");
        state("withdrawn-2015", area, "NOT_OPENED").body("items.state", contains("MISSING", "MISSING"));

        Map<String, Object> declaration = Map.of(
                "dataflow", "VICTIMS", "years", List.of("2014", "2015"), "reason", "NOT_APPLICABLE", "text", "None.");
        String declared = post(token, "/withdrawn-2015/areas/" + area + "/declaration", declaration)
                .statusCode(201)
                .extract()
                .path("id");
        desk.accept(declared).statusCode(200);
        state("withdrawn-2015", area, "DECLARED");
        String figure = Desk.submitted(token, Desk.file(area, "_T,_T,_T,2015,4"));
        desk.acceptJustified(area, figure, "revision");
        state("withdrawn-2015", area, "ACCEPTED").body("items.state", contains("DECLARED", "ACCEPTED"));
    }

    @Test
    void aFileOfAnotherAreaBeginsNothing() {
        String area = desk.area();
        create("foreign-2015", area);
        String stranger = accounts.submitter(desk.area());
        Desk.submit(stranger, Desk.file(area, "_T,_T,_T,2014,12")).then().statusCode(422);
        state("foreign-2015", area, "NOT_OPENED");
    }

    @Test
    void aDeadlineIsExtendedByADecision() {
        String area = desk.area();
        String token = accounts.submitter(area);
        create("extended-2015", area);
        String part = "/extended-2015/areas/" + area;
        String until = DEADLINE.plus(10, ChronoUnit.DAYS).toString();
        Map<String, Object> decision = Map.of("granted", true);
        post(accounts.reviewer(), part + "/extension/decision", decision).statusCode(409);
        post(token, part + "/extension", Map.of("until", DEADLINE.toString(), "text", "More time"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/until"));
        post(token, part + "/extension", Map.of("until", until, "text", " ")).statusCode(400);
        post(token, part + "/extension", Map.of("until", until, "text", "The courts report late."))
                .statusCode(200)
                .body("extension.granted", nullValue())
                .body("deadline", equalTo(DEADLINE.toString()));
        post(token, part + "/extension", Map.of("until", until, "text", "Again"))
                .statusCode(409);
        post(accounts.reviewer(), part + "/extension/decision", Map.of("granted", false))
                .statusCode(400);
        post(accounts.reviewer(), part + "/extension/decision", decision)
                .statusCode(200)
                .body("extension.granted", equalTo(true))
                .body("deadline", equalTo(until));
        post(accounts.administrator(), part + "/extension/decision", decision).statusCode(409);
    }

    @Test
    void aRoundIsClosedReopenedAndCopiedToTheNextYear() {
        String area = desk.area();
        create("closed-2015", area);
        String anonymous = null;
        get(anonymous, "/closed-2015").statusCode(404);
        post(accounts.administrator(), "/closed-2015/reopening", Map.of()).statusCode(409);
        post(accounts.administrator(), "/closed-2015/closure", Map.of())
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("summary.summary.areasAsked", equalTo(1));
        post(accounts.administrator(), "/closed-2015/closure", Map.of()).statusCode(409);
        String part = "/closed-2015/areas/" + area;
        post(accounts.submitter(area), part + "/extension", Map.of("until", "2100-01-01T00:00:00Z", "text", "Late"))
                .statusCode(409);
        post(
                        accounts.submitter(area),
                        part + "/declaration",
                        Map.of("dataflow", "VICTIMS", "years", List.of("2014"), "reason", "NO_FIGURES", "text", "No"))
                .statusCode(409);
        String open = get(anonymous, "/closed-2015")
                .statusCode(200)
                .body("summary.areas.REF_AREA", contains(area))
                .extract()
                .asString();
        assertFalse(open.contains("contact") || open.contains("Data office"), open);
        get(anonymous, "").statusCode(200).body("items.id", hasItem("closed-2015"));
        get(anonymous, "/closed-2015?format=csv").contentType("text/csv").body(containsString("\n" + area + ","));
        get(accounts.submitter(area), "/closed-2015").body("areas", contains(area));
        get(accounts.submitter(desk.area()), "/closed-2015").statusCode(200).body("areas", equalTo(List.of()));

        post(accounts.administrator(), "/closed-2015/reopening", Map.of())
                .statusCode(200)
                .body("state", equalTo("OPEN"));
        get(anonymous, "/closed-2015").statusCode(404);
        post(accounts.administrator(), "/closed-2015/copy", Map.of())
                .statusCode(201)
                .body("id", equalTo("closed-2016"))
                .body("state", equalTo("PLANNED"))
                .body("years", contains("2015", "2016"))
                .body("title.en", equalTo("Figures of 2015 and 2016"));
        post(accounts.administrator(), "/closed-2015/copy", Map.of()).statusCode(409);
        get(accounts.submitter(area), "/closed-2016").statusCode(404);
        get(accounts.submitter(area), "/closed-2016/areas/" + area).statusCode(404);
        get(accounts.administrator(), "/closed-2016").statusCode(200);
        SignedIn.as(accounts.administrator())
                .get("/api/v1/audit?subject=rounds/closed-2015")
                .then()
                .body("items.action", contains("round-reopened", "round-closed", "round-created"));
    }

    /** Another area's part, and one that does not exist, are the same 404 for every operation of a submitter. */
    @Test
    void submittersSeeTheirOwnAreasAlone() {
        String area = desk.area();
        String other = desk.area();
        create("own-2015", area, other);
        String token = accounts.submitter(area);
        get(token, "/own-2015").statusCode(200).body("areas", contains(area)).body("contact", equalTo("Data office"));
        get(token, "").body("items.find { it.id == 'own-2015' }.areas", contains(area));
        get(accounts.submitter(desk.area()), "/own-2015").statusCode(404);
        get(accounts.submitter(desk.area()), "").body("items.id", not(hasItem("own-2015")));
        Map<String, Object> asked = Map.of("until", DEADLINE.plusSeconds(60).toString(), "text", "More time");
        Map<String, Object> declared =
                Map.of("dataflow", "VICTIMS", "years", List.of("2014"), "reason", "NO_FIGURES", "text", "No");
        String unknown =
                "No round that you may see asks for this. Check its id, the country or area, and the dataflow.";
        get(token, "/own-2015/areas/" + area + "/entries/NONE").statusCode(404).body("detail", equalTo(unknown));
        for (String part : List.of("/own-2015/areas/" + other, "/own-2015/areas/XXX", "/none/areas/" + area)) {
            get(token, part).statusCode(404).body("detail", equalTo(unknown));
            post(token, part + "/extension", asked).statusCode(404).body("detail", equalTo(unknown));
            post(token, part + "/declaration", declared).statusCode(404).body("detail", equalTo(unknown));
        }
        post(
                        token,
                        "/own-2015/areas/" + area + "/extension",
                        Map.of("until", "9999-01-01T00:00:00Z", "text", "More time"))
                .statusCode(400)
                .body("errors[0].message", endsWith(", and before the year 2200."));
        state("own-2015", other, "NOT_OPENED").body("extension", nullValue());
        get(accounts.publisher(), "/own-2015/areas/" + other).statusCode(200);
        get(accounts.publisher(), "/own-2015/board").statusCode(403);
        post(accounts.administrator(), "", body("own-2015", area)).statusCode(409);
        Map<String, Object> wrong = body("wrong", "XXX");
        wrong.put("years", List.of("1999"));
        post(accounts.administrator(), "", wrong)
                .statusCode(400)
                .body("errors.pointer", contains("/years/0", "/areas/0"));
        post(accounts.reviewer(), "", body("no", area)).statusCode(403);
    }
}
