package org.tipstats.disseminate.tables;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.rest.responses.LoadTableResponseParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.publish.tables.OpenTables;

/** The catalogue answers as the REST specification of Iceberg says, and only questions of readers. */
@QuarkusTest
class IcebergResourceTest {

    private static final String CATALOGUE = "/iceberg/v1/";
    private static final String VICTIMS = CATALOGUE + "namespaces/data/tables/VICTIMS";

    @TempDir
    Path folder;

    @Inject
    TestReleases releases;

    /** Asks as a client that names no encoding. */
    private static RequestSpecification plain() {
        return given().config(config().decoderConfig(decoderConfig().noContentDecoders()));
    }

    @Test
    void withoutThePlaceOfFilesThereIsNoCatalogue() {
        given().get(CATALOGUE + "config")
                .then()
                .statusCode(404)
                .contentType("application/json")
                .body("error.code", equalTo(404))
                .body("error.message", equalTo("This service publishes no open tables."));
        given().get(CATALOGUE + "namespaces").then().body("namespaces.size()", equalTo(0));
    }

    @Test
    void itListsNamespacesAndTables() {
        OpenTables.in(folder);
        releases.acceptOne();
        releases.publish("catalogue-1");
        given().get(CATALOGUE + "config").then().statusCode(200).body("endpoints.size()", equalTo(6));
        given().get(CATALOGUE + "namespaces?pageSize=10&pageToken=")
                .then()
                .body("namespaces.flatten()", hasItems("codelists", "data", "metadata"));
        given().get(CATALOGUE + "namespaces?parent=").then().body("namespaces.size()", greaterThan(0));
        given().get(CATALOGUE + "namespaces?parent=data").then().body("namespaces.size()", equalTo(0));
        given().get(CATALOGUE + "namespaces/data").then().body("namespace", hasItems("data"));
        given().head(CATALOGUE + "namespaces/data").then().statusCode(200);
        given().head(CATALOGUE + "namespaces/other").then().statusCode(404);
        given().get(CATALOGUE + "namespaces/metadata/tables")
                .then()
                .body("identifiers.name", hasItems("COMPONENTS", "TEXTS"));
        given().head(VICTIMS).then().statusCode(200);
    }

    @Test
    void aTableHasASnapshotForEachRelease() {
        OpenTables.in(folder);
        releases.accept(
                "VICTIMS", "BEL", "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nBEL,_T,_T,_T,2001,130\n");
        Instant first = releases.publish("catalogue-2");
        releases.publish("catalogue-3");
        String reply = given().get(VICTIMS + "?snapshots=refs")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        TableMetadata table = LoadTableResponseParser.fromJson(reply).tableMetadata();
        assertEquals(
                table.currentSnapshot().snapshotId(), table.ref("catalogue-3").snapshotId());
        assertEquals(
                first.toEpochMilli(),
                table.snapshot(table.ref("catalogue-2").snapshotId()).timestampMillis());
        assertEquals("TIME_PERIOD", table.spec().fields().get(0).name());
        String tag = plain().get(VICTIMS).header("ETag");
        String packed = plain().header("Accept-Encoding", "gzip").get(VICTIMS).header("ETag");
        assertNotEquals(tag, packed, "other bytes have another strong tag");
        plain().header("Accept-Encoding", "gzip")
                .header("If-None-Match", packed)
                .get(VICTIMS)
                .then()
                .statusCode(304);
        plain().header("If-None-Match", tag).get(VICTIMS).then().statusCode(304);
        releases.publish("catalogue-4");
        plain().header("If-None-Match", tag).get(VICTIMS).then().statusCode(200);
    }

    @Test
    void errorsHaveTheFormOfTheSpecification() {
        OpenTables.in(folder);
        given().get(CATALOGUE + "namespaces/none/tables")
                .then()
                .statusCode(404)
                .body("error.type", equalTo("NoSuchNamespaceException"));
        given().get(CATALOGUE + "namespaces/data/tables/NONE")
                .then()
                .statusCode(404)
                .body("error.type", equalTo("NoSuchTableException"));
        given().get(CATALOGUE + "namespaces?parent=none")
                .then()
                .statusCode(404)
                .body("error.type", equalTo("NoSuchNamespaceException"));
        given().get(VICTIMS + "?snapshots=some")
                .then()
                .statusCode(400)
                .body("error.type", equalTo("BadRequestException"))
                .body("error.message", equalTo("\"snapshots\" must be all or refs."));
        given().auth()
                .oauth2("unknown")
                .get(VICTIMS)
                .then()
                .statusCode(401)
                .body("error.type", equalTo("NotAuthorizedException"));
        given().delete(VICTIMS)
                .then()
                .statusCode(405)
                .body("error.type", equalTo("UnsupportedOperationException"))
                .body("error.message", equalTo("DELETE is not allowed at " + VICTIMS + "."));
        given().contentType("application/json")
                .body("{}")
                .post(CATALOGUE + "namespaces")
                .then()
                .statusCode(405)
                .body("error.code", equalTo(405));
    }
}
