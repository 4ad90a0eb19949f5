package org.tipstats.collect.metadata;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.sdmx.artefact.OfficialSchemas;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** National metadata over HTTP: written, reviewed, confirmed, and read by everyone, by rules and in SDMX. */
@QuarkusTest
class AreaMetadataResourceTest {

    private static final String BREAK = "{\"content\": {\"codes\": {\"VICTIM_STATUS\": \"REG\"}, \"breaks\":"
            + " [{\"year\": \"2016\", \"text\": {\"en\": \"New law\", \"fr\": \"Nouvelle loi\"}}]}}";
    private static final String CODE =
            "{\"dataflow\": \"VICTIMS\", \"content\": {\"codes\": {\"STAT_UNIT\": \"CASE\"}}}";

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    @Inject
    AcceptedMetadata accepted;

    @Inject
    SchemaRegistry schemas;

    private static String address(String area) {
        return "/api/v1/areas/" + area + "/metadata";
    }

    private static Response write(String token, String area, String body) {
        return SignedIn.as(token).contentType(ContentType.JSON).body(body).post(address(area));
    }

    private int written(String area, String body) {
        return write(signedIn.submitter(area), area, body)
                .then()
                .statusCode(201)
                .body("status", equalTo("SUBMITTED"))
                .extract()
                .path("version");
    }

    private static ValidatableResponse step(String token, String area, int version, String step) {
        return SignedIn.as(token)
                .post(address(area) + "/versions/" + version + "/" + step)
                .then();
    }

    private void accept(String area, int version) {
        step(signedIn.reviewer(), area, version, "acceptance")
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("decidedBy", notNullValue());
    }

