package org.tipstats.collect.mappings;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.sdmx.artefact.MlMapReader;
import org.tipstats.sdmx.artefact.OfficialSchemas;
import org.tipstats.vocabulary.schema.StructureMapReader;

/** Saved mappings over HTTP. Each test uses a name of its own. */
@QuarkusTest
class MappingResourceTest {

    private static final String MAPPINGS = "/api/v1/mappings";
    private static final String STRUCTURE = "application/vnd.sdmx.structure+json;version=2.0.0";
    private static final String XML = "application/vnd.sdmx.structure+xml;version=3.0.0";

    @Inject
    SignedIn people;

    private String submitter;

    @BeforeEach
    void signIn() {
        submitter = people.submitter("KGZ");
    }

    private static Object mapping(String women) {
        return SignedIn.as(null)
                .multiPart(
                        "file",
                        "t.csv",
                        GuessServiceTest.TABLE.replace("Women", women).getBytes(StandardCharsets.UTF_8),
                        "text/csv")
                .multiPart("answers", GuessResourceTest.ANSWERS)
                .post(GuessResourceTest.GUESS + "?area=KGZ")
                .then()
                .statusCode(200)
                .extract()
                .path("mapping");
    }

    static ValidatableResponse save(String token, String name, String area, Object mapping) {
        return SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body(Map.of("name", name, "area", area, "mapping", mapping))
                .post(MAPPINGS)
                .then();
    }

    private String saved(String name, String women) {
        return save(submitter, name, "KGZ", mapping(women))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse get(String token, String path) {
        return SignedIn.as(token).get(MAPPINGS + path).then();
    }

    @Test
    void savingAgainMakesTheNextVersionAndTheOldOneStays() {
        String id = saved("Versions", "Women");
        save(submitter, "Versions", "KGZ", mapping("Females"))
                .statusCode(201)
                .header("Location", endsWith("/api/v1/mappings/" + id + "@2"))
                .body("id", equalTo(id))
                .body("version", equalTo(2));

        get(submitter, "/" + id)
                .statusCode(200)
                .body("version", equalTo(2))
                .body("name", equalTo("Versions"))
                .body("area", equalTo("KGZ"))
                .body("dataflows", contains("VICTIMS"))
                .body("savedBy", equalTo("submitter KGZ"))
                .body("retiredAt", nullValue())
                .body("mapping.data.structureMaps[0].version", equalTo("2.0.0"));
        get(submitter, "/" + id + "@1").statusCode(200).body("version", equalTo(1));
        get(submitter, "/" + id + "@3").statusCode(404);
        get(submitter, "/" + id + "/diff?from=1")
                .statusCode(200)
                .body("from", equalTo(1))
                .body("to", equalTo(2))
                .body("changes.what", contains("word:SEX:Females", "word:SEX:Women"))
                .body("changes.change", contains("added", "removed"))
                .body("changes.new", contains("F", null));
        get(submitter, "/" + id + "/diff").statusCode(200).body("from", equalTo(1));
        get(submitter, "/" + id + "/diff?from=9").statusCode(400).body("errors[0].parameter", equalTo("from"));
    }

    @Test
    void aMappingIsAlsoAStructureMessage() throws IOException {
        String path = MAPPINGS + "/" + saved("Message", "Women");
        byte[] json = message(submitter, path, STRUCTURE);
        assertEquals(List.of(), OfficialSchemas.json("structure", "2.0", json));
        assertArrayEquals(json, message(submitter, path, "application/vnd.sdmx.structure+json"));
        for (String accept : List.of(XML, "application/vnd.sdmx.structure+xml")) {
            byte[] xml = message(submitter, path + "@1", accept);
            assertEquals(List.of(), OfficialSchemas.xml("3.0", xml));
            assertEquals(
                    StructureMapReader.read(new ObjectMapper().readTree(json)),
                    MlMapReader.read(new ByteArrayInputStream(xml)));
        }
        for (String accept : List.of("text/csv", "application/vnd.sdmx.structure+xml;version=2.1")) {
            SignedIn.as(submitter).accept(accept).get(path).then().statusCode(406);
        }
    }

    /** Returns a structure message, and tests its media type. */
    private static byte[] message(String token, String path, String accept) {
        return SignedIn.as(token)
                .accept(accept)
                .get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith(accept.split(";")[0]))
                .header("Vary", containsString("Accept"))
                .extract()
                .asByteArray();
    }

