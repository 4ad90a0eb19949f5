package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.sdmx.artefact.OfficialSchemas;

/** Submits tables in a layout of their own. */
@QuarkusTest
class MappedSubmissionTest {

    private static final String TABLE = "Victims of trafficking in persons,\nGroup,Number\nWomen,10\nMen,4\nTotal,14\n";
    private static final String ANSWERS =
            "{'dataflow':'VICTIMS','unit':'NUMBER','coverage':'national','period':'2022'}";
    private static final String YEAR = "&param.TIME_PERIOD=2023";

    @Inject
    Desk desk;

    @Inject
    SignedIn people;

    @Inject
    OwnTables saved;

    private String area;
    private String token;

    @BeforeEach
    void signIn() {
        area = desk.area();
        token = people.submitter(area);
    }

    private String save() {
        return saved.save(area, "Groups", TABLE, ANSWERS);
    }

    private Response submit(String file, String query) {
        return SignedIn.as(token)
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(Desk.SUBMISSIONS + "?dataflow=VICTIMS" + query);
    }

    @Test
    void theFileTheRowsAndTheMappingAreKept() {
        String mapping = save();
        Response sent = submit(TABLE, YEAR + "&mapping=" + mapping + "@1");
        sent.then()
                .statusCode(201)
                .body("status", equalTo("SUBMITTED"))
                .body("mapping.id", equalTo(mapping))
                .body("mapping.version", equalTo(1))
                .body("parameters", hasEntry("TIME_PERIOD", "2023"))
                .body("rows", equalTo(3));
        assertNotEquals(sent.path("sha256").toString(), sent.path("fileSha256").toString());
        String address = sent.header("Location");
        assertEquals(TABLE, SignedIn.as(token).get(address + "/file").asString());
        SignedIn.as(token)
                .get(address + "/mapped")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/vnd.sdmx.data+csv"))
                .body(startsWith("STRUCTURE,STRUCTURE_ID,ACTION,"));
        SignedIn.as(token)
                .get(address + "/mapping")
                .then()
                .statusCode(200)
                .body("id", equalTo(mapping))
                .body("version", equalTo(1));
        byte[] xml = SignedIn.as(people.reviewer())
                .accept("application/vnd.sdmx.structure+xml")
                .get(address + "/mapping")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertEquals(List.of(), OfficialSchemas.xml("3.0", xml));
        SignedIn.as(people.reviewer())
                .accept("text/csv")
                .get(address + "/mapping")
                .then()
                .statusCode(406);
        SignedIn.as(people.submitter(desk.area()))
                .get(address + "/mapped")
                .then()
                .statusCode(404);
        SignedIn.as(people.publisher()).get(address + "/mapping").then().statusCode(404);
    }

    @Test
    void theSameFileWithTheSameMappingAndValuesIsOneSubmission() {
        String mapping = save();
        String first = submit(TABLE, YEAR).header("Location");
        submit(TABLE, YEAR).then().statusCode(200).header("Location", equalTo(first));
        submit(TABLE, YEAR + "&mapping=" + mapping).then().statusCode(200).header("Location", equalTo(first));
        submit(TABLE, "&param.TIME_PERIOD=2022").then().statusCode(201).header("Location", not(equalTo(first)));
        save();
        submit(TABLE, YEAR).then().statusCode(201).body("mapping.version", equalTo(2));
    }

    @Test
    void aTableThatWasRefusedIsTakenInOnceItsMappingIsSaved() {
        submit(TABLE, YEAR).then().statusCode(422).body("report.findings.rule", contains("own-layout"));
        save();
        submit(TABLE, YEAR).then().statusCode(201).body("mapping.version", equalTo(1));
    }

    @Test
    void aReviewerSeesWhatTheMappingDoesOtherwiseThanBefore() {
        save();
        Response sent = submit(TABLE, YEAR);
        String first = sent.path("id");
        String reviewer = people.reviewer();
        Desk.get(reviewer, Desk.path(first, "mapping"))
                .statusCode(200)
                .body("previous", nullValue())
                .body("changes", empty());
        Desk.post(reviewer, first, "acceptance", "{\"sha256\": \"" + sent.path("sha256") + "\"}")
                .statusCode(200);
        String other = TABLE.replace("Women", "Ladies").replace("Men", "Gentlemen");
        saved.save(area, "Groups", other, ANSWERS.replace("}", ",'word:SEX:Ladies':'F','word:SEX:Gentlemen':'M'}"));
        String later = submit(other, "&param.TIME_PERIOD=2024").path("id");
        Desk.get(reviewer, Desk.path(later, "mapping"))
                .statusCode(200)
                .body("previous.submission", equalTo(first))
                .body("previous.version", equalTo(1))
                .body("changes.what", hasItems("word:SEX:Ladies", "word:SEX:Women"))
                .body("changes.find { it.what == 'word:SEX:Ladies' }.new", equalTo("F"))
                .body("changes.find { it.what == 'word:SEX:Women' }.change", equalTo("removed"));
        SiteSession.open(reviewer)
                .get("/en/desk/review/" + later)
                .statusCode(200)
                .body(containsString("Read in another way than the last accepted file"))
                .body(containsString("Word “Ladies” (SEX)"));
    }

    @Test
    void aTableThatChangedIsRefusedWithItsCells() {
        save();
        submit(TABLE.replace("Men,4", "Men,4\nZorgs,1"), YEAR)
                .then()
                .statusCode(422)
                .body("report.findings.rule", contains("unknown-word"))
                .body("report.findings[0].cells", contains("A5"));
    }

    @Test
    void aFileInTheColumnsOfTheDataflowHasOneHashAndNoMapping() {
        Response sent = submit(Desk.file(area, "_T,_T,_T,2016,12"), "");
        sent.then().statusCode(201).body("mapping", nullValue());
        assertEquals(sent.path("sha256").toString(), sent.path("fileSha256").toString());
        String address = sent.header("Location");
        assertEquals(
                SignedIn.as(token).get(address + "/file").asString(),
                SignedIn.as(token).get(address + "/mapped").asString());
        SignedIn.as(token).get(address + "/mapping").then().statusCode(404);
    }
}
