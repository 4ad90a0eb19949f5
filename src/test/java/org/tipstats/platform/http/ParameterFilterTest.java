package org.tipstats.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ParameterFilterTest {

    private static final String FAULTY = "/api/v1/faulty/fine";

    @Test
    void aParameterThatIsNotThereIsRefusedWithTheOneThatIsMeant() {
        given().get(FAULTY + "?limti=3")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-parameter"))
                .body("errors[0].parameter", equalTo("limti"))
                .body("errors[0].value", equalTo("3"))
                .body("errors[0].suggestions", hasItems("limit"));
    }

    @Test
    void aParameterGivenTwiceIsRefused() {
        given().get(FAULTY + "?limit=1&limit=1")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("limit"))
                .body("errors[0].value", equalTo("1, 1"));
    }

    /** A program whose variable is empty must not get the figures of all areas. */
    @ParameterizedTest
    @CsvSource({
        "/api/v1/coverage?REF_AREA=, REF_AREA",
        "/api/v1/mirror/pairs?TIME_PERIOD, TIME_PERIOD",
        "/api/v1/data/VICTIMS?release=, release",
        "/api/v1/rules?limit=, limit",
    })
    void aParameterWithoutValueIsRefused(String address, String parameter) {
        given().get(address)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(parameter))
                .body(
                        "errors[0].message",
                        equalTo("\"" + parameter + "\" has no value. Give it one, or leave it out."));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        given().get(FAULTY + "?limit=1&limit=2&a=1&b=2").then().statusCode(400).body("errors", hasSize(3));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        given().urlEncodingEnabled(false)
                .get(FAULTY + "?limit=%FF")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("limit"));
        given().urlEncodingEnabled(false).get(FAULTY + "?limit=%00").then().statusCode(400);
    }

    @Test
    void bytesThatAreNoTextAreRefusedByOperationsThatCheckThemselvesToo() {
        for (String bytes : new String[] {"%FF", "%00", "AUT%00", "AUT&REF_AREA=%00"}) {
            given().urlEncodingEnabled(false)
                    .get("/api/v1/free?REF_AREA=" + bytes)
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo("REF_AREA"));
        }
    }

    @Test
    void declaredParametersPass() {
        given().get(FAULTY + "?limit=1").then().statusCode(200);
    }

    @Test
    void aTokenInTheAddressIsAnUnknownParameter() {
        given().get("/api/v1/faulty/fine?access_token=tip_x").then().statusCode(400);
    }

    @Test
    void anOperationThatChecksItselfGetsEverything() {
        given().get("/api/v1/free?REF_AREA=AUT&REF_AREA=BEL")
                .then()
                .statusCode(200)
                .body(equalTo("[AUT, BEL]"));
    }
}
