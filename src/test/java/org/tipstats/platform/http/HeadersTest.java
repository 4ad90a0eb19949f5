package org.tipstats.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HeadersTest {

    private static final String OPEN = "/problems/not-found";

    @Test
    void aPageRunsNothingButItsOwn() {
        given().get(OPEN)
                .then()
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                                + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .header("Cache-Control", "no-cache");
    }

    @Test
    void whateverAnswersTheHeadersAreThere() {
        for (String path : new String[] {"/nothing", "/q/health", "/q/openapi", "/api/v1/accounts"}) {
            given().get(path)
                    .then()
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer");
        }
    }

    @Test
    void answersOfTheApiAreNotStoredHoweverTheirPathIsWritten() {
        for (String path : new String[] {"/api/v1/limits", "/%61pi/v1/limits", "//api/v1/limits", "/api;x/v1/limits"}) {
            given().urlEncodingEnabled(false).get(path).then().statusCode(200).header("Cache-Control", "no-store");
        }
    }

    @Test
    void theApiExplorerMayRunItsInlineScripts() {
        given().get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self' 'unsafe-inline'"));
    }

    @Test
    void anyOriginMayReadWithoutCredentials() {
        given().header("Origin", "https://elsewhere.example")
                .get(OPEN)
                .then()
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    @Test
    void aPreflightOfAReadIsAllowedButNotItsToken() {
        given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization")
                .options("/api/v1/accounts")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", "GET, HEAD")
                .header("Access-Control-Allow-Headers", not(containsString("Authorization")));
    }

    @Test
    void noOriginMayWrite() {
        for (String path : new String[] {
            "/api/v1/accounts",
            "/api/v1/submissions",
            "/api/v1/releases",
            "/api/v1/releases/demo/publication",
            "/api/v1/validations",
            "/api/v1/data/VICTIMS/codes",
            "/api/v1/queries/some/data",
            "/sdmx/v1/data/VICTIMS"
        }) {
            for (String method : new String[] {"POST", "PUT", "DELETE"}) {
                given().header("Origin", "https://elsewhere.example")
                        .header("Access-Control-Request-Method", method)
                        .options(path)
                        .then()
                        .header("Access-Control-Allow-Origin", nullValue())
                        .header("Access-Control-Allow-Methods", nullValue());
            }
            given().header("Origin", "https://elsewhere.example")
                    .contentType("application/json")
                    .body("{}")
                    .post(path)
                    .then()
                    .header("Access-Control-Allow-Origin", nullValue());
        }
    }

    @Test
    void anyOriginMayAskInABody() {
        for (String path : new String[] {"/api/v1/data/VICTIMS", "/api/v1/queries"}) {
            given().header("Origin", "https://elsewhere.example")
                    .header("Access-Control-Request-Method", "POST")
                    .header("Access-Control-Request-Headers", "content-type")
                    .options(path)
                    .then()
                    .statusCode(204)
                    .header("Access-Control-Allow-Origin", "*")
                    .header("Access-Control-Allow-Methods", "GET, HEAD, POST")
                    .header("Access-Control-Allow-Headers", containsString("Content-Type"))
                    .header("Access-Control-Allow-Headers", not(containsString("Authorization")))
                    .header("Access-Control-Allow-Credentials", nullValue());
            given().header("Origin", "https://elsewhere.example")
                    .contentType("application/json")
                    .body("{\"SEX\": \"W\"}")
                    .post(path)
                    .then()
                    .statusCode(400)
                    .header("Access-Control-Allow-Origin", "*");
            given().header("Origin", "https://elsewhere.example")
                    .header("Authorization", "Bearer tip_unknown")
                    .contentType("application/json")
                    .body("{}")
                    .post(path)
                    .then()
                    .statusCode(401)
                    .header("Access-Control-Allow-Origin", nullValue());
            given().header("Origin", "https://elsewhere.example")
                    .header("Access-Control-Request-Method", "DELETE")
                    .options(path)
                    .then()
                    .header("Access-Control-Allow-Origin", nullValue());
        }
    }

    @Test
    void aRequestWithATokenIsNotForOtherOrigins() {
        given().header("Origin", "https://elsewhere.example")
                .header("Authorization", "Bearer tip_unknown")
                .get(OPEN)
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
