package org.tipstats.platform.cache;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;

/** Answers come from memory, with the same headers, until what they show changes; then they change at once. */
@QuarkusTest
class CachedAnswersTest extends CachedAnswersCase {

    private static ValidatableResponse erratum(String token, String id, String text) {
        return SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body(Map.of("text", Map.of("en", text)))
                .post("/api/v1/releases/" + id + "/erratum")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DATA,
                DATA + "&format=csv&limit=1",
                PAGE,
                "/en/",
                "/fr/releases",
                "/en/data/VICTIMS" + FIGURES,
                "/en/data/VICTIMS/embed" + FIGURES + "&release=RELEASE",
                "/ar/releases/RELEASE",
                "/en/reports/RELEASE",
                "/en/topics/who-reports?area=AUT",
                "/en/coverage?region=150",
                "/en/methods",
                "/zh/tabulate"
            })
    void theAnswerFromMemoryHasTheSameBytesAndHeaders(String template) {
        String path = template.replace("RELEASE", id);
        Response made = plain().get(path);
        Response again = plain().get(path);
        assertEquals(200, made.statusCode());
        assertTrue(hasWhole(path));
        assertEquals(headers(made), headers(again));
        assertEquals(made.asString(), again.asString());
        String tag = made.header("ETag");
        assertEquals(headers(made), headers(plain().get(path)), "before the filters");
        Response known = plain().header("If-None-Match", tag).get(path);
        assertEquals(304, known.statusCode());
        Response knownAgain = plain().header("If-None-Match", tag).get(path);
        assertEquals(304, knownAgain.statusCode());
        assertEquals(headers(known), headers(knownAgain), "before the filters");
        assertEquals(tag, known.header("ETag"));
        String policy = known.header("Content-Security-Policy");
        assertTrue(policy == null || policy.equals(made.header("Content-Security-Policy")), policy);
        plant(path);
        assertEquals(MARK, plain().get(path).asString());
        assertEquals(304, plain().header("If-None-Match", tag).get(path).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {DATA, PAGE, "/en/", "/en/data/VICTIMS" + FIGURES})
    void anErratumARevisionAndAWithdrawalShowAtOnce(String path) {
        String first = plain().get(path).header("ETag");
        plant(path);
        erratum(accounts.publisher(), id, "One count of " + id + " is wrong.");
        String corrected = plain().get(path)
                .then()
                .body(not(containsString(MARK)))
                .extract()
                .header("ETag");
        assertEquals(path.equals(DATA), first.equals(corrected));

        plant(path);
        releases.publish(id + "-later");
        Response later = plain().header("If-None-Match", corrected).get(path);
        assertEquals(200, later.statusCode());
        assertNotEquals(corrected, later.header("ETag"));

        plant(path);
        SignedIn.as(accounts.publisher())
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "A figure could identify a person."))
                .post("/api/v1/releases/" + id + "-later/withdrawal")
                .then()
                .statusCode(200);
        SignedIn.as(accounts.another(Set.of(AccountRole.PUBLISHER)).token())
                .post("/api/v1/releases/" + id + "-later/withdrawal/confirmation")
                .then()
                .statusCode(200);
        assertEquals(corrected, plain().get(path).header("ETag"));
    }

    @Test
    void anEmbargoEndsWithoutAWrite() {
        String later = id + "-embargo";
        releases.draft(later, Instant.now().plus(Duration.ofHours(1)));
        SignedIn.as(accounts.publisher()).post("/api/v1/releases/" + later + "/publication");
        String before = plain().get(PAGE).header("ETag");
        assertEquals(before, plain().get(PAGE).header("ETag"));
        clock.later(Duration.ofHours(2));
        plain().get(PAGE).then().body(containsString(later));
        assertNotEquals(before, plain().get(PAGE).header("ETag"));
    }

    @Test
    void onlyWholeAnswersOfModestSizeAreCached() {
        long before = cache.answers.asMap().size();
        plain().get("/api/v1/data/VICTIMS?asOf=2199-01-01T00:00:00Z");
        plain().get("/api/v1/data/NOTHING");
        plain().get("/api/v1/limits");
        plain().get("/en/sign-in");
        assertEquals(before, cache.answers.asMap().size());
    }
}
