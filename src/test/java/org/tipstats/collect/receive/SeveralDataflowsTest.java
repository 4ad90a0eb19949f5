package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;

/** Submits files without naming a dataflow: the mapping says what the figures count. */
@QuarkusTest
class SeveralDataflowsTest {

    private static final String TABLE = "Crime statistics,\nGroup,Number\nVictims of trafficking in persons,14\n"
            + "Persons prosecuted for trafficking in persons,5\n";
    private static final String ANSWERS = "{'dataflow':{'B3':'VICTIMS','B4':'PERSONS'},'unit':'NUMBER',"
            + "'coverage':'national','period':'2022',"
            + "'word:STAGE:Persons prosecuted for trafficking in persons':'PROSECUTED'}";
    private static final String YEAR = "?param.TIME_PERIOD=2023";

    @Inject
    Desk desk;

    @Inject
    SignedIn people;

    @Inject
    OwnTables tables;

    private String area;
    private String token;

    @BeforeEach
    void signIn() {
        area = desk.area();
        token = people.submitter(area);
    }

    private Response submit(String file, String query, String... headers) {
        RequestSpecification request =
                SignedIn.as(token).contentType("text/csv").body(file.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < headers.length; i += 2) {
            request = request.header(headers[i], headers[i + 1]);
        }
        return request.post(Desk.SUBMISSIONS + query);
    }

    @Test
    void oneFileGivesASubmissionOfEachDataflow() {
        tables.save(area, "Both", TABLE, ANSWERS);
        Response sent = submit(TABLE, YEAR);
        sent.then()
                .statusCode(201)
                .body("items.dataflow", contains("PERSONS", "VICTIMS"))
                .body("items.rows", contains(1, 1))
                .body("items.status", contains("SUBMITTED", "SUBMITTED"));
        List<String> ids = sent.path("items.id");
        assertEquals(Desk.path(ids.get(0)), sent.header("Location"));
        Desk.submission(token, ids.get(0)).body("links", contains(ids.get(1)));
        Desk.submission(token, ids.get(1)).body("links", contains(ids.get(0)));
        Response again = submit(TABLE, YEAR);
        again.then().statusCode(200).body("items.id", equalTo(ids));
    }

    @Test
    void eachIsReviewedByItself() {
        tables.save(area, "Both", TABLE, ANSWERS);
        List<String> ids = submit(TABLE, YEAR).path("items.id");
        Desk.post(people.reviewer(), ids.get(0), "return", "{\"reason\": \"Which stage is it?\"}")
                .statusCode(200);
        Desk.submission(token, ids.get(1)).body("status", equalTo("SUBMITTED"));
        Response again = submit(TABLE, YEAR);
        again.then().statusCode(201).body("items.status", contains("SUBMITTED", "SUBMITTED"));
        List<String> later = again.path("items.id");
        assertEquals(ids.get(1), later.get(1), "the one that was not returned stays");
        Desk.submission(token, ids.get(1)).body("links", contains(ids.get(0), later.get(0)));
    }

    @Test
    void aFaultOfOneDataflowKeepsNoneOutOfTheReport() {
        tables.save(area, "Both", TABLE, ANSWERS);
        Response sent = submit(TABLE.replace(",5", ",5.5"), YEAR);
        sent.then()
                .statusCode(422)
                .header("Location", notNullValue())
                .body("report.valid", equalTo(false))
                .body("items.dataflow", contains("PERSONS", "VICTIMS"))
                .body("items[0].status", equalTo("INVALID"));
    }

    @Test
    void theKeyOfARequestAnswersItAgain() {
        tables.save(area, "Both", TABLE, ANSWERS);
        List<String> ids = submit(TABLE, YEAR, "Idempotency-Key", area + "-1").path("items.id");
        submit(TABLE, YEAR, "Idempotency-Key", area + "-1")
                .then()
                .statusCode(201)
                .body("items.id", equalTo(ids));
        submit(TABLE, YEAR + "&dataflow=VICTIMS", "Idempotency-Key", area + "-1")
                .then()
                .statusCode(422);
    }

    @Test
    void aRepeatedRequestHasTheSubmissionsOfItsFirstAnswerOnly() {
        tables.save(area, "Both", TABLE, ANSWERS);
        List<String> ids = submit(TABLE, YEAR).path("items.id");
        Desk.post(people.reviewer(), ids.get(1), "return", "{\"reason\": \"Which year is it?\"}")
                .statusCode(200);
        List<String> later = submit(TABLE, YEAR, "Idempotency-Key", area + "-2").path("items.id");
        assertEquals(ids.get(0), later.get(0), "the one that was not returned stays");
        submit(TABLE, YEAR, "Idempotency-Key", area + "-2").then().body("items.id", equalTo(later));
    }

    @Test
    void aNamedDataflowGivesItsOwnSubmissionOnly() {
        tables.save(area, "Both", TABLE, ANSWERS);
        submit(TABLE, YEAR + "&dataflow=VICTIMS")
                .then()
                .statusCode(201)
                .body("dataflow", equalTo("VICTIMS"))
                .body("links", empty())
                .body("items", nullValue());
    }

    @Test
    void ourOwnFileSaysWhatItCounts() {
        String file = "STRUCTURE,STRUCTURE_ID,ACTION," + Desk.HEADER + "\ndataflow,TIPSTATS:VICTIMS(1.0.0),I," + area
                + ",_T,_T,_T,2016,12\n";
        submit(file, "").then().statusCode(201).body("items", hasSize(1)).body("items[0].dataflow", equalTo("VICTIMS"));
    }

    @Test
    void aFileThatSaysNothingIsNotKept() {
        submit(Desk.file(area, "_T,_T,_T,2016,12"), "?mode=merge")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("dataflow"));
        submit("\n \n", "").then().statusCode(400).body("errors[0].parameter", equalTo("dataflow"));
        submit(TABLE, YEAR)
                .then()
                .statusCode(422)
                .header("Location", nullValue())
                .body("report.findings.rule", contains("own-layout"));
        Desk.get(token, Desk.SUBMISSIONS).body("items", empty());
    }

    @Test
    void aListOfPersonsIsRefusedAsOne() {
        String persons = "Case,Name,Date of birth,Sex,Nationality\n1,Ana Maria Popescu,1999-02-03,F,ROU\n"
                + "2,Ion Ionescu,1987-12-01,M,MDA\n3,Elena Rusu,2001-07-15,F,MDA\n";
        submit(persons, "").then().statusCode(422).body("report.findings.rule", contains("case-level-data"));
        SignedIn.as(token)
                .multiPart("file", "cases.csv", persons.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("corrections", "[{\"cell\": \"B2\", \"old\": \"Ana\", \"new\": \"Eva\"}]")
                .post(Desk.SUBMISSIONS)
                .then()
                .statusCode(422)
                .body("report.findings.rule", contains("case-level-data"))
                .body("errors", nullValue());
        Desk.get(token, Desk.SUBMISSIONS).body("items", empty());
    }
}
