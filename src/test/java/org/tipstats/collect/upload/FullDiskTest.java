package org.tipstats.collect.upload;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.platform.storage.FullDisk;
import org.tipstats.platform.storage.TemporaryFiles;

/** A service whose disk is full. */
@QuarkusTest
class FullDiskTest {

    private static final byte[] FILE = "REF_AREA,TIME_PERIOD,OBS_VALUE\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @BeforeEach
    void fill() {
        assumeTrue(Files.exists(FullDisk.DEVICE), "needs /dev/full");
        QuarkusMock.installMockForType(new FullDisk(folder), TemporaryFiles.class);
    }

    private static ValidatableResponse validated(RequestSpecification request) {
        return request.post("/api/v1/validations?dataflow=VICTIMS").then();
    }

    @Test
    void anUploadIsToldThatThereIsNoRoomAndNotThatItsBodyIsBroken() {
        validated(given().contentType("text/csv").body(FILE))
                .statusCode(507)
                .contentType("application/problem+json")
                .header("Retry-After", "60")
                .body("type", equalTo("/problems/insufficient-storage"));
        validated(given().multiPart("file", "a.csv", FILE, "text/csv")).statusCode(507);
    }
}
