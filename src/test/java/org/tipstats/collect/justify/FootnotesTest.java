package org.tipstats.collect.justify;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.collect.values.AcceptedObservations;
import org.tipstats.platform.database.Database;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Texts that the submitter proposes as public comments, and their use when files are accepted. */
@QuarkusTest
class FootnotesTest {

    private static final String RULE = "sum-exceeds-total";
    private static final String WITH_COMMENT = Desk.HEADER + ",COMMENT\n";

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    @Inject
    AcceptedObservations accepted;

    @Inject
    SchemaRegistry schemas;

    @Inject
    Database database;

    private String area;
    private String token;

    @BeforeEach
    void choose() {
        area = desk.area();
        token = signedIn.submitter(area);
    }

    private String file(String total, String women) {
        return Desk.file(area, "_T,_T,_T,2015," + total, "F,_T,_T,2015," + women, "M,_T,_T,2015,17");
    }

    private static String proposal(String rule, String place, String text) {
        return "{\"rule\": \"" + rule + "\", \"text\": \"" + text + "\", \"footnote\": true" + place + "}";
    }

    private ValidatableResponse justify(String id, String... justifications) {
        return Desk.post(token, id, "justifications", "[" + String.join(", ", justifications) + "]");
    }

    private ValidatableResponse accept(String id, List<String> footnotes) {
        String hash = Desk.submission(token, id).extract().path("sha256");
        String ids = footnotes.isEmpty() ? "" : "\"" + String.join("\", \"", footnotes) + "\"";
        return Desk.post(
                signedIn.reviewer(), id, "acceptance", "{\"sha256\": \"" + hash + "\", \"footnotes\": [" + ids + "]}");
    }

    /** Submits a file with proposals for all its warnings, and has all of them agreed to. */
    private void acceptAgreed(String file, String... proposals) {
        String id = Desk.submitted(token, file);
        justify(id, proposals).statusCode(200).body("status", equalTo("SUBMITTED"));
        accept(id, proposalsOf(id)).statusCode(200);
    }

    private List<String> proposalsOf(String id) {
        return Desk.submission(token, id).extract().path("justifications.findAll { it.footnote }.id");
    }

    /** Returns the comments that hold, by sex. */
    private Map<String, String> comments(long acceptance) {
        Cube cube = accepted.at(schemas.dataflow("VICTIMS").orElseThrow(), acceptance);
        Map<String, String> comments = new TreeMap<>();
        for (Observation observation : cube) {
            String key = cube.space().format(observation.key());
            if (key.startsWith("A." + area + ".") && observation.attributes().containsKey("COMMENT")) {
                comments.put(key.split("\\.")[2], observation.attributes().get("COMMENT"));
            }
        }
        return comments;
    }

    private Map<String, String> comments() {
        return comments(accepted.latest());
    }

    @Test
    void onlyWhatTheReviewerAgreesToIsPublic() {
        String id = Desk.submitted(token, file("20", "18"));
        justify(id, proposal(RULE, ", \"line\": 2", "Two registers."), proposal(RULE, ", \"line\": 2", "Not for all."))
                .statusCode(200);
        accept(id, proposalsOf(id).subList(0, 1)).statusCode(200);
        assertEquals(Map.of("_T", "Two registers."), comments());
        Desk.submission(token, id).body("justifications.agreed", contains(true, false));
    }

    @Test
    void aWholeKeyDoesAsWellAsALine() {
        String key = ", \"key\": {\"FREQ\": \"A\", \"REF_AREA\": \"" + area + "\", \"SEX\": \"_T\", \"AGE\": \"_T\","
                + " \"EXPLOITATION\": \"_T\", \"UNIT_MEASURE\": \"NUMBER\", \"TIME_PERIOD\": \"2015\"}";
        acceptAgreed(file("20", "18"), proposal(RULE, key, "Two registers."));
        assertEquals(Map.of("_T", "Two registers."), comments());
    }

