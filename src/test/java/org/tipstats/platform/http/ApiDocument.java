package org.tipstats.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.restassured.RestAssured;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tipstats.ProgramSources;

/** The API description as the service sends it, and the operations that it describes. */
final class ApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode document;

    private ApiDocument(ObjectNode document) {
        this.document = document;
    }

    static ApiDocument read() {
        try {
            ObjectNode document = (ObjectNode)
                    JSON.readTree(RestAssured.get("/q/openapi?format=json").asByteArray());
            document.at("/components/schemas").forEach(ApiDocument::close);
            return new ApiDocument(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes fields that a component does not have a fault, in examples and in replies. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }

    JsonNode root() {
        return document;
    }

    /**
     * One operation.
     *
     * @param key method and path
     */
    record Described(String key, JsonNode node) {

        boolean isOfTheApi() {
            return key.contains(" /api/");
        }

        List<JsonNode> parameters() {
            return list(node.path("parameters"));
        }

        Set<String> names(String in) {
            return parameters().stream()
                    .filter(parameter -> parameter.path("in").asText().equals(in))
                    .map(parameter -> parameter.path("name").asText())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Returns the contents of successful replies by status. */
        Map<String, JsonNode> goodReplies() {
            Map<String, JsonNode> replies = new TreeMap<>();
            node.path("responses").properties().stream()
                    .filter(reply -> reply.getKey().startsWith("2"))
                    .forEach(reply ->
                            replies.put(reply.getKey(), reply.getValue().path("content")));
            return replies;
        }

        @Override
        public String toString() {
            return key;
        }
    }

    /** Returns the program's own operations as the document describes them. */
    List<Described> operations() {
        return methods().keySet().stream()
                .map(key -> new Described(key, find(key)))
                .toList();
    }

    /** Returns the HTTP method and path of all that the document describes. */
    Set<String> described() {
        Set<String> keys = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> keys.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return keys;
    }

    private JsonNode find(String key) {
        String[] parts = key.split(" ");
        return document.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
    }

    static List<JsonNode> list(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    /** Returns the faults of a value according to a schema of the document. */
    List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode root = JSON.createObjectNode();
        root.set("components", document.path("components"));
        root.putArray("allOf").add(schema);
        JsonSchema compiled =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
        return compiled.validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** Returns the methods of all resources of the program but pages, by HTTP method and path. */
    static Map<String, List<Method>> methods() {
        return Resources.BY_KEY;
    }

    private static final class Resources {

        static final Map<String, List<Method>> BY_KEY = new TreeMap<>();

        static {
            ProgramSources.resources().stream()
                    .filter(resource -> !isPage(resource))
                    .forEach(Resources::add);
        }

        /** Answers of the API name the addresses of types of problems, so these pages are operations of the API too. */
        private static boolean isPage(Class<?> resource) {
            return resource.getName().startsWith("org.tipstats.site.")
                    && !resource.getSimpleName().equals("ProblemTypeResource");
        }

        private static void add(Class<?> resource) {
            for (Method method : resource.getDeclaredMethods()) {
                Operation said = method.getAnnotation(Operation.class);
                if (said != null && said.hidden()) {
                    continue;
                }
                httpMethods(method)
                        .forEach(http -> BY_KEY.computeIfAbsent(
                                        http + " " + path(resource, method), key -> new ArrayList<>())
                                .add(method));
            }
        }

        private static Stream<String> httpMethods(Method method) {
            return Arrays.stream(method.getAnnotations())
                    .map(Annotation::annotationType)
                    .map(type -> type.getAnnotation(HttpMethod.class))
                    .filter(http -> http != null)
                    .map(HttpMethod::value);
        }

        private static String path(Class<?> resource, Method method) {
            Path own = method.getAnnotation(Path.class);
            String whole = "/" + resource.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
            String path = whole.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
            return path.replaceAll("\\{ *(\\w+) *:[^}]*}", "{$1}");
        }
    }
}
