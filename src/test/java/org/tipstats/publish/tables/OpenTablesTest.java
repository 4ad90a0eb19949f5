package org.tipstats.publish.tables;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.start.boot.TestClock;

/** Spark reads each release through the catalogue as the API gives it: from a folder and from a bucket. */
@QuarkusTest
@Tag("long")
class OpenTablesTest {

    private static final String RELEASES = "/api/v1/releases/";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @TestHTTPResource("/iceberg")
    URI catalogue;

    @Inject
    TestReleases releases;

    @Inject
    TableService tables;

    @Inject
    SignedIn accounts;

    @Inject
    TestClock moved;

    @Inject
    Clock clock;

    @AfterEach
    void reset() {
        moved.reset();
    }

    @BeforeEach
    void accept() {
        releases.accept("VICTIMS", "AUT", file("AUT", 120, 2001, 2002));
        releases.accept("VICTIMS", "BEL", file("BEL", 95, 2001));
        releases.accept("OFFENCES", "AUT", "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\nAUT,0204,2001,300\n");
    }

    private static String file(String area, int value, int... years) {
        StringBuilder csv = new StringBuilder("REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n");
        for (int year : years) {
            csv.append(area + ",_T,_T,_T," + year + "," + value + "\n");
        }
        return csv.toString();
    }