    @Test
    void itStandsBesideTheValuesOwnComment() {
        acceptAgreed(
                WITH_COMMENT + area + ",_T,_T,_T,2015,20,estimated\n" + area + ",F,_T,_T,2015,18,\n" + area
                        + ",M,_T,_T,2015,17,counted\n",
                proposal(RULE, ", \"line\": 2", "Two registers."));
        assertEquals(Map.of("_T", "estimated; Two registers.", "M", "counted"), comments());
    }

    @Test
    void itStaysWithTheSameFigureAndGoesWithAnother() {
        acceptAgreed(file("20", "18"), proposal(RULE, ", \"line\": 2", "Two registers."));
        long first = accepted.latest();
        String again = Desk.submitted(token, file("20", "19"));
        Desk.justify(token, again, RULE).statusCode(200);
        Desk.justify(token, again, "revision").statusCode(200).body("status", equalTo("SUBMITTED"));
        accept(again, List.of()).statusCode(200);
        long second = accepted.latest();
        assertEquals(Map.of("_T", "Two registers."), comments());
        desk.acceptJustified(area, Desk.submitted(token, Desk.file(area, "_T,_T,_T,2015,36")), "revision");
        assertEquals(Map.of(), comments());
        assertEquals(Map.of("_T", "Two registers."), comments(second));
        assertEquals(Map.of("_T", "Two registers."), comments(first));
        assertEquals(Map.of(), comments(first - 1));
        assertEquals(
                List.of("{\"Two registers.\"}", "{\"Two registers.\"}", "-"),
                database.list(
                        "select coalesce(footnotes::text, '-') from accepted_history where series_key = ?"
                                + " order by acceptance",
                        row -> row.getString(1),
                        "A." + area + "._T._T._T.NUMBER.2015"));
    }

    @Test
    void aNewProposalForTheSameFigureTakesItsPlaceWhateverIsDecided() {
        acceptAgreed(file("20", "18"), proposal(RULE, ", \"line\": 2", "Two registers."));
        String other = Desk.submitted(token, file("20", "19"));
        Desk.justify(token, other, "revision").statusCode(200);
        justify(other, proposal(RULE, ", \"line\": 2", "Three registers.")).body("status", equalTo("SUBMITTED"));
        accept(other, proposalsOf(other)).statusCode(200);
        assertEquals(Map.of("_T", "Three registers."), comments());
        String last = Desk.submitted(token, file("20", "17"));
        Desk.justify(token, last, "revision").statusCode(200);
        justify(last, proposal(RULE, ", \"line\": 2", "Four registers.")).body("status", equalTo("SUBMITTED"));
        accept(last, List.of()).statusCode(200);
        assertEquals(Map.of(), comments());
    }

    @Test
    void anObservationThatIsReplacedLosesIt() {
        acceptAgreed(file("20", "18"), proposal(RULE, ", \"line\": 2", "Two registers."));
        String id = Desk.submitted(token, "ACTION," + Desk.HEADER + "\nR," + area + ",_T,_T,_T,2015,20\n");
        Desk.justify(token, id, RULE).statusCode(200).body("status", equalTo("SUBMITTED"));
        accept(id, List.of()).statusCode(200);
        assertEquals(Map.of(), comments());
    }

    @Test
    void textsOfSeveralRulesStandTogether() {
        desk.accepted(area, "_T,_T,_T,2015,35", "F,_T,_T,2015,18", "M,_T,_T,2015,17");
        acceptAgreed(
                Desk.file(area, "_T,_T,_T,2015,20"),
                proposal(RULE, ", \"line\": 2", "Two registers."),
                proposal("revision", ", \"line\": 2", "Counted again."));
        assertEquals(Map.of("_T", "Two registers.; Counted again."), comments());
    }