    @Test
    void onlyTheAreaAndItsReviewersSeeAMapping() {
        String id = saved("Rights", "Women");
        for (String token : new String[] {submitter, people.reviewer(), people.administrator()}) {
            get(token, "/" + id).statusCode(200);
            get(token, "?area=KGZ").statusCode(200).body("items.id", hasItem(id));
        }
        String other = people.submitter("UZB");
        String publisher = people.token(Set.of(AccountRole.PUBLISHER));
        for (String token : new String[] {other, publisher}) {
            get(token, "/" + id).statusCode(404);
            get(token, "/" + id + "/diff").statusCode(404);
        }
        get(other, "?area=KGZ").statusCode(200).body("items", empty());
        get(null, "/" + id).statusCode(401);
        save(other, "Rights", "KGZ", mapping("Women")).statusCode(404);
        save(people.reviewer(), "Rights", "KGZ", mapping("Women")).statusCode(403);
        SignedIn.as(other).delete(MAPPINGS + "/" + id).then().statusCode(404);
        SignedIn.as(people.reviewer()).delete(MAPPINGS + "/" + id).then().statusCode(403);
    }

    @Test
    void aRetiredMappingLeavesTheListsAndItsVersionsStay() {
        String id = saved("Retired", "Women");
        SignedIn.as(submitter).delete(MAPPINGS + "/" + id).then().statusCode(204);

        get(submitter, "").statusCode(200).body("items.id", not(hasItem(id)));
        get(submitter, "/" + id).statusCode(404);
        get(submitter, "/" + id + "@1").statusCode(200).body("retiredAt", notNullValue());
        SignedIn.as(submitter).delete(MAPPINGS + "/" + id).then().statusCode(404);

        // The name identifies the mapping, so saving brings it back.
        save(submitter, "Retired", "KGZ", mapping("Women"))
                .statusCode(201)
                .body("id", equalTo(id))
                .body("version", equalTo(2));
        get(submitter, "").body("items.id", hasItem(id));
    }

    @Test
    void changesAreInTheAuditLog() {
        String id = saved("Logged", "Women");
        SignedIn.as(submitter).delete(MAPPINGS + "/" + id).then().statusCode(204);
        SignedIn.as(people.administrator())
                .get("/api/v1/audit?subject=mappings/" + id)
                .then()
                .statusCode(200)
                .body("items.action", contains("mapping-retired", "mapping-saved"));
    }

    @Test
    void whatIsNoMappingIsRefusedAtItsPlace() {
        save(submitter, "Wrong", "KGZ", Map.of("data", Map.of()))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/mapping-invalid"))
                .body("errors[0].pointer", startsWith("/mapping/data"));
        save(submitter, " ", "KGZ", mapping("Women")).statusCode(400).body("errors[0].pointer", equalTo("/name"));
        SignedIn.as(submitter)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Wrong\", \"area\": \"KGZ\", \"mapping\"")
                .post(MAPPINGS)
                .then()
                .statusCode(400);
        save(submitter, "Wrong", "KGZ", Map.of("data", "x".repeat(2_100_000)))
                .statusCode(413)
                .body("limit", equalTo(2_000_000));
        SignedIn.as(null).get("/problems/mapping-invalid").then().statusCode(200);
    }

    @Test
    void theBuiltInReadingsAreListedForEveryoneInSixLanguages() {
        get(null, "/built-in")
                .statusCode(200)
                .body("items", hasSize(6))
                .body("items.id", hasItems("own-form", "open-sdg", "sdg-series", "sdmx", "json-stat", "px"))
                .body("items[0].name.size()", equalTo(6))
                .body("items[0].recognises.fr", notNullValue())
                .body("next", nullValue());
    }

    @Test
    void theLimitsAreShown() {
        SignedIn.as(null)
                .get("/api/v1/limits")
                .then()
                .body("mappings.maxBytes", equalTo(2_000_000))
                .body("mappings.maxPerArea", equalTo(200))
                .body("mappings.maxTableColumns", equalTo(2_000))
                .body("mappings.maxTableCells", equalTo(500_000))
                .body("entries.maxFigures", equalTo(10_000))
                .body("entries.maxCommentCharacters", equalTo(1_000))
                .body("metadata.maxVersionsPerArea", equalTo(500));
    }
}
