package org.tipstats.platform.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.http.ApiDocument.Described;

/** Tests that the description lists the refusals of each operation, with examples that the service really sends. */
@QuarkusTest
class ApiRefusalsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";

    private ApiDocument document;

    @BeforeEach
    void read() {
        document = ApiDocument.read();
    }

    /** Returns the contents of the refusals by status. It resolves references to shared components. */
    private Map<String, JsonNode> refusals(Described operation) {
        Map<String, JsonNode> refusals = new TreeMap<>();
        operation.node().path("responses").properties().stream()
                .filter(reply -> reply.getKey().startsWith("4"))
                .forEach(reply -> {
                    JsonNode own = reply.getValue();
                    JsonNode whole = own.has("$ref")
                            ? document.root().at(own.path("$ref").asText().substring(1))
                            : own;
                    refusals.put(reply.getKey(), whole.path("content"));
                });
        return refusals;
    }

    private static boolean canRefuse(Described operation) {
        return operation.isOfTheApi() || operation.key().matches("GET /(sdmx|problems|iceberg)(/.*)?");
    }

    @Test
    void everyOperationShowsHowItRefuses() {
        for (Described operation : document.operations()) {
            if (canRefuse(operation)) {
                Map<String, JsonNode> refusals = refusals(operation);
                assertFalse(refusals.isEmpty(), operation + " has no refusal");
                refusals.forEach((status, content) -> content.properties()
                        .forEach(media ->
                                assertTrue(media.getValue().path("examples").size() > 0, operation + " " + status)));
                assertTrue(
                        refusals.values().stream().allMatch(content -> content.size() > 0),
                        operation + " has a refusal without content");
            }
        }
    }

    /** An interface of a standard may describe its refusals together. */
    @Test
    void everyOperationTellsThatATokenOrAFormMayBeRefused() {
        for (Described operation : document.operations()) {
            JsonNode replies = operation.node().path("responses");
            assertTrue(replies.has("default") || replies.has("401") && replies.has("406"), operation.key());
        }
    }

    @Test
    void whatAnswersNotModifiedDescribesTheQuestion() {
        for (Described operation : document.operations()) {
            boolean asked = operation.parameters().stream()
                    .anyMatch(parameter -> parameter.path("name").asText().equals("If-None-Match"));
            assertTrue(asked || !operation.node().path("responses").has("304"), operation.key());
        }
    }

    @Test
    void theAnswerOfAJobHasTheStatusesOfTheRequestsThatMakeJobs() {
        JsonNode replies =
                document.root().path("paths").path("/api/v1/jobs/{id}/result").at("/get/responses");
        assertTrue(List.of("200", "201", "403", "409", "422").stream().allMatch(replies::has), replies.toString());
    }

    @Test
    void everyReplyInJsonHasASchemaThatSaysSomething() {
        for (Described operation : document.operations()) {
            operation
                    .goodReplies()
                    .forEach((status, content) -> content.properties().stream()
                            .filter(media -> media.getKey().contains("json"))
                            .forEach(media -> assertFalse(
                                    media.getValue().path("schema").isEmpty(),
                                    operation + " " + status + media.getKey())));
        }
    }

    @Test
    void refusalsOfTheStandardsInterfaceAreThoseOfTheExamples() throws IOException {
        int asked = 0;
        for (Described operation : document.operations()) {
            for (Map.Entry<String, JsonNode> refusal : operation.key().contains(" /sdmx/")
                    ? refusals(operation).entrySet()
                    : Map.<String, JsonNode>of().entrySet()) {
                for (Map.Entry<String, JsonNode> media : refusal.getValue().properties()) {
                    for (Map.Entry<String, JsonNode> example :
                            media.getValue().path("examples").properties()) {
                        asked++;
                        assertRepeats(
                                example.getKey(),
                                refusal.getKey(),
                                media,
                                example.getValue().path("value"));
                    }
                }
            }
        }
        assertEquals(14, asked);
    }

    private void assertRepeats(String address, String status, Map.Entry<String, JsonNode> media, JsonNode example)
            throws IOException {
        Response reply = given().urlEncodingEnabled(false).get(address);
        assertEquals(status, Integer.toString(reply.statusCode()), address);
        assertEquals(media.getKey(), reply.contentType().split(";")[0], address);
        String body = new String(reply.asByteArray(), StandardCharsets.UTF_8);
        if (example.isTextual()) {
            assertEquals(example.asText(), body, address);
        } else {
            assertEquals(withoutTime(example), withoutTime(JSON.readTree(body)), address);
            assertEquals(List.of(), document.faults(media.getValue().path("schema"), example), address);
        }
    }

    private static JsonNode withoutTime(JsonNode message) {
        ObjectNode copy = message.deepCopy();
        ((ObjectNode) copy.path("meta")).remove("prepared");
        return copy;
    }

    @Test
    void anUnknownParameterIsRefusedAsDescribed() throws IOException {
        for (Described operation : document.operations()) {
            if (operation.isOfTheApi() && operation.key().startsWith("GET ")) {
                String path = operation.key().substring(4);
                for (JsonNode parameter : operation.parameters()) {
                    path = path.replace(
                            "{" + parameter.path("name").asText() + "}",
                            parameter.path("example").asText());
                }
                Response reply = given().get(path + "?nonsense=1");
                String status = Integer.toString(reply.statusCode());
                // For a saved query that does not exist, the service answers 404 before it checks the parameters.
                assertTrue(List.of("400", "401", "404").contains(status), operation + " " + status);
                assertEquals(PROBLEM, reply.contentType().split(";")[0], operation.key());
                JsonNode schema = refusals(operation).get(status).path(PROBLEM).path("schema");
                assertEquals(List.of(), document.faults(schema, JSON.readTree(reply.asByteArray())), operation.key());
            }
        }
    }
}
