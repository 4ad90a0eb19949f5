package org.tipstats.disseminate.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;

/** Tests metadata, citations and the catalogue over HTTP. */
@QuarkusTest
class CatalogueResourceTest {

    private static final String CATALOGUE = "/api/v1/catalogue.jsonld";

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        if (given().get("/api/v1/releases/listed-1").statusCode() != 200) {
            releases.accept(
                    "VICTIMS",
                    "CCK",
                    "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,COMMENT\nCCK,_T,_T,_T,2012,600,=1+1\n");
            releases.publish("listed-1");
        }
    }

    @Test
    void metadataSayWhatTheFiguresAreAndWhatTheyAreNot() {
        given().get("/api/v1/dataflows/VICTIMS/metadata")
                .then()
                .statusCode(200)
                .body("threshold", equalTo(5))
                .body("definition", startsWith("Persons whom the national authorities detected"))
                .body("caveats[0]", containsString("detected is not prevalence"))
                .body("licence.text", containsString("release"))
                .body("contact.organisation", equalTo("The agency that runs this service"));
        given().get("/api/v1/dataflows/PERSONS/metadata?lang=fr")
                .then()
                .body("language", equalTo("fr"))
                .body("caveats", hasItem(containsString("condamnation")));
        given().get("/api/v1/dataflows/POPULATION/metadata")
                .then()
                .body("threshold", equalTo(0))
                .body("caveats", hasSize(1));
        given().get("/api/v1/dataflows/NOTHING/metadata").then().statusCode(404);
    }

    @Test
    void aReleaseIsCitedInTheFormThatIsAskedFor() {
        String address = "/api/v1/releases/listed-1/citation";
        Response whole = given().get(address);
        assertEquals(200, whole.statusCode());
        assertEquals(6, whole.<Map<String, String>>path("texts").size());
        assertEquals(
                given().get("/api/v1/releases/listed-1").<String>path("contentHash"), whole.<String>path("sha256"));
        String spanish = given().get(address + "?format=text&lang=es").asString();
        assertEquals(whole.<String>path("texts.es") + "\n", spanish);
        Response bibtex = given().accept("application/x-bibtex").get(address);
        assertEquals("application/x-bibtex;charset=utf-8", bibtex.contentType());
        assertEquals(whole.<String>path("bibtex"), bibtex.asString());
        Response csl = given().get(address + "?format=csl");
        assertEquals("listed-1", new JsonPath(csl.asString()).getString("[0].version"));
        given().get(address + "?format=ris").then().statusCode(400);
        given().accept("image/png").get(address).then().statusCode(406);
    }

    @Test
    void draftsAreNotCitedWhoeverAsks() {
        releases.draft("listed-draft", null);
        String address = "/api/v1/releases/listed-draft/citation";
        given().get(address).then().statusCode(404);
        releases.as(AccountRole.REVIEWER).get(address).then().statusCode(404);
        given().get(CATALOGUE + "?limit=10000").then().body(not(containsString("listed-draft")));
        releases.as(AccountRole.REVIEWER).delete("/api/v1/releases/listed-draft");
    }

    @Test
    void theCatalogueHasEachReleaseWithTheHashesOfItsFiles() throws NoSuchAlgorithmException {
        Response reply = given().get(CATALOGUE + "?limit=10000");
        assertEquals("application/ld+json", reply.contentType().split(";")[0]);
        assertEquals("dcat:Catalog", new JsonPath(reply.asString()).getString("'@type'"));
        List<Map<String, Object>> distributions = list(release("listed-1").get("dcat:distribution"));
        assertFalse(distributions.isEmpty());
        for (Map<String, Object> distribution : distributions) {
            URI file = URI.create(text(distribution.get("dcat:downloadURL"), "@id"));
            byte[] bytes = given().urlEncodingEnabled(false)
                    .get(file.getPath() + "?" + file.getRawQuery())
                    .asByteArray();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            // The figures of other sources combine two datasets and have no hash.
            if (file.getPath().endsWith("/sources")) {
                continue;
            }
            Map<String, Object> checksum = map(distribution.get("spdx:checksum"));
            assertEquals(
                    HexFormat.of().formatHex(hash),
                    text(checksum.get("spdx:checksumValue"), "@value"),
                    file.toString());
        }
    }

    /** The catalogue agrees with the API, and its addresses work. */
    @Test
    void theCatalogueSaysHowAReleaseWasMadeAndHowItMayBeUsed() {
        Map<String, Object> release = release("listed-1");
        Map<String, String> cited =
                given().get("/api/v1/releases/listed-1/citation").path("texts");
        assertEquals(cited, byLanguage(release.get("dct:bibliographicCitation")));
        Set<String> methods = new HashSet<>();
        for (Map<String, Object> distribution : list(release.get("dcat:distribution"))) {
            URI page = URI.create(text(distribution.get("foaf:page"), "@id"));
            Response metadata = given().get(page.getPath() + "?lang=fr");
            methods.add(metadata.path("collection"));
            methods.add(metadata.path("compilation"));
            assertEquals(
                    metadata.<String>path("licence.text"),
                    byLanguage(map(distribution.get("dct:rights")).get("rdfs:label"))
                            .get("fr"));
            URI structure = URI.create(text(distribution.get("dct:conformsTo"), "@id"));
            given().get(structure.getPath()).then().statusCode(200).body(containsString("dataStructures"));
        }
        Set<String> told = new HashSet<>();
        list(release.get("dct:provenance"))
                .forEach(statement ->
                        told.add(byLanguage(statement.get("rdfs:label")).get("fr")));
        assertEquals(methods, told);
        Map<String, Object> contact = list(release.get("dcat:contactPoint")).get(0);
        given().get(URI.create(text(contact.get("vcard:hasURL"), "@id")).getPath())
                .then()
                .statusCode(200);
        assertEquals(
                given().get("/api/v1/dataflows/VICTIMS/metadata?lang=zh").<String>path("contact.organisation"),
                byLanguage(contact.get("vcard:fn")).get("zh"));
    }

    private static Map<String, Object> release(String id) {
        JsonPath catalogue =
                new JsonPath(given().get(CATALOGUE + "?limit=10000").asString());
        return catalogue.<Map<String, Object>>getList("'dcat:dataset'").stream()
                .filter(dataset -> dataset.get("dcat:version").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> byLanguage(Object texts) {
        Map<String, String> byLanguage = new HashMap<>();
        list(texts).forEach(text -> byLanguage.put((String) text.get("@language"), (String) text.get("@value")));
        return byLanguage;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static String text(Object value, String member) {
        return (String) map(value).get(member);
    }

    @Test
    void theCatalogueComesInPagesAndNotTwice() {
        releases.publish("listed-2");
        Response first = given().get(CATALOGUE + "?limit=1");
        JsonPath page = new JsonPath(first.asString());
        assertEquals("listed-2", page.getString("'dcat:dataset'[0].'dcat:version'"));
        String next = first.header("Link").replaceAll("<(.*)>.*", "$1");
        JsonPath second =
                new JsonPath(given().urlEncodingEnabled(false).get(next).asString());
        assertEquals(
                page.getString("'dcat:dataset'[0].'dcat:previousVersion'.'@id'"),
                second.getString("'dcat:dataset'[0].'@id'"));
        given().header("If-None-Match", first.header("ETag"))
                .get(CATALOGUE + "?limit=1")
                .then()
                .statusCode(304);
        releases.publish("listed-3");
        given().header("If-None-Match", first.header("ETag"))
                .get(CATALOGUE + "?limit=1")
                .then()
                .statusCode(200);
    }
}