    @Test
    void sparkReadsEveryReleaseAsTheApiGivesIt() throws Exception {
        releases.publish("before-tables");
        OpenTables.in(folder.resolve("tables"));
        tables.writeMissing();
        releases.accept("VICTIMS", "AUT", file("AUT", 150, 2001, 2003));
        Instant second = releases.publish("tables-2");
        SparkProcess spark = SparkProcess.shared();
        try (BucketServer server = new BucketServer(folder.resolve("bucket"))) {
            spark.add("folder", Map.of("uri", catalogue.toString()));
            spark.add("bucket", ofBucket(server.address()));
            assertRelease(spark, "folder", dataflows(), "before-tables");
            assertRelease(spark, "folder", reported("tables-2"), "tables-2");
            assertLatest(spark, "folder", "tables-2");
            assertNotEquals(observations("VICTIMS", "before-tables"), observations("VICTIMS", "tables-2"));
            assertTimeTravel(spark, second);
            assertCodesAndTexts(spark);
            assertEmbargo(spark);
            assertWithdrawal(spark);
            assertBucket(spark, server.address());
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    private Map<String, String> ofBucket(URI storage) {
        return Map.of(
                "uri", catalogue.toString(),
                "io-impl", "org.apache.iceberg.aws.s3.S3FileIO",
                "http-client.type", "urlconnection",
                "client.region", "us-east-1",
                "s3.endpoint", storage.toString(),
                "s3.path-style-access", "true",
                "s3.access-key-id", "key",
                "s3.secret-access-key", "secret");
    }

    /** Compares the tables of some dataflows in a release. */
    private static void assertRelease(SparkProcess spark, String place, List<String> dataflows, String id)
            throws IOException {
        assertFalse(observations("VICTIMS", id).isEmpty());
        for (String dataflow : dataflows) {
            String table = place + ".data." + dataflow;
            assertEquals(
                    observations(dataflow, id),
                    rows(spark, "select * from " + table + " version as of '" + id + "'"),
                    dataflow + " of " + id);
        }
    }

    private static void assertLatest(SparkProcess spark, String place, String id) throws IOException {
        assertEquals(observations("VICTIMS", id), rows(spark, "select * from " + place + ".data.VICTIMS"));
    }

    private static List<String> dataflows() {
        return given().get("/api/v1/dataflows").path("items.id");
    }

    /** Returns the dataflows with figures. The tables of the others are empty in each release, so Spark reads them once. */
    private static List<String> reported(String release) throws IOException {
        List<String> reported = new ArrayList<>();
        for (String dataflow : dataflows()) {
            if (!observations(dataflow, release).isEmpty()) {
                reported.add(dataflow);
            }
        }
        assertTrue(reported.containsAll(List.of("VICTIMS", "OFFENCES")), reported.toString());
        return reported;
    }

    /** Returns the figures that the API gives, by component. */
    private static List<Map<String, String>> observations(String dataflow, String release) throws IOException {
        String body = given().get("/api/v1/data/" + dataflow + "?limit=10000&release=" + release)
                .asString();
        return canonical(JSON.readTree(body).path("observations"));
    }

    private static List<Map<String, String>> rows(SparkProcess spark, String sql) {
        return canonical(spark.rows(sql));
    }

    /** Numbers are written in one way, and what has no value is left out, so that equal cells give equal texts. */
    private static List<Map<String, String>> canonical(Iterable<JsonNode> rows) {
        List<Map<String, String>> all = new ArrayList<>();
        for (JsonNode row : rows) {
            Map<String, String> cells = new TreeMap<>();
            row.properties().stream()
                    .filter(cell -> !cell.getValue().isNull())
                    .forEach(cell -> cells.put(
                            cell.getKey(),
                            cell.getValue().isNumber()
                                    ? new BigDecimal(cell.getValue().asText())
                                            .stripTrailingZeros()
                                            .toPlainString()
                                    : cell.getValue().asText()));
            all.add(cells);
        }
        all.sort(Comparator.comparing(Map::toString));
        return all;
    }

    private static void assertTimeTravel(SparkProcess spark, Instant second) throws IOException {
        String at = "select * from folder.data.VICTIMS timestamp as of '%s'";
        assertEquals(observations("VICTIMS", "tables-2"), rows(spark, at.formatted(second)));
        assertEquals(observations("VICTIMS", "before-tables"), rows(spark, at.formatted(second.minusMillis(1))));
        assertEquals(
                List.of("before-tables", "main", "tables-2"),
                spark.rows("select name from folder.data.VICTIMS.refs order by name").stream()
                        .map(row -> row.path("name").asText())
                        .toList());
    }

    private static void assertCodesAndTexts(SparkProcess spark) {
        List<JsonNode> austria = spark.rows("select * from folder.codelists.CL_AREA where ID = 'AUT'");
        assertEquals("Autriche", austria.get(0).path("NAME_FR").asText());
        assertEquals(
                List.of("CL_AREA"),
                spark
                        .rows(
                                "select CODE_LIST from folder.metadata.COMPONENTS where DATAFLOW = 'VICTIMS' and COMPONENT ="
                                        + " 'REF_AREA'")
                        .stream()
                        .map(row -> row.path("CODE_LIST").asText())
                        .toList());
        assertEquals(
                6,
                spark.rows("select distinct LANGUAGE from folder.metadata.TEXTS where DATAFLOW = 'VICTIMS'")
                        .size());
    }

    /** Before the end of the embargo nobody sees a trace; from then on the release is there, without another write. */
    private void assertEmbargo(SparkProcess spark) throws IOException {
        String before = loaded();
        releases.accept("VICTIMS", "BEL", file("BEL", 96, 2001));
        Instant until = clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        releases.publish("tables-3", until);
        assertEquals(before, loaded());
        moved.stopAt(until.minusMillis(1));
        assertEquals(before, loaded());
        moved.reset();
        moved.later(Duration.between(clock.instant(), until));
        assertRelease(spark, "folder", List.of("VICTIMS"), "tables-3");
        assertLatest(spark, "folder", "tables-3");
    }

    private static String loaded() {
        return given().get("/iceberg/v1/namespaces/data/tables/VICTIMS").asString();
    }

    private void assertWithdrawal(SparkProcess spark) throws IOException {
        String other = accounts.another(Set.of(AccountRole.PUBLISHER)).token();
        Map<String, String> reason = Map.of("reason", "Two areas were confused.");
        releases.as(AccountRole.PUBLISHER)
                .contentType("application/json")
                .body(reason)
                .post(RELEASES + "tables-3/withdrawal")
                .then()
                .statusCode(200);
        SignedIn.as(other)
                .post(RELEASES + "tables-3/withdrawal/confirmation")
                .then()
                .statusCode(200);
        assertTrue(spark.error("select * from folder.data.VICTIMS version as of 'tables-3'")
                .contains("tables-3"));
        assertEquals(observations("VICTIMS", "tables-2"), rows(spark, "select * from folder.data.VICTIMS"));
        assertFalse(loaded().contains("tables-3"));
    }

    /** In another place the releases are written anew, and the same catalogue leads there. */
    private void assertBucket(SparkProcess spark, URI address) throws IOException {
        moved.reset();
        System.setProperty("aws.accessKeyId", "key");
        System.setProperty("aws.secretAccessKey", "secret");
        String place = "s3://" + BucketServer.BUCKET + "/public";
        OpenTables.in(place, address);
        tables.writeMissing();
        assertRelease(spark, "bucket", reported("tables-2"), "tables-2");
        assertLatest(spark, "bucket", "tables-2");
        assertEquals(
                observations("VICTIMS", "before-tables"),
                rows(spark, "select * from bucket.data.VICTIMS version as of 'before-tables'"));
        List<String> stored = BucketStorage.open(place, "us-east-1", Optional.of(address)).list().stream()
                .map(TableStorage.StoredFile::path)
                .sorted()
                .toList();
        assertEquals(
                Stream.of("before-tables", "tables-2")
                        .flatMap(id -> named(id).stream())
                        .sorted()
                        .toList(),
                stored);
    }

    private static List<String> named(String release) {
        JsonNode manifest;
        try {
            JsonNode envelope =
                    JSON.readTree(given().get(RELEASES + release + "/manifest").asString());
            manifest = JSON.readTree(
                    Base64.getDecoder().decode(envelope.path("payload").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> paths = new ArrayList<>();
        manifest.at("/predicate/tables")
                .forEach(file -> paths.add(file.path("path").asText()));
        return paths;
    }
}