    @Test
    void theMetadataOfADataflowHaveWhatAnAreaSays() {
        String area = desk.area();
        accept(area, written(area, BREAK));
        accept(
                area,
                written(area, "{\"dataflow\": \"VICTIMS\", \"content\": {\"codes\": {\"VICTIM_STATUS\": \"IDENT\"}}}"));
        String path = "/api/v1/dataflows/%s/metadata?area=%s";
        SignedIn.as(null)
                .get(path.formatted("VICTIMS", area))
                .then()
                .statusCode(200)
                .body("national.codes.VICTIM_STATUS", equalTo("IDENT"))
                .body("national.breaks[0].text.fr", equalTo("Nouvelle loi"));
        SignedIn.as(null)
                .get(path.formatted("PERSONS", area))
                .then()
                .body("national.codes.VICTIM_STATUS", equalTo("REG"));
        SignedIn.as(null).get(path.formatted("VICTIMS", desk.area())).then().body("national", nullValue());
        SignedIn.as(null)
                .get(path.formatted("VICTIMS", "150"))
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("area"))
                .body("errors[0].suggestions", empty());
    }

    @Test
    void theNewestAcceptedVersionIsPublicAndEveryVersionIsKept() {
        String area = desk.area();
        int first = written(area, BREAK);
        SignedIn.as(null).get(address(area)).then().statusCode(200).body("items", empty());
        accept(area, first);
        Response open = SignedIn.as(null).get(address(area));
        open.then()
                .body("items.version", contains(first))
                .body("items[0].dataflow", nullValue())
                .body("items[0].content.breaks[0].text.fr", equalTo("Nouvelle loi"))
                .body("items[0].confirmedAt", nullValue())
                .body("items[0].writtenBy", nullValue());
        SignedIn.as(null)
                .header("If-None-Match", open.header("ETag"))
                .get(address(area))
                .then()
                .statusCode(304);

        step(signedIn.submitter(area), area, first, "confirmation")
                .statusCode(200)
                .body("confirmedInRound", nullValue());
        SignedIn.as(signedIn.administrator())
                .contentType(ContentType.JSON)
                .body("{\"id\": \"metadata-2026\", \"title\": {\"en\": \"x\"}, \"dataflows\": [\"VICTIMS\"],"
                        + " \"years\": [\"2015\"], \"areas\": [\"" + area + "\"], \"contact\": \"x\","
                        + " \"closesAt\": \"2099-01-01T00:00:00Z\"}")
                .post("/api/v1/rounds")
                .then()
                .statusCode(201);
        step(signedIn.submitter(area), area, first, "confirmation")
                .statusCode(200)
                .body("confirmedInRound", equalTo("metadata-2026"));
        SignedIn.as(null).get(address(area)).then().body("items[0].confirmedAt", notNullValue());
        SignedIn.as(signedIn.reviewer())
                .get("/api/v1/rounds/metadata-2026/board")
                .then()
                .body("areas[0].metadataConfirmedAt", notNullValue());
        int second = written(area, "{\"content\": {\"codes\": {\"VICTIM_STATUS\": \"IDENT\"}}}");
        int third = written(area, "{\"content\": {\"codes\": {\"VICTIM_STATUS\": \"PRESUM\"}}}");
        step(signedIn.reviewer(), area, second, "acceptance").statusCode(409);
        SignedIn.as(signedIn.reviewer())
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"Since when?\"}")
                .post(address(area) + "/versions/" + third + "/return")
                .then()
                .statusCode(200)
                .body("reason", equalTo("Since when?"));
        SignedIn.as(null).get(address(area)).then().body("items.version", contains(first));
        step(signedIn.submitter(area), area, third, "confirmation").statusCode(409);
        SignedIn.as(signedIn.submitter(area))
                .get(address(area) + "/versions")
                .then()
                .body("items.status", contains("RETURNED", "WITHDRAWN", "ACCEPTED"));
        SignedIn.as(signedIn.administrator())
                .get("/api/v1/audit?limit=10000")
                .then()
                .body(
                        "items.findAll { it.subject.startsWith('areas/" + area + "/metadata/') }.action",
                        hasItems("metadata-submitted", "metadata-accepted", "metadata-confirmed", "metadata-returned"));
    }

    @Test
    void anEmptyVersionWithdrawsWhatAnAreaSaid() {
        String area = desk.area();
        String nothing = "{\"content\": {}}";
        SignedIn.as(signedIn.submitter(area))
                .contentType(ContentType.JSON)
                .body(nothing)
                .post(address(area))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/content"));
        accept(area, written(area, BREAK));
        accept(area, written(area, BREAK.replaceFirst("\\{", "{\"dataflow\": \"OFFENCES\", ")));
        int withdrawal = written(area, nothing);
        SignedIn.as(null).get(address(area)).then().body("items.size()", equalTo(2));
        accept(area, withdrawal);
        SignedIn.as(null).get(address(area)).then().body("items.dataflow", equalTo(List.of("OFFENCES")));
        accept(area, written(area, "{\"dataflow\": \"OFFENCES\", \"content\": {}}"));
        SignedIn.as(null).get(address(area)).then().body("items", empty());
        SignedIn.as(null)
                .get("/api/v1/dataflows/VICTIMS/metadata?area=" + area)
                .then()
                .body("national", nullValue());
        step(signedIn.submitter(area), area, withdrawal, "confirmation").statusCode(409);
        accept(area, written(area, BREAK));
        SignedIn.as(null).get(address(area)).then().body("items.size()", equalTo(1));
    }

    @Test
    void anotherAreasMetadataDoNotExistForASubmitter() {
        String area = desk.area();
        int version = written(area, BREAK);
        String other = signedIn.submitter(desk.area());
        Response unknown = SignedIn.as(other).get(address("XXX") + "/versions");
        unknown.then().statusCode(404);
        for (String path : List.of("/versions", "/versions/" + version)) {
            Response refused = SignedIn.as(other).get(address(area) + path);
            assertEquals(404, refused.statusCode());
            assertEquals(unknown.<String>path("detail"), refused.path("detail"));
            SignedIn.as(null).get(address(area) + path).then().statusCode(401);
            for (AccountRole role : List.of(AccountRole.REVIEWER, AccountRole.PUBLISHER, AccountRole.ADMINISTRATOR)) {
                SignedIn.as(signedIn.token(Set.of(role)))
                        .get(address(area) + path)
                        .then()
                        .statusCode(200);
            }
        }
        write(other, area, BREAK).then().statusCode(404);
        step(other, area, version, "confirmation").statusCode(404);
        write(signedIn.submitter(area), area, "{\"dataflow\": \"POPULATION\", \"content\": {\"codes\": {}}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/dataflow"));
        SignedIn.as(null).get(address("150")).then().statusCode(404);
        step(signedIn.reviewer(), area, version + 1, "acceptance").statusCode(404);
    }

    @Test
    void nobodyDecidesAboutWhatTheyWrote() {
        String area = desk.area();
        String both = signedIn.token(Set.of(AccountRole.SUBMITTER, AccountRole.REVIEWER), area);
        int version = write(both, area, BREAK).then().statusCode(201).extract().path("version");
        step(both, area, version, "acceptance").statusCode(403);
        accept(area, version);
    }

    /** The same file needs a justification before the break is known, and none afterwards. */
    @Test
    void anAcceptedBreakExplainsAJumpAndBreaksSeriesOfReleasesPublishedLater() {
        String area = desk.area();
        desk.accepted(area, "_T,_T,_T,2015,20");
        String jump = Desk.file(area, "_T,_T,_T,2016,200");
        String token = signedIn.submitter(area);
        Instant before = Instant.now();
        int version = written(area, BREAK);
        Desk.submit(token, jump).then().statusCode(201).body("status", equalTo("NEEDS_JUSTIFICATION"));
        accept(area, version);
        Desk.submit(token, Desk.file(area, "_T,_T,_T,2016,201"))
                .then()
                .statusCode(201)
                .body("status", equalTo("SUBMITTED"))
                .body("counts.information", equalTo(1));
        assertEquals(Optional.of("New law"), breaks(null, area));
        assertEquals(Optional.empty(), breaks(before.minusSeconds(1), area));
    }

    private Optional<String> breaks(Instant at, String area) {
        return accepted.breaks(schemas.dataflow("VICTIMS").orElseThrow(), at).text(area, "2016");
    }

    @Test
    void acceptedMetadataAreMetadataSets() throws IOException {
        String area = desk.area();
        accept(area, written(area, BREAK));
        int version = written(area, CODE);
        accept(area, version);
        String sets = "/sdmx/v2/metadata/metadataset/TIPSTATS/NATIONAL_" + area;
        Response general = SignedIn.as(null).get(sets);
        assertEquals(200, general.statusCode(), general.asString());
        assertEquals(List.of(), OfficialSchemas.json("metadata", "2.0", general.asByteArray()));
        general.then()
                .body("data.metadataSets[0].metadataflow", containsString("MDF_NATIONAL"))
                .body("data.metadataSets[0].links[0].href", endsWith("/MDF_NATIONAL/1.0.0?references=children"))
                .body("data.metadataSets[0].targets[0]", containsString("Code=TIPSTATS:CL_AREA(1.0.0)." + area))
                .body("data.metadataSets[0].attributes.id", contains("VICTIM_STATUS", "BREAK", "META_LAST_UPDATE"))
                .body("data.metadataSets[0].attributes[1].attributes[0].value", equalTo("2016"));
        Response special = SignedIn.as(null).get(sets + "_VICTIMS/" + version + ".0.0");
        assertEquals(List.of(), OfficialSchemas.json("metadata", "2.0", special.asByteArray()));
        special.then().body("data.metadataSets[0].attributes[0].value", equalTo("CASE"));
        List<String> about = SignedIn.as(null)
                .get("/sdmx/v2/metadata/structure/dataflow/TIPSTATS/VICTIMS")
                .path("data.metadataSets.id");
        assertTrue(about.containsAll(List.of("METADATA_VICTIMS", "NATIONAL_" + area + "_VICTIMS")), about.toString());
    }
}
