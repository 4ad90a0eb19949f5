package org.tipstats.platform.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics count requests about what is not public yet. So only the operator may read them. */
@QuarkusTest
class ManagementPortTest {

    @TestHTTPResource(management = true)
    URI management;

    @ConfigProperty(name = "quarkus.management.host")
    String host;

    @Test
    void metricsAreOnThePortOfTheOperatorOnly() {
        given().get("/q/metrics").then().statusCode(404);
        given().get(management.resolve("/q/metrics"))
                .then()
                .statusCode(200)
                .body(containsString("http_server_requests"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/health/live", "/q/openapi", "/q/swagger-ui/"})
    void allElseIsOnThePortOfTheUsersOnly(String path) {
        given().get(path).then().statusCode(200);
        given().get(management.resolve(path)).then().statusCode(404);
    }

    @Test
    void otherMachinesDoNotReachThePortOfTheOperator() {
        assertEquals("127.0.0.1", host);
    }
}
