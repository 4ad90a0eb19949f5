package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;

/** Submits a table with corrected cells. The file stays as received. */
@QuarkusTest
class CorrectedCellsTest {

    private static final String TABLE = "Victims of trafficking in persons,\nGroup,Number\nWomen,10\nMen,4\nTotal,14\n";
    private static final String WRONG = TABLE.replace("Men,4", "Men,40");
    private static final String ANSWERS =
            "{'dataflow':'VICTIMS','unit':'NUMBER','coverage':'national','period':'2022'}";
    private static final String QUERY = "?dataflow=VICTIMS&param.TIME_PERIOD=2023";
    private static final String MEN = "[{\"cell\": \"B4\", \"old\": \"40\", \"new\": \"4\"}]";

    @Inject
    Desk desk;

    @Inject
    SignedIn people;

    @Inject
    OwnTables tables;

    private String token;

    @BeforeEach
    void saveAMapping() {
        String area = desk.area();
        token = people.submitter(area);
        tables.save(area, "Groups", TABLE, ANSWERS);
    }

    private Response send(String path, String file, String corrections) {
        return SignedIn.as(token)
                .multiPart("file", "table.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("corrections", corrections)
                .post(path + QUERY);
    }

    @Test
    void theCorrectedTextCountsAndTheFileStays() {
        Response sent = send(Desk.SUBMISSIONS, WRONG, MEN);
        sent.then()
                .statusCode(201)
                .body("corrections.cell", contains("B4"))
                .body("corrections.old", contains("40"))
                .body("corrections.new", contains("4"));
        String address = sent.header("Location");
        assertEquals(WRONG, SignedIn.as(token).get(address + "/file").asString());
        SignedIn.as(token)
                .get(address + "/mapped")
                .then()
                .body(containsString(",4,"))
                .body(not(containsString(",40,")));
        send(Desk.SUBMISSIONS, WRONG, MEN).then().statusCode(200).header("Location", equalTo(address));
        send(Desk.SUBMISSIONS, WRONG, MEN.replace("\"old\": \"40\", ", ""))
                .then()
                .statusCode(200)
                .header("Location", equalTo(address));
        send(Desk.SUBMISSIONS, WRONG, MEN.replace("\"4\"", "\"5\"")).then().header("Location", not(equalTo(address)));
    }

    @Test
    void aValidationReadsTheCorrectedText() {
        String total = "[{\"cell\": \"B5\", \"new\": \"3\"}]";
        send(Desk.VALIDATIONS, TABLE, total).then().statusCode(200).body("counts.warning", equalTo(1));
        send(Desk.VALIDATIONS, TABLE, "").then().statusCode(200).body("counts.warning", equalTo(0));
    }

    @Test
    void aCorrectionThatDoesNotFitTheFileIsRefused() {
        send(Desk.SUBMISSIONS, TABLE, MEN)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/corrections/0/old"))
                .body("errors[0].message", equalTo("The cell has the text \"4\" in the file."));
        send(Desk.SUBMISSIONS, TABLE, MEN.replace("B4", "B99"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/corrections/0/cell"));
        send(Desk.SUBMISSIONS, Desk.file("KGZ", "_T,_T,_T,2016,12"), MEN)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/corrections"));
    }

    @Test
    void aFaultPointsToTheCorrectionAsItWasSent() {
        String two = "[{\"cell\": \"B5\", \"new\": \"14\"}, {\"cell\": \"B3\", \"old\": \"11\", \"new\": \"10\"}]";
        send(Desk.SUBMISSIONS, TABLE, two)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/corrections/1/old"));
    }

    @Test
    void theOrderOfTheCorrectionsDoesNotMatter() {
        String two = "[{\"cell\": \"B4\", \"new\": \"4\"}, {\"cell\": \"B3\", \"new\": \"10\"}]";
        String address = send(Desk.SUBMISSIONS, WRONG, two).header("Location");
        String other = "[{\"cell\": \"B3\", \"new\": \"10\"}, {\"cell\": \"B4\", \"new\": \"4\"}]";
        send(Desk.SUBMISSIONS, WRONG, other)
                .then()
                .statusCode(200)
                .header("Location", equalTo(address))
                .body("corrections.cell", contains("B3", "B4"));
    }

    @Test
    void aWrongArrayIsABadRequest() {
        for (String wrong : new String[] {"{", "{}", "[null]", "[{\"cell\": \"B4\", \"now\": \"4\"}]", "[1]", "[[]]"}) {
            send(Desk.SUBMISSIONS, TABLE, wrong)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/corrections"));
        }
        String twice =
                "[{\"cell\": \"B4\", \"new\": \"4\"}, {\"cell\": \"B4\", \"new\": \"5\"}, {\"cell\": \"B4:B5\"}]";
        send(Desk.SUBMISSIONS, TABLE, twice)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/corrections/1/cell", "/corrections/2/cell", "/corrections/2/new"));
    }
}