    private void isRefused(String id, String justification, String pointer, String message) {
        justify(id, justification)
                .statusCode(400)
                .body("errors.pointer", contains(pointer))
                .body("errors[0].message", startsWith(message));
        Desk.submission(token, id).body("justifications.size()", equalTo(0));
    }

    @Test
    void aProposalIsAboutOneValueOfTheFile() {
        String id = Desk.submitted(token, file("20", "18"));
        isRefused(id, proposal(RULE, "", "x"), "/0/footnote", "A public comment belongs to one value");
        String group = ", \"key\": {\"REF_AREA\": \"" + area + "\"}";
        isRefused(id, proposal(RULE, group, "x"), "/0/footnote", "A public comment belongs to one value");
        desk.accepted(area, "F,_T,_T,2014,12");
        String withdrawal = Desk.submitted(token, "ACTION," + Desk.HEADER + "\nD," + area + ",F,_T,_T,2014,\n");
        isRefused(withdrawal, proposal("value-dropped", ", \"line\": 2", "x"), "/0/footnote", "The file has no value");
    }

    @Test
    void commentsHaveTheLengthThatTheSchemaSays() {
        String own = "x".repeat(3_990);
        String rows = WITH_COMMENT + area + ",_T,_T,_T,2015,20," + own + "\n" + area + ",F,_T,_T,2015,18,\n" + area
                + ",M,_T,_T,2015,17,\n";
        String id = Desk.submitted(token, rows);
        isRefused(
                id,
                proposal(RULE, ", \"line\": 2", "123456789"),
                "/0/text",
                "Together with the comments on this value");
        justify(id, proposal(RULE, ", \"line\": 2", "12345678"), proposal(RULE, ", \"line\": 2", "abc"))
                .statusCode(200);
        List<String> both = proposalsOf(id);
        accept(id, both).statusCode(400).body("errors.pointer", contains("/footnotes/1"));
        accept(id, both.subList(0, 1)).statusCode(200);
        assertEquals(Map.of("_T", own + "; 12345678"), comments());
    }

    @Test
    void onlyProposalsOfTheSubmissionCanBeAgreedTo() {
        String other = Desk.submitted(token, Desk.file(area, "_T,_T,_T,2013,20", "F,_T,_T,2013,18", "M,_T,_T,2013,17"));
        justify(other, proposal(RULE, ", \"line\": 2", "x")).statusCode(200);
        String id = Desk.submitted(token, file("20", "18"));
        Desk.justify(token, id, RULE).statusCode(200);
        String plain = Desk.submission(token, id).extract().path("justifications[0].id");
        justify(id, proposal(RULE, ", \"line\": 2", "Two registers.")).statusCode(200);
        String proposed = proposalsOf(id).get(0);
        for (String wrong : List.of(plain, proposalsOf(other).get(0), "0", "", "x")) {
            accept(id, List.of(proposed, wrong))
                    .statusCode(400)
                    .body("errors.pointer", contains("/footnotes/1"))
                    .body("errors[0].suggestions", contains(proposed));
        }
        String hash = Desk.submission(token, id).extract().path("sha256");
        String none = "{\"sha256\": \"" + hash + "\", \"footnotes\": ";
        Desk.post(signedIn.reviewer(), id, "acceptance", none + "[null]}").statusCode(400);
        Desk.post(signedIn.reviewer(), id, "acceptance", none + "{}}").statusCode(400);
        Desk.submission(token, id).body("status", equalTo("SUBMITTED"));
        accept(id, List.of(proposed, proposed)).statusCode(200);
        assertEquals(Map.of("_T", "Two registers."), comments());
    }

    @Test
    void anAcceptanceWithoutFootnotesIsWhatItWas() {
        String id = Desk.submitted(token, file("20", "18"));
        justify(id, proposal(RULE, ", \"line\": 2", "Two registers.")).statusCode(200);
        desk.accept(id).statusCode(200);
        assertEquals(Map.of(), comments());
    }
}
