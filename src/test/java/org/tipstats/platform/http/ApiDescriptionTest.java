package org.tipstats.platform.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.http.ApiDocument.Described;

/** Tests that the API description is complete: operations, sign-in, examples and problems. */
@QuarkusTest
class ApiDescriptionTest {

    private ApiDocument document;

    @BeforeEach
    void read() {
        document = ApiDocument.read();
    }

    @Test
    void itIsOpenApi31WithOneWayToSignIn() {
        assertEquals("3.1", document.root().path("openapi").asText().substring(0, 3));
        JsonNode schemes = document.root().at("/components/securitySchemes");
        assertEquals(1, schemes.size());
        assertEquals("bearer", schemes.at("/bearer/scheme").asText());
        given().get("/q/openapi").then().statusCode(200);
    }

    @Test
    void itIsSentInBothFormsAsTheBuildHasWrittenIt() throws IOException {
        ClassLoader program = Thread.currentThread().getContextClassLoader();
        for (String format : List.of("JSON", "YAML")) {
            try (InputStream stored = program.getResourceAsStream("META-INF/quarkus-generated-openapi-doc." + format)) {
                byte[] sent = RestAssured.get("/q/openapi?format=" + format.toLowerCase(Locale.ROOT))
                        .asByteArray();
                assertArrayEquals(stored.readAllBytes(), sent, format);
            }
        }
    }

    @Test
    void itNamesTheServerAndHowToSignInToEachOperation() {
        assertEquals("/", document.root().at("/servers/0/url").asText());
        for (Described operation : document.operations()) {
            JsonNode security = operation.node().path("security");
            boolean restricted = ApiDocument.methods().get(operation.key()).stream()
                    .anyMatch(method -> method.isAnnotationPresent(RolesAllowed.class)
                            || method.getDeclaringClass().isAnnotationPresent(RolesAllowed.class)
                                    && !method.isAnnotationPresent(PermitAll.class));
            assertTrue(security.isArray(), operation + " does not say if it needs a token");
            List<JsonNode> ways = ApiDocument.list(security);
            assertEquals(operation.isOfTheApi(), ways.stream().anyMatch(way -> way.has("bearer")), operation.key());
            assertEquals(restricted, operation.isOfTheApi() && ways.size() == 1, operation.key());
        }
    }

    /** Resources of tests are described too, and lie below {@code /api/}. */
    @Test
    void noPageOfTheWebsiteIsThere() {
        Set<String> others = document.described();
        others.removeAll(ApiDocument.methods().keySet());
        others.removeIf(key -> key.contains(" /api/"));
        assertEquals(Set.of(), others);
    }

    @Test
    void everyOperationOfTheProgramIsThereAndTellsWhatItDoes() {
        Set<String> ids = new HashSet<>();
        Set<String> tags = ApiDocument.list(document.root().path("tags")).stream()
                .map(tag -> tag.path("name").asText())
                .collect(Collectors.toSet());
        assertTrue(document.operations().size() > 40, document.operations().size() + " operations");
        for (Described operation : document.operations()) {
            assertFalse(operation.node().isMissingNode(), operation + " is not described");
            assertTrue(ids.add(operation.node().path("operationId").asText()), operation + " must have a unique id");
            assertFalse(operation.node().path("operationId").asText().isBlank(), operation + " has no id");
            assertFalse(operation.node().path("summary").asText().isBlank(), operation + " has no summary");
            assertEquals(1, operation.node().path("tags").size(), operation + " must have one tag");
            assertTrue(
                    tags.contains(operation.node().at("/tags/0").asText()), operation + " must have a described tag");
            if (operation.isOfTheApi()) {
                assertFalse(operation.node().path("description").asText().isBlank(), operation + " has no description");
            }
        }
    }

    @Test
    void whatIsSentAndWhatComesBackHaveExamplesThatFitTheirSchemas() {
        List<String> faults = new ArrayList<>();
        for (Described operation : document.operations()) {
            faults.addAll(faultsOf(
                    operation + " sends", operation.node().path("requestBody").path("content")));
            Map<String, JsonNode> replies = operation.goodReplies();
            assertFalse(replies.isEmpty(), operation + " has no successful reply");
            replies.forEach((status, content) -> {
                assertEquals(!status.equals("204"), content.isObject() && content.size() > 0, operation + " " + status);
                faults.addAll(faultsOf(operation + " " + status, content));
            });
        }
        assertEquals(List.of(), faults);
    }

    private List<String> faultsOf(String where, JsonNode content) {
        List<String> faults = new ArrayList<>();
        content.properties().forEach(media -> {
            boolean told = media.getKey().contains("html") || media.getKey().contains("spreadsheet");
            JsonNode schema = media.getValue().path("schema");
            JsonNode examples = media.getValue().path("examples");
            assertTrue(told || examples.size() > 0, where + " " + media.getKey() + " has no example");
            assertFalse(schema.isMissingNode(), where + " " + media.getKey() + " has no schema");
            examples.properties()
                    .forEach(example -> document.faults(
                                    schema, example.getValue().path("value"))
                            .forEach(fault -> faults.add(where + " " + example.getKey() + ": " + fault)));
        });
        return faults;
    }

    @Test
    void problemsAreDescribedWithAnExampleEach() {
        JsonNode problems = document.root().at("/components/responses");
        assertTrue(problems.size() >= 12);
        problems.properties().forEach(problem -> {
            assertFalse(problem.getValue().path("description").asText().isBlank());
            assertEquals(
                    List.of(), faultsOf(problem.getKey(), problem.getValue().path("content")));
            if (problem.getKey().equals("IcebergError")) {
                return;
            }
            JsonNode media = problem.getValue().path("content").path("application/problem+json");
            String type = media.path("examples")
                    .properties()
                    .iterator()
                    .next()
                    .getValue()
                    .at("/value/type")
                    .asText();
            assertEquals(200, given().get(type).statusCode(), type);
        });
        for (Described operation : document.operations()) {
            operation.node().path("responses").properties().stream()
                    .filter(reply -> reply.getValue().has("$ref"))
                    .forEach(reply -> assertFalse(
                            document.root()
                                    .at(reply.getValue().path("$ref").asText().substring(1))
                                    .isMissingNode(),
                            operation + " " + reply.getKey()));
            if (operation.isOfTheApi()) {
                for (String status : List.of("400", "401", "503")) {
                    assertTrue(operation.node().path("responses").has(status), operation + " " + status);
                }
            }
        }
    }
}
