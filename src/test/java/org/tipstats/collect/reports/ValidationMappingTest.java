package org.tipstats.collect.reports;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.mappings.MappingService;
import org.tipstats.mapping.saved.MappingMessage;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.validate.mapped.MappedGiven;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Validates tables in a layout of their own over HTTP. Each test has columns of its own. */
@QuarkusTest
class ValidationMappingTest {

    private static final String VALIDATIONS = "/api/v1/validations?dataflow=VICTIMS";
    private static final String ANSWERS =
            "{'dataflow':'VICTIMS','unit':'NUMBER','coverage':'national','period':'2022'}";

    @Inject
    SignedIn people;

    @Inject
    MappingService mappings;

    @Inject
    SchemaRegistry schemas;

    private String submitter;

    @BeforeEach
    void signIn() {
        submitter = people.submitter("KGZ");
    }

    private static String table(String heading, int total) {
        return "Victims of trafficking in persons,\n" + heading + ",Number\nWomen,10\nMen,4\nTotal," + total + "\n";
    }

    private String save(String heading) {
        Actor actor = new Actor(UUID.randomUUID(), "KGZ", Set.of(AccountRole.SUBMITTER), Set.of("KGZ"));
        return mappings.save("KGZ", heading, MappedGiven.mapping(table(heading, 14), ANSWERS), actor)
                .id();
    }

    private static ValidatableResponse validate(String token, String file, String query) {
        return SignedIn.as(token)
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(VALIDATIONS + query)
                .then();
    }

    @Test
    void aMappingThatComesWithTheFileReadsIt() {
        String message = new MappingMessage(schemas)
                .write(MappedGiven.mapping(table("Sent", 14), ANSWERS), "M", "1.0.0", "")
                .toString();
        SignedIn.as(null)
                .multiPart("file", "kgz.csv", table("Sent", 13).getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mapping", message, "application/json")
                .post(VALIDATIONS + "&param.TIME_PERIOD=2023")
                .then()
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("file.rows", equalTo(3))
                .body("findings.rule", contains("sum-exceeds-total"))
                .body("findings[0].cells", contains("B5"))
                .body("findings[0].line", equalTo(5))
                .body("findings[0].key.TIME_PERIOD", equalTo("2023"))
                .body("findings[0].related[0].cells", contains("B3"));
    }

    @Test
    void aSavedMappingIsNamedByItsSubmittersAndUnknownToOthers() {
        String id = save("Named");
        String query = "&param.TIME_PERIOD=2023&mapping=" + id;
        validate(submitter, table("Named", 14), query)
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("passed", hasItem("mapping-drift"));
        validate(submitter, table("Named", 14), query + "@1").statusCode(200).body("valid", equalTo(true));
        validate(submitter, table("Named", 14), query + "@2").statusCode(404);
        validate(null, table("Named", 14), query).statusCode(404);
        validate(people.submitter("AUT"), table("Named", 14), query).statusCode(404);
    }

    @Test
    void aFileIsRecognisedByTheSavedMappingOfItsArea() {
        save("Recognised group of persons");
        String file = table("Recognised group of persons", 14);
        validate(submitter, file, "&param.TIME_PERIOD=2023")
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("file.rows", equalTo(3));
        validate(submitter, file, "").statusCode(200).body("findings.rule", contains("mapping-drift"));
        validate(people.submitter("AUT"), file, "&param.TIME_PERIOD=2023")
                .statusCode(200)
                .body("findings.rule", contains("own-layout"));
    }

    @Test
    void aTableThatNobodyKnowsHasOneFinding() {
        validate(null, table("Unknown", 14), "")
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("findings.rule", contains("own-layout"));
    }

    @Test
    void aFileInTheColumnsOfTheDataflowNeedsNoMapping() {
        validate(submitter, "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nKGZ,_T,_T,_T,2016,12\n", "")
                .statusCode(200)
                .body("valid", equalTo(true));
    }

    /** The contract: a malformed parameter is a 400 with suggestions, and one cause is one finding, not one a row. */
    @Test
    void anUnknownCodeInAParameterIsOneFault() {
        validate(null, table("x", 14), "&param.TIME_PERIOD=2023&param.VICTIM_STATUS=PRESUMED")
                .statusCode(400)
                .body("errors.parameter", contains("param.VICTIM_STATUS"))
                .body("errors[0].value", equalTo("PRESUMED"))
                .body("errors[0].suggestions", contains("PRESUM"));
        validate(null, table("x", 14), "&param.TIME_PERIOD=20x3")
                .statusCode(400)
                .body("errors.parameter", contains("param.TIME_PERIOD"));
    }

    @Test
    void anUnknownComponentAndTwoMappingsAreRefused() {
        validate(null, table("x", 14), "&param.YEAR=2023")
                .statusCode(400)
                .body("errors[0].parameter", equalTo("param.YEAR"));
        validate(null, table("x", 14), "&param.TIME_PERIOD=2023&param.TIME_PERIOD=2022")
                .statusCode(400);
        validate(null, table("x", 14), "&parameter=2023").statusCode(400);
        SignedIn.as(null)
                .multiPart("file", "kgz.csv", table("x", 14).getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mapping", "{}", "application/json")
                .post(VALIDATIONS)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/mapping-invalid"));
    }
}
