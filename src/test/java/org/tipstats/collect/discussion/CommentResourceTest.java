package org.tipstats.collect.discussion;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.platform.access.AccountRole;

/** Comments on files of an area that only this test uses. */
@QuarkusTest
class CommentResourceTest {

    private static final String AREA = "BRA";
    private static final String FIGURE = "{\"FREQ\": \"A\", \"REF_AREA\": \"BRA\", \"SEX\": \"F\", \"AGE\": \"_T\","
            + " \"EXPLOITATION\": \"_T\", \"UNIT_MEASURE\": \"NUMBER\", \"TIME_PERIOD\": \"2012\"}";

    /** Gives each file a new count, because a repeated file is not received again. */
    private static final AtomicInteger COUNTS = new AtomicInteger(40);

    @Inject
    SignedIn people;

    private String sender;
    private String reviewer;
    private String id;

    @BeforeEach
    void send() {
        sender = people.submitter(AREA);
        reviewer = people.reviewer();
        id = Desk.submitted(sender, Desk.file(AREA, "F,_T,_T,2012," + COUNTS.incrementAndGet()));
    }

    private ValidatableResponse say(String token, String json) {
        return SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body(json)
                .post("/api/v1/submissions/" + id + "/comments")
                .then();
    }

    private ValidatableResponse comments(String token) {
        return SignedIn.as(token).get("/api/v1/submissions/" + id + "/comments").then();
    }

    private static String about(String key, String text) {
        return "{\"key\": " + key + ", \"text\": \"" + text + "\"}";
    }

    @Test
    void aReviewerAsksAboutAFigureAndTheSenderAnswers() {
        say(reviewer, about(FIGURE, "All of the country?"))
                .statusCode(201)
                .body("key", equalTo("A.BRA.F._T._T.NUMBER.2012"))
                .body("side", equalTo("REVIEWER"));
        say(sender, about(FIGURE, "Yes."))
                .statusCode(201)
                .body("side", equalTo("SENDER"))
                .body("by", equalTo("submitter " + AREA));
        say(reviewer, "{\"text\": \"Thank you.\"}").statusCode(201).body("keySet()", not(hasItem("key")));

        comments(sender).statusCode(200).body("items.text", contains("All of the country?", "Yes.", "Thank you."));
        SignedIn.as(people.administrator())
                .get("/api/v1/audit?subject=submissions/" + id)
                .then()
                .body(
                        "items.action",
                        contains(
                                "submission-commented",
                                "submission-commented",
                                "submission-commented",
                                "submission-received"));
    }

    @Test
    void othersNeitherSeeNorSayAnything() {
        String other = people.submitter("AND");
        say(reviewer, "{\"text\": \"Seen.\"}").statusCode(201);

        comments(other).statusCode(404);
        say(other, "{\"text\": \"Mine?\"}").statusCode(404);
        say(people.token(Set.of(AccountRole.PUBLISHER)), "{\"text\": \"When?\"}")
                .statusCode(403);
        SignedIn.as(reviewer)
                .get("/api/v1/submissions/00000000-0000-0000-0000-000000000000/comments")
                .then()
                .statusCode(404);
        comments(people.token(Set.of(AccountRole.PUBLISHER))).statusCode(200).body("items", hasSize(1));
    }

    @Test
    void whatIsDecidedIsNotTalkedAboutAnyMore() {
        SignedIn.as(reviewer)
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"Another file came.\"}")
                .post("/api/v1/submissions/" + id + "/return")
                .then()
                .statusCode(200);

        say(sender, "{\"text\": \"But why?\"}").statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\": \"   \"}",
                "{\"text\": \"\\u0000\"}",
                "{\"key\": {\"REF_AREA\": \"BRA\"}, \"text\": \"Not a whole key.\"}",
                "{\"key\": {\"FREQ\": \"A\", \"REF_AREA\": \"AUT\", \"SEX\": \"F\", \"AGE\": \"_T\", \"EXPLOITATION\": \"_T\","
                        + " \"UNIT_MEASURE\": \"NUMBER\", \"TIME_PERIOD\": \"2012\"}, \"text\": \"Another area.\"}",
                "{\"key\": {\"COLOUR\": \"RED\"}, \"text\": \"No such dimension.\"}"
            })
    void whatSaysNothingOrIsAboutNoFigureIsRefused(String json) {
        say(reviewer, json).statusCode(400);
        comments(reviewer).body("items", hasSize(0));
    }

    @Test
    void aCommentHasAtMostFourThousandCharacters() {
        say(reviewer, "{\"text\": \"" + "ü".repeat(4_001) + "\"}").statusCode(400);
        say(reviewer, "{\"text\": \"" + "ü".repeat(4_000) + "\"}").statusCode(201);
    }
}
