package org.tipstats.disseminate.data;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.disseminate.data.PublishedSample.RELEASE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.signing.TestKey;
import org.tipstats.publish.manifest.ReleaseManifest;
import org.tipstats.publish.release.TestReleases;

@QuarkusTest
class BundleTest {

    private static final String BUNDLE = "/api/v1/releases/" + RELEASE + "/bundle.zip";

    @Inject
    PublishedSample sample;

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        sample.publish();
    }

    private static Map<String, byte[]> files(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void itHoldsEachDataflowTwiceWithADescriptionAndChecksums() throws IOException {
        Map<String, byte[]> files = files(given().get(BUNDLE).asByteArray());
        assertTrue(files.keySet().containsAll(List.of("data/VICTIMS.csv", "data/POPULATION.parquet")), "" + files);
        Map<String, String> sums = new LinkedHashMap<>();
        files.forEach((name, bytes) -> sums.put(name, DigestUtils.sha256Hex(bytes)));
        sums.remove("SHA256SUMS");
        sums.remove("manifest.dsse.json");
        String lines = new String(files.get("SHA256SUMS"), StandardCharsets.US_ASCII);
        assertEquals(sums.size(), lines.lines().count());
        sums.forEach((name, sum) -> assertTrue(lines.contains(sum + "  " + name + "\n"), name));

        JsonNode description = new ObjectMapper().readTree(files.get("datapackage.json"));
        assertEquals(files.size() - 4, description.path("resources").size());
        assertTrue(description.at("/resources/0/terms").asText().matches("/api/v1/dataflows/[A-Z_]+/metadata"));
        for (JsonNode file : description.path("resources")) {
            byte[] bytes = files.get(file.path("path").asText());
            assertEquals(bytes.length, file.path("bytes").asInt());
            assertEquals(
                    "sha256:" + DigestUtils.sha256Hex(bytes), file.path("hash").asText());
        }
        assertEquals("FREQ", description.at("/resources/0/schema/fields/0/name").asText());
    }

    @Test
    void itHasASignedManifestOfAllItsFiles() throws IOException {
        byte[] bundle = given().get(BUNDLE).asByteArray();
        String manifest =
                given().get("/api/v1/releases/" + RELEASE + "/manifest").asString();
        Map<String, byte[]> files = files(bundle);
        assertEquals(manifest, new String(files.remove("manifest.dsse.json"), StandardCharsets.UTF_8));
        JsonNode envelope = new ObjectMapper().readTree(manifest);
        JsonNode statement = new ObjectMapper()
                .readTree(Base64.getDecoder().decode(envelope.path("payload").asText()));
        Map<String, String> listed = new TreeMap<>();
        statement
                .path("subject")
                .forEach(file -> listed.put(
                        file.path("name").asText(), file.at("/digest/sha256").asText()));
        Map<String, String> sums = new TreeMap<>();
        files.forEach((name, bytes) -> sums.put(name, DigestUtils.sha256Hex(bytes)));
        assertEquals(sums, listed);
        Map<String, Object> log = given().get("/api/v1/releases/" + RELEASE).path("log");
        assertEquals(log.get("hash"), statement.at("/predicate/log/hash").asText());
        assertEquals(log.get("seq"), statement.at("/predicate/log/seq").asInt());
        assertEquals(List.of(), ReleaseManifest.faults(new ByteArrayInputStream(bundle), TestKey.publicKey()));
    }

    @Test
    void aChangedBundleIsFoundOut() throws IOException {
        Map<String, byte[]> files = files(given().get(BUNDLE).asByteArray());
        byte[] victims = files.get("data/VICTIMS.csv");
        files.put("data/", new byte[0]); // a folder, as a program writes it that packs the files again
        assertEquals(List.of(), faults(files));

        files.put(
                "data/VICTIMS.csv",
                new String(victims, StandardCharsets.UTF_8).replace(",1", ",2").getBytes());
        assertEquals(List.of("The file data/VICTIMS.csv was changed."), faults(files));
        files.remove("data/VICTIMS.csv");
        assertEquals(List.of("The file data/VICTIMS.csv is missing."), faults(files));
        files.put("data/VICTIMS.csv", victims);
        files.put("data/MORE.csv", victims);
        assertEquals(List.of("The manifest does not have the file data/MORE.csv."), faults(files));
        files.remove("data/MORE.csv");
        byte[] manifest = files.get("manifest.dsse.json");
        JsonNode envelope = new ObjectMapper().readTree(manifest);
        String payload = envelope.path("payload").asText();
        String other = Base64.getEncoder()
                .encodeToString(new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8)
                        .replace(DigestUtils.sha256Hex(victims), "0".repeat(64))
                        .getBytes(StandardCharsets.UTF_8));
        files.put(
                "manifest.dsse.json",
                new String(manifest).replace(payload, other).getBytes());
        assertEquals(List.of("The manifest is not signed with this key."), faults(files));
        files.remove("manifest.dsse.json");
        assertEquals(
                List.of("The bundle has no manifest.dsse.json, so it is not a release of this program."),
                faults(files));
    }

    /** For example the answer of a release that was withdrawn, saved under the name of its bundle. */
    @Test
    void anAnswerThatIsNotAnArchiveIsNotABundle() {
        ByteArrayInputStream answer = new ByteArrayInputStream("{\"status\": 410}".getBytes(StandardCharsets.UTF_8));
        assertThrows(ZipException.class, () -> ReleaseManifest.faults(answer, TestKey.publicKey()));
    }

    private static List<String> faults(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return ReleaseManifest.faults(new ByteArrayInputStream(archive.toByteArray()), TestKey.publicKey());
    }

    /** Compares the texts with those of the API. A licence without a URL is a file of the archive. */
    @Test
    void itSaysOnWhatTermsItMayBeUsedAndHowItIsCited() throws IOException {
        Map<String, byte[]> files = files(given().get(BUNDLE).asByteArray());
        JsonNode description = new ObjectMapper().readTree(files.get("datapackage.json"));
        String licence = given().get("/api/v1/dataflows/VICTIMS/metadata").path("licence.text");
        assertTrue(description.findValuesAsText("title").contains(licence));
        for (JsonNode file : description.path("resources")) {
            String dataflow = file.path("terms").asText().replaceAll(".*/dataflows/(.*)/metadata", "$1");
            String its =
                    given().get("/api/v1/dataflows/" + dataflow + "/metadata").path("licence.text");
            assertEquals(
                    "[{\"path\":\"LICENCE.txt\",\"title\":\"" + its + "\"}]",
                    file.path("licenses").toString());
        }
        Map<String, String> citations =
                given().get("/api/v1/releases/" + RELEASE + "/citation").path("texts");
        assertEquals(
                citations.get("en").replaceAll("https?://[^/]+", ""),
                description.path("citation").asText());
        String text = new String(files.get("LICENCE.txt"), StandardCharsets.UTF_8);
        assertTrue(text.lines().anyMatch(line -> List.of(line.split(", ")).contains("VICTIMS")), text);
        citations.forEach((language, citation) -> {
            String its = given().get("/api/v1/dataflows/VICTIMS/metadata?lang=" + language)
                    .path("licence.text");
            assertTrue(text.lines().anyMatch(its::equals), language);
            assertTrue(text.lines().anyMatch(citation.replaceAll("https?://[^/]+", "")::equals), language);
        });
    }

    @Test
    void itsFilesAreThoseThatQueriesGive() throws IOException {
        Map<String, byte[]> files = files(given().get(BUNDLE).asByteArray());
        String all = "/api/v1/data/VICTIMS?release=" + RELEASE + "&format=";
        assertArrayEquals(given().get(all + "csv&header=plain").asByteArray(), files.get("data/VICTIMS.csv"));
        assertArrayEquals(given().get(all + "parquet").asByteArray(), files.get("data/VICTIMS.parquet"));
        assertArrayEquals(given().get(BUNDLE).asByteArray(), given().get(BUNDLE).asByteArray());
    }

    @Test
    void itIsKeptForEverAndSentOnce() {
        Response bundle = given().get(BUNDLE);
        assertEquals("public, max-age=600, must-revalidate", bundle.header("Cache-Control"));
        assertEquals("attachment; filename=\"tipstats_sample-1.zip\"", bundle.header("Content-Disposition"));
        given().header("If-None-Match", bundle.header("ETag"))
                .get(BUNDLE)
                .then()
                .statusCode(304);
    }

    @Test
    void whatIsNotPublishedIsNotThere() {
        releases.draft("bundle-draft", null);
        String draft = "/api/v1/releases/bundle-draft/bundle.zip";
        given().get(draft).then().statusCode(404);
        given().get("/api/v1/releases/nothing/bundle.zip").then().statusCode(404);
        assertEquals("no-store", releases.as(AccountRole.REVIEWER).get(draft).header("Cache-Control"));
    }
}
