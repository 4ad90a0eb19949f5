package org.tipstats.collect.entry;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.collect.rounds.AskedRounds;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.retention.RetentionRule;

/** Tests figures that are typed in over HTTP: drafts, checks, submissions. */
@QuarkusTest
class EntryResourceTest {

    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    @Inject
    Desk desk;

    @Inject
    SignedIn people;

    @Inject
    @All
    List<RetentionRule> rules;

    private static String path(String area) {
        return "/api/v1/rounds/typed-" + area + "/areas/" + area + "/entries/VICTIMS";
    }

    /** Returns an area that a round of its own asks. */
    private String asked() {
        String area = desk.area();
        AskedRounds.open(people.administrator(), "typed-" + area, area);
        return area;
    }

    private static ValidatableResponse save(String token, String area, long version, Map<String, String> cells) {
        return SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body(Map.of("version", version, "cells", cells))
                .put(path(area))
                .then();
    }

    private static ValidatableResponse submit(String token, String area, long version) {
        return SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body(Map.of("version", version))
                .post(path(area) + "/submission")
                .then();
    }

    private RetentionRule rule() {
        return rules.stream()
                .filter(each -> each.id().equals("typed-drafts"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsTypedIsCheckedAndBecomesAFile() {
        String area = asked();
        String token = people.submitter(area);
        String year = AskedRounds.YEARS.get(2);
        Map<String, String> cells = new TreeMap<>(Map.of(
                AskedRounds.key(area, "_T", year),
                "61",
                AskedRounds.key(area, "F", year),
                "40",
                AskedRounds.key(area, "M", year),
                "2 1"));
        save(token, area, 0, cells).statusCode(200).body("version", equalTo(1)).body("figures", equalTo(3));

        SignedIn.as(token)
                .post(path(area) + "/check")
                .then()
                .statusCode(200)
                .body("counts.error", equalTo(1))
                .body("findings.rule", hasItem("not-a-count"))
                .body("findings.find { it.rule == 'not-a-count' }.key", equalTo(AskedRounds.key(area, "M", year)))
                .body("findings.find { it.rule == 'not-a-count' }.message", containsString("2 1"));
        submit(token, area, 1).statusCode(422).body("check.counts.error", equalTo(1));
        SignedIn.as(token).get("/api/v1/submissions?area=" + area).then().body("items.size()", equalTo(0));

        cells.put(AskedRounds.key(area, "M", year), "21");
        save(token, area, 1, cells).statusCode(200).body("version", equalTo(2));
        submit(token, area, 1).statusCode(412).body("version", equalTo(2));
        String id = submit(token, area, 2)
                .statusCode(201)
                .body("origin", equalTo("TYPED"))
                .body("status", equalTo("SUBMITTED"))
                .body("rows", equalTo(3))
                .extract()
                .path("id");
        submit(token, area, 2).statusCode(200).body("id", equalTo(id));
        SignedIn.as(token)
                .get("/api/v1/submissions/" + id + "/file")
                .then()
                .body(startsWith("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,SEX"));
        SignedIn.as(token).get("/api/v1/submissions/" + id + "/receipt").then().body("origin", equalTo("TYPED"));
        desk.accept(id);
        SignedIn.as(token)
                .get(path(area))
                .then()
                .body("rows[0].cells[2].accepted", equalTo("61"))
                .body("rows[0].cells[2].typed", equalTo("61"))
                .body("rows[0].cells[2].sums.SEX", equalTo(61));
    }

    @Test
    void formerFiguresTypedAgainAreANewSubmission() {
        String area = asked();
        String token = people.submitter(area);
        String key = AskedRounds.key(area, "_T", AskedRounds.YEARS.get(2));
        String first = typed(token, area, 0, Map.of(key, "100"));
        desk.accept(first).statusCode(200);
        String waiting = typed(token, area, 1, Map.of(key, "101"));
        String again = typed(token, area, 2, Map.of(key, "100"));
        Desk.submission(token, waiting).body("status", equalTo("WITHDRAWN"));
        Desk.submission(token, again).body("status", equalTo("SUBMITTED"));
        Desk.post(token, again, "withdrawal", null).statusCode(200);
        desk.acceptJustified(area, typed(token, area, 3, Map.of(key, "102")), "revision");
        desk.acceptJustified(area, typed(token, area, 4, Map.of(key, "100")), "revision");
        SignedIn.as(token).get(path(area)).then().body("rows[0].cells[2].accepted", equalTo("100"));
        for (long version = 5; version < 8; version++) {
            String comment = version == 6 ? "Another comment." : "A comment.";
            SignedIn.as(token)
                    .contentType(ContentType.JSON)
                    .body(Map.of("version", version, "cells", Map.of(key, "100"), "comments", Map.of(key, comment)))
                    .put(path(area))
                    .then()
                    .statusCode(200);
            String id =
                    submit(token, area, version + 1).statusCode(201).extract().path("id");
            desk.accept(id).statusCode(200);
        }
    }

    /** Types figures over a version of the draft and submits them as a new submission. */
    private static String typed(String token, String area, long version, Map<String, String> cells) {
        save(token, area, version, cells).statusCode(200);
        return submit(token, area, version + 1).statusCode(201).extract().path("id");
    }

    @Test
    void aDraftIsItsAuthorsAloneAndNeverOverwrittenUnseen() {
        String area = asked();
        String token = people.submitter(area);
        String year = AskedRounds.YEARS.get(0);
        save(token, area, 0, Map.of(AskedRounds.key(area, "F", year), "4")).statusCode(200);
        save(token, area, 0, Map.of(AskedRounds.key(area, "F", year), "5"))
                .statusCode(412)
                .body("version", equalTo(1));

        String colleague = people.another(Set.of(AccountRole.SUBMITTER), area).token();
        SignedIn.as(colleague)
                .get(path(area))
                .then()
                .body("version", equalTo(0))
                .body("changedAt", nullValue());
        SignedIn.as(people.submitter(desk.area())).get(path(area)).then().statusCode(404);
        SignedIn.as(people.submitter(desk.area())).get(path(desk.area())).then().statusCode(404);
        SignedIn.as(people.publisher()).get(path(area)).then().statusCode(403);
        SignedIn.as(people.reviewer()).get(path(area)).then().body("version", equalTo(0));
        SignedIn.as(token).get(path(area) + "?block=WRONG").then().statusCode(400);
        SignedIn.as(token)
                .get(path(area).replace("VICTIMS", "POPULATION"))
                .then()
                .statusCode(404);
    }

    @Test
    void aCommentGoesWithItsFigure() {
        String area = asked();
        String token = people.submitter(area);
        String year = AskedRounds.YEARS.get(1);
        String women = AskedRounds.key(area, "F", year);
        SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "version",
                        0,
                        "cells",
                        Map.of(women, "14"),
                        "comments",
                        Map.of(women, "Without the islands", AskedRounds.key(area, "M", year), "Not typed")))
                .put(path(area))
                .then()
                .statusCode(200);
        SignedIn.as(token)
                .get(path(area))
                .then()
                .body("rows.cells.flatten().findAll { it.comment }.key", equalTo(List.of(women)));
        String id = submit(token, area, 1).statusCode(201).extract().path("id");
        SignedIn.as(token)
                .get("/api/v1/submissions/" + id + "/file")
                .then()
                .body(containsString(",COMMENT\n"), containsString(",14,,,Without the islands\n"));

        SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body(Map.of("version", 1, "cells", Map.of(women, "14"), "comments", Map.of(women, "x".repeat(1001))))
                .put(path(area))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/comments/" + women));
    }

    @Test
    void onlyWhatIsAskedCanBeTyped() {
        String area = asked();
        String token = people.submitter(area);
        String year = AskedRounds.YEARS.get(0);
        save(token, area, 0, Map.of(AskedRounds.key(area, "F", "1999"), "4"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/cells/" + AskedRounds.key(area, "F", "1999")));
        save(token, area, 0, Map.of(AskedRounds.key(area, "F", year), "4".repeat(41)))
                .statusCode(400);
        submit(token, area, 0).statusCode(422).body("detail", equalTo("Nothing is typed in yet."));
        SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body("{\"version\": 0}")
                .put(path(area))
                .then()
                .statusCode(400);
    }

    @Test
    void aClosedRoundTakesNoFiguresAndItsDraftsAreDeletedLater() {
        String area = asked();
        String token = people.submitter(area);
        save(token, area, 0, Map.of(AskedRounds.key(area, "F", AskedRounds.YEARS.get(0)), "4"))
                .statusCode(200);
        QuarkusTransaction.requiringNew().run(() -> rule().deletion().apply(LATER));
        SignedIn.as(token).get(path(area)).then().body("version", equalTo(1));

        SignedIn.as(people.administrator())
                .post("/api/v1/rounds/typed-" + area + "/closure")
                .then()
                .statusCode(200);
        save(token, area, 1, Map.of()).statusCode(409);
        submit(token, area, 1).statusCode(409);
        assertTrue(rule().stock().get().count() > 0);
        QuarkusTransaction.requiringNew().run(() -> rule().deletion().apply(LATER));
        assertFalse(rule().stock().get().count() > 0);
    }
}
