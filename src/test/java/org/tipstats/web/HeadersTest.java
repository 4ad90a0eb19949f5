package org.tipstats.web;

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
                .header("Cache-Control", "public, max-age=3600");
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
        given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/v1/accounts")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
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
