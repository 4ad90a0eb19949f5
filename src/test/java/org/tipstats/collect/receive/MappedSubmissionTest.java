package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.mappings.MappingService;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.validate.mapped.MappedGiven;

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
    MappingService mappings;

    private String area;
    private String token;

    @BeforeEach
    void signIn() {
        area = desk.area();
        token = people.submitter(area);
    }

    /** Saves a version of the mapping of the area, and returns its id. */
    private String save() {
        Mapping made = MappedGiven.mapping(TABLE, ANSWERS);
        Mapping own = new Mapping(
                area,
                made.dataflows(),
                made.tables(),
                made.words(),
                made.choices(),
                made.constants(),
                made.parameters());
        Actor actor = new Actor(UUID.randomUUID(), area, Set.of(AccountRole.SUBMITTER), Set.of(area));
        return mappings.save(area, "Groups", own, actor).id();
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
        SignedIn.as(people.submitter(desk.area()))
                .get(address + "/mapped")
                .then()
                .statusCode(404);
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
