package org.tipstats.platform.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.platform.http.ApiDocument.Described;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Tests that the API description is complete, its examples work, and the service behaves as it states. */
@QuarkusTest
class ApiDescriptionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    SchemaRegistry schemas;

    @Inject
    TestReleases releases;

    @Inject
    SignedIn accounts;

    private ApiDocument document;

    @BeforeEach
    void read() {
        document = ApiDocument.read();
    }

    @Test
    void itIsOpenApi31WithOneWayToSignIn() {
        assertEquals("3.1", document.root().path("openapi").asText().substring(0, 3));
        JsonNode schemes = document.root().at("/components/securitySchemes");
        assertEquals("bearer", String.join(",", names(schemes)));
        assertEquals("bearer", schemes.at("/bearer/scheme").asText());
        given().get("/q/openapi").then().statusCode(200);
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

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
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
            JsonNode media = problem.getValue().path("content").path("application/problem+json");
            assertFalse(problem.getValue().path("description").asText().isBlank());
            assertEquals(
                    List.of(), faultsOf(problem.getKey(), problem.getValue().path("content")));
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

    @Test
    void whatTheExamplesAskForIsAnsweredAsDescribed() throws IOException {
        String release = "described-1";
        TestReleases.Accepted submission = releases.accept(
                "VICTIMS", "NIU", "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nNIU,_T,_T,OTH_BEG,2002,40\n");
        releases.publish(release);
        CreatedAccount account =
                accounts.another(Set.of(AccountRole.REVIEWER, AccountRole.PUBLISHER, AccountRole.ADMINISTRATOR));
        List<String> faults = new ArrayList<>();
        for (Described operation : document.operations()) {
            for (String address : operation.key().startsWith("GET ") ? addresses(operation) : List.<String>of()) {
                String own = address.replace("demo", release)
                        .replaceAll("submissions/[^/?]+", "submissions/" + submission.id())
                        .replaceAll("accounts/[^/?]+", "accounts/" + account.id());
                for (String token : new String[] {null, account.token()}) {
                    faults.addAll(faultsOf(operation, own, SignedIn.as(token).get(own)));
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    /** Returns the example address of the operation, and one address for the example of each parameter. */
    private static List<String> addresses(Described operation) {
        String path = operation.key().substring(4);
        List<String> always = new ArrayList<>();
        List<String> single = new ArrayList<>();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            String example = parameter.path("example").asText();
            if (parameter.path("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", example);
            } else if (parameter.path("in").asText().equals("query") && parameter.has("example")) {
                (parameter.path("required").asBoolean() ? always : single).add(name + "=" + example);
            }
        }
        List<String> addresses = new ArrayList<>();
        addresses.add(always.isEmpty() ? path : path + "?" + String.join("&", always));
        for (String one : single) {
            addresses.add(path + "?" + String.join("&", always) + (always.isEmpty() ? "" : "&") + one);
        }
        if (operation.node().has("x-request")) {
            addresses.add(operation.node().path("x-request").asText());
        }
        return addresses;
    }

    private List<String> faultsOf(Described operation, String address, Response reply) throws IOException {
        int status = reply.statusCode();
        if (!List.of(200, 204, 401, 404).contains(status)) {
            return List.of(status + " " + address + " " + reply.asString());
        }
        String type = reply.contentType().split(";")[0];
        JsonNode told = operation.node().path("responses").path(Integer.toString(status));
        if (status != 200) {
            return told.isMissingNode() && operation.isOfTheApi()
                    ? List.of(status + " " + address + " is not described")
                    : List.of();
        }
        if (names(told.path("content")).stream().noneMatch(name -> name.split(";")[0].equals(type))) {
            return List.of(address + " gave " + type);
        }
        return !type.equals("application/json")
                ? List.of()
                : document
                        .faults(told.path("content").path(type).path("schema"), JSON.readTree(reply.asByteArray()))
                        .stream()
                        .map(fault -> address + ": " + fault)
                        .toList();
    }
}
