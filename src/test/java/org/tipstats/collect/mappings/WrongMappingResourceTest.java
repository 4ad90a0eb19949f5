package org.tipstats.collect.mappings;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;

/** Sends damaged mappings to be saved, and with files. A mapping that is taken can be read and used. */
@QuarkusTest
class WrongMappingResourceTest {

    private static final int TRIES = 40;
    private static final String MAPPINGS = "/api/v1/mappings";
    private static final String VALIDATION = "/api/v1/validations?dataflow=VICTIMS";

    @Inject
    SignedIn people;

    private static Response validate(String mapping) {
        return SignedIn.as(null)
                .multiPart("file", "t.csv", WrongMappings.TABLE.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mapping", "m.json", mapping.getBytes(StandardCharsets.UTF_8), "application/json")
                .post(VALIDATION);
    }

    private static Response save(String token, String mapping) {
        return SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"Damaged\",\"area\":\"KGZ\",\"mapping\":" + mapping + "}")
                .post(MAPPINGS);
    }

    /** A refusal has the place of each error, unless the text is no JSON at all. */
    private static void check(Response answer, int taken, String mapping) {
        if (answer.statusCode() != taken) {
            assertTrue(List.of(400, 413, 422).contains(answer.statusCode()), () -> answer.asString() + "\n" + mapping);
            assertEquals("application/problem+json", answer.contentType().split(";")[0]);
            List<Map<String, Object>> errors = answer.path("errors");
            boolean placed = errors != null
                    && !errors.isEmpty()
                    && errors.stream().allMatch(each -> each.containsKey("pointer") && each.containsKey("message"));
            assertTrue(placed || answer.statusCode() != 422, () -> answer.asString() + "\n" + mapping);
        }
    }

    @Test
    void aDamagedMappingIsRefusedOrCanBeReadAndUsed() throws Exception {
        String token = people.submitter("KGZ");
        int saved = 0;
        for (int seed = 1; seed <= TRIES; seed++) {
            String mapping = new WrongMappings(new Random(seed)).damaged();
            check(validate(mapping), 200, mapping);
            Response answer = save(token, mapping);
            check(answer, 201, mapping);
            if (answer.statusCode() == 201) {
                saved++;
                SignedIn.as(token).get(answer.header("Location")).then().statusCode(200);
                SignedIn.as(token)
                        .get(MAPPINGS + "/" + answer.path("id") + "/diff?from=1")
                        .then()
                        .statusCode(200);
            }
        }
        assertTrue(saved > TRIES / 20, "some can be saved: " + saved);
    }

    @Test
    void aMappingThatIsNestedTooDeeplyIsRefusedAtItsPlace() {
        String deep = "{\"data\":".repeat(2_000) + "1" + "}".repeat(2_000);
        save(people.submitter("KGZ"), deep)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-body"))
                .body("errors[0].pointer", startsWith("/mapping"));
        validate(deep).then().statusCode(400).contentType("application/problem+json");
    }
}
