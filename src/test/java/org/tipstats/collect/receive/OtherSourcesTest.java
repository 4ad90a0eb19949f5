package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.database.Database;

/** The figures of an agency never change those of an area or of another agency. Each submitter sees only its own. */
@QuarkusTest
class OtherSourcesTest {

    private static final String[] NATIONAL = {"_T,_T,_T,2016,120", "F,_T,_T,2016,70", "M,_T,_T,2016,50"};

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    @Inject
    Database database;

    private String area;
    private String nation;
    private String agency;

    @BeforeEach
    void signIn() {
        area = desk.area();
        nation = signedIn.submitter(area);
        agency = signedIn.agency("IOM", area);
    }

    private void impact(String token, String id, int added, int changed, int removed, int unchanged) {
        Desk.get(token, Desk.path(id, "impact"))
                .statusCode(200)
                .body("added.count", equalTo(added))
                .body("changed.count", equalTo(changed))
                .body("removed.count", equalTo(removed))
                .body("unchanged.count", equalTo(unchanged));
    }

    @Test
    void anAgencysFileChangesNothingOfTheArea() {
        desk.accepted(area, NATIONAL);
        String pending = Desk.submitted(nation, Desk.file(area, "_T,_T,_T,2015,118"));
        String sent = Desk.submitted(agency, Desk.file(area, "_T,_T,_T,2016,131", "_T,_T,_T,2015,90"));
        impact(agency, sent, 2, 0, 0, 0);
        Desk.submission(nation, pending).body("status", equalTo("SUBMITTED"));
        Desk.submission(signedIn.reviewer(), sent).body("overlaps", empty()).body("source", equalTo("IOM"));
        Desk.submission(signedIn.reviewer(), pending).body("overlaps", empty()).body("source", nullValue());
        desk.accept(sent).statusCode(200).body("status", equalTo("ACCEPTED"));
        impact(nation, Desk.submitted(nation, Desk.file(area, NATIONAL) + " "), 0, 0, 0, 3);
    }

    @Test
    void replacingAndWithdrawingStayWithinTheSource() {
        desk.accepted(area, NATIONAL);
        String first =
                Desk.submitted(agency, Desk.file(area, "_T,_T,_T,2016,131", "F,_T,_T,2016,80", "M,_T,_T,2016,51"));
        desk.accept(first).statusCode(200);
        String second = Desk.submit(agency, Desk.file(area, "_T,_T,_T,2016,140"), "mode", "replace")
                .path("id");
        impact(agency, second, 0, 1, 2, 0);
        Desk.justify(agency, second, "value-dropped");
        Desk.justify(agency, second, "revision");
        Desk.submission(agency, second).body("status", equalTo("SUBMITTED"));
        desk.accept(second).statusCode(200);
        impact(nation, Desk.submitted(nation, Desk.file(area, NATIONAL) + " "), 0, 0, 0, 3);
    }

    @Test
    void eachSeesItsOwnOnly() {
        String national = desk.accepted(area, NATIONAL);
        String sent = Desk.submitted(agency, Desk.file(area, "_T,_T,_T,2016,131"));
        String other = signedIn.agency("ILO", area);
        for (String stranger : List.of(nation, other)) {
            for (String part : List.of("", "/report", "/file", "/impact", "/receipt", "/justifications", "/withheld")) {
                Desk.get(stranger, Desk.path(sent) + part).statusCode(404);
            }
            Desk.post(stranger, sent, "withdrawal", null).statusCode(404);
            Desk.justify(stranger, sent, "revision").statusCode(404);
        }
        Desk.get(agency, Desk.path(national)).statusCode(404);
        Desk.post(agency, national, "withdrawal", null).statusCode(404);
        Desk.get(agency, Desk.SUBMISSIONS).body("items.source", everyItem(equalTo("IOM")));
        Desk.get(nation, Desk.SUBMISSIONS).body("items.id", contains(national));
        Desk.get(signedIn.reviewer(), Desk.SUBMISSIONS + "?area=" + area + "&source=IOM")
                .body("items.id", contains(sent));
        Desk.get(signedIn.reviewer(), Desk.SUBMISSIONS + "?area=" + area + "&source=NATIONAL")
                .body("items.id", contains(national));
        Desk.get(agency, Desk.path(sent, "withheld")).statusCode(409);
    }

