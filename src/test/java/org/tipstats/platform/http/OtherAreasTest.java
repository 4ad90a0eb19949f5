package org.tipstats.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.platform.http.ApiDocument.Described;

/**
 * Tests every operation of submitters that names an area, from the description of the API and with the bodies of its examples:
 * whatever the round's state, another area answers as one that does not exist.
 */
@QuarkusTest
class OtherAreasTest {

    private static final String UNKNOWN_AREA = "QQQ";

    @Inject
    SignedIn accounts;

    @Inject
    Desk desk;

    /** Returns the operations that submitters may use, with the area in their path. */
    private static List<Described> operations() {
        return ApiDocument.read().operations().stream()
                .filter(each -> each.key().contains("{area}") && isForSubmitters(each.key()))
                .toList();
    }

    private static boolean isForSubmitters(String key) {
        Method method = ApiDocument.methods().get(key).get(0);
        RolesAllowed own = method.getAnnotation(RolesAllowed.class);
        RolesAllowed declared = own == null ? method.getDeclaringClass().getAnnotation(RolesAllowed.class) : own;
        return declared != null && List.of(declared.value()).contains("submitter");
    }

    private static Response send(Described operation, String token, String area, String round) {
        String[] parts = operation.key().split(" ");
        String path = parts[1].replace("{area}", area)
                .replace("{id}", round)
                .replace("{dataflow}", "VICTIMS")
                .replace("{version}", "1")
                .replace("{release}", round);
        RequestSpecification request = SignedIn.as(token);
        JsonNode examples = operation.node().at("/requestBody/content/application~1json/examples");
        if (!examples.isEmpty()) {
            request.contentType(ContentType.JSON)
                    .body(examples.iterator().next().path("value").toString());
        }
        return request.request(parts[0], path);
    }

    private static String answer(Response response, String area) {
        String text = response.asString().replace(area, "AREA");
        return response.statusCode() + " " + text.replaceAll(",\"(instance|requestId)\":\"[^\"]*\"", "");
    }

    private String round(String opensAt, String... areas) {
        String id = "other-" + UUID.randomUUID();
        Instant closing = Instant.now().plus(60, ChronoUnit.DAYS);
        SignedIn.as(accounts.administrator())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "id",
                        id,
                        "title",
                        Map.of("en", "A round"),
                        "dataflows",
                        List.of("VICTIMS"),
                        "years",
                        List.of("2015"),
                        "areas",
                        List.of(areas),
                        "opensAt",
                        opensAt,
                        "closesAt",
                        closing.toString(),
                        "contact",
                        "Data office"))
                .post("/api/v1/rounds")
                .then()
                .statusCode(201);
        return id;
    }

    @Test
    void anotherAreaAnswersAsOneThatDoesNotExist() {
        String theirs = desk.area();
        String own = desk.area();
        String token = accounts.submitter(own);
        SignedIn.as(accounts.submitter(theirs))
                .contentType(ContentType.JSON)
                .body("{\"content\": {\"codes\": {\"VICTIM_STATUS\": \"REG\"}}}")
                .post("/api/v1/areas/" + theirs + "/metadata")
                .then()
                .statusCode(201);
        String open = round(Instant.now().toString(), theirs, own);
        String closed = round(Instant.now().toString(), theirs, own);
        SignedIn.as(accounts.administrator())
                .post("/api/v1/rounds/" + closed + "/closure")
                .then()
                .statusCode(200);
        String later = round(Instant.now().plus(9, ChronoUnit.DAYS).toString(), theirs, own);

        List<String> wrong = new ArrayList<>();
        List<Described> operations = operations();
        assertTrue(operations.size() >= 12, operations::toString);
        for (String round : List.of(open, closed, later)) {
            for (Described operation : operations) {
                String answer = answer(send(operation, token, theirs, round), theirs);
                String unknown = answer(send(operation, token, UNKNOWN_AREA, round), UNKNOWN_AREA);
                if (!answer.startsWith("404 ") || !answer.equals(unknown)) {
                    wrong.add(operation + ": " + answer + " instead of " + unknown);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void onesOwnAreaAnswersOtherwise() {
        String own = desk.area();
        String round = round(Instant.now().toString(), own);
        for (Described operation : operations()) {
            if (operation.key().contains("/rounds/{id}/areas/{area}")) {
                assertNotEquals(
                        404,
                        send(operation, accounts.submitter(own), own, round).statusCode(),
                        operation.key());
            }
        }
    }
}
