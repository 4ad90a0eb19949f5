package org.tipstats.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.http.ApiDocument.Described;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Tests that the API description has all parameters of the program, with their limits and closed sets of values. */
@QuarkusTest
class ApiParametersTest {

    @Inject
    SchemaRegistry schemas;

    private ApiDocument document;

    @BeforeEach
    void read() {
        document = ApiDocument.read();
    }

    @Test
    void everyParameterHasALimit() {
        List<String> unlimited = new ArrayList<>();
        for (Described operation : document.operations()) {
            for (JsonNode parameter : operation.parameters()) {
                JsonNode schema = parameter.path("schema");
                if (Stream.of("$ref", "enum", "format", "pattern", "maximum", "maxLength")
                        .noneMatch(schema::has)) {
                    unlimited.add(operation + " " + parameter.path("name").asText());
                }
                if (parameter.has("example")) {
                    assertEquals(
                            List.of(),
                            document.faults(schema, parameter.path("example")),
                            operation + " " + parameter.path("name").asText());
                }
            }
        }
        assertEquals(List.of(), unlimited);
    }

    @Test
    void everyTextWholeNumberAndListHasALimit() {
        List<String> unlimited = new ArrayList<>();
        collect("", document.root(), unlimited);
        assertEquals(List.of(), unlimited);
    }

    private static void collect(String path, JsonNode node, List<String> unlimited) {
        // A field may be called "type".
        String type = node.path("type").isObject()
                ? ""
                : " " + node.path("type").toString().replaceAll("[^a-z]", " ") + " ";
        boolean closed = node.has("enum") || node.has("const");
        if (type.contains(" string ") && !closed && !node.has("maxLength")
                || type.contains(" integer ") && !closed && !(node.has("minimum") && node.has("maximum"))
                || type.contains(" array ") && !node.has("maxItems")) {
            unlimited.add(path);
        }
        node.properties().stream()
                // Examples are values.
                .filter(member -> !member.getKey().startsWith("example"))
                .forEach(member -> collect(path + "/" + member.getKey(), member.getValue(), unlimited));
        if (node.isArray()) {
            node.forEach(part -> collect(path + "/*", part, unlimited));
        }
    }

    @Test
    void closedSetsOfValuesAreThoseOfTheProgram() {
        assertEquals(Set.copyOf(LocalText.LANGUAGES), values("GET /api/v1/dataflows", "lang"));
        assertEquals(Set.copyOf(AccountRole.ids()), values("GET /api/v1/accounts", "role"));
        assertEquals(
                Arrays.stream(SubmissionStatus.values()).map(Enum::name).collect(Collectors.toSet()),
                values("GET /api/v1/submissions", "status"));
        JsonNode limit = parameter("GET /api/v1/accounts", "limit").path("schema");
        assertEquals("integer", limit.path("type").asText());
        assertEquals(1, limit.path("minimum").asInt());
        assertEquals(PageRequest.MAX_LIMIT, limit.path("maximum").asInt());
        assertEquals(
                "^[0-9a-f]{64}$",
                document.root()
                        .at("/components/schemas/SubmissionView/properties/sha256/pattern")
                        .asText());
    }

    @Test
    void everyParameterOfTheProgramIsThere() {
        Map<String, List<Method>> methods = ApiDocument.methods();
        for (Described operation : document.operations()) {
            Set<String> declared = new TreeSet<>();
            methods.get(operation.key()).forEach(method -> declared.addAll(ParameterFilter.names(method)));
            declared.removeAll(operation.names("query"));
            assertEquals(Set.of(), declared, operation + " has parameters that are not described");
            Set<String> inPath = new TreeSet<>();
            java.util.regex.Pattern.compile("\\{(\\w+)}")
                    .matcher(operation.key())
                    .results()
                    .forEach(found -> inPath.add(found.group(1)));
            assertEquals(inPath, operation.names("path"), operation.key());
        }
    }

    @Test
    void theParametersOfDataAreThoseOfTheSchemas() {
        Set<String> dimensions = new TreeSet<>();
        Set<String> attributes = new TreeSet<>();
        for (Dataflow dataflow : schemas.dataflows()) {
            dataflow.structure().dimensions().stream().map(Dimension::id).forEach(dimensions::add);
            dataflow.structure().attributes().stream()
                    .filter(attribute -> attribute.codes() != null)
                    .map(Attribute::id)
                    .forEach(attributes::add);
        }
        Set<String> reduced = union(dimensions, Set.of("release", "asOf", "lang"));
        Set<String> codes = union(reduced, attributes);
        Set<String> data =
                union(codes, Set.of("labels", "format", "header", "raw", "bom", "partition", "limit", "cursor"));
        assertEquals(data, operation("GET /api/v1/data/{dataflow}").names("query"));
        assertEquals(codes, operation("GET /api/v1/data/{dataflow}/codes").names("query"));
        assertEquals(
                reduced, operation("GET /api/v1/data/{dataflow}/provenance").names("query"));
    }

    @Test
    void everyParameterOfTheApiIsExplained() {
        for (Described operation : document.operations()) {
            for (JsonNode parameter : operation.parameters()) {
                String name = operation + " " + parameter.path("name").asText();
                assertTrue(!operation.isOfTheApi() || parameter.has("description"), name);
                assertTrue(!parameter.path("in").asText().equals("path") || parameter.has("example"), name);
            }
        }
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }

    private Described operation(String key) {
        return document.operations().stream()
                .filter(operation -> operation.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode parameter(String key, String name) {
        return operation(key).parameters().stream()
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> values(String key, String name) {
        return ApiDocument.list(parameter(key, name).at("/schema/enum")).stream()
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }
}