    @Test
    void theSourceIsThatOfTheAccount() {
        String file = Desk.file(area, "_T,_T,_T,2016,131");
        Desk.submit(nation, file, "source", "IOM").then().statusCode(403);
        Desk.submit(agency, file, "source", "ILO").then().statusCode(403);
        Desk.submit(agency, file, "source", "NATIONAL").then().statusCode(403);
        Desk.submit(agency, file, "source", "IMO")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("source"))
                .body("errors[0].suggestions", hasItem("IOM"));
        Desk.sending(nation, file, "dataflow", "VICTIMS", "source", "IOM")
                .post(Desk.VALIDATIONS)
                .then()
                .statusCode(403);
        Desk.submit(nation, file, "source", "NATIONAL").then().statusCode(201).body("source", nullValue());
        Desk.submit(agency, file, "source", "IOM").then().statusCode(201).body("source", equalTo("IOM"));
    }

    @Test
    void anAgencyWritesOfItsAreasOnlyAndOfNoReferenceData() {
        String elsewhere = desk.area();
        Desk.submit(agency, Desk.file(elsewhere, "_T,_T,_T,2016,131"))
                .then()
                .statusCode(422)
                .body("report.summary.rule", hasItem("area-not-yours"));
        Desk.sending(agency, "x")
                .queryParam("dataflow", "POPULATION")
                .post(Desk.SUBMISSIONS)
                .then()
                .statusCode(403);
        SignedIn.as(agency)
                .contentType(ContentType.JSON)
                .body("{\"threshold\": 10}")
                .put("/api/v1/areas/" + area + "/thresholds/VICTIMS")
                .then()
                .statusCode(404);
    }

    @Test
    void anAccountOfAnAgencyDecidesNothing() {
        create(
                "\"roles\": [\"submitter\", \"reviewer\"], \"areas\": [\"" + area + "\"], \"source\": \"IOM\"",
                "/roles");
        create("\"roles\": [\"reviewer\"], \"areas\": [], \"source\": \"IOM\"", "/roles");
        create("\"roles\": [\"submitter\"], \"areas\": [], \"source\": \"IOM\"", "/areas");
        create("\"roles\": [\"submitter\"], \"areas\": [\"" + area + "\"], \"source\": \"NATIONAL\"", "/source");
        create("\"roles\": [\"submitter\"], \"areas\": [\"" + area + "\"], \"source\": \"IMO\"", "/source");
        SignedIn.as(signedIn.administrator())
                .contentType(ContentType.JSON)
                .body("{\"name\": \"IOM desk\", \"roles\": [\"submitter\"], \"areas\": [\"" + area
                        + "\"], \"source\": \"IOM\"}")
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .body("source", equalTo("IOM"));
    }

    private void create(String account, String pointer) {
        SignedIn.as(signedIn.administrator())
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Agency\", " + account + "}")
                .post("/api/v1/accounts")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void theDatabaseKeepsSourcesApart() {
        String sent = Desk.submitted(agency, Desk.file(area, "_T,_T,_T,2016,131"));
        assertThrows(
                RuntimeException.class,
                () -> database.update(
                        "insert into acceptance (number, submission_id, dataflow, accepted_at, accepted_by)"
                                + " select -1, id, dataflow, now(), id from submission where id::text = ?",
                        sent));
        desk.accept(sent).statusCode(200);
        assertEquals(
                1,
                database.number(
                        "select count(*) from acceptance where submission_id::text = ? and source = 'IOM'", sent));
    }
}
