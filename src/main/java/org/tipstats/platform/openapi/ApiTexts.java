package org.tipstats.platform.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The texts and examples of the API description, from the resources in {@code openapi/}.
 *
 * @param parameters texts on parameters that many operations share, by name
 * @param nullable the fields that may be null, by component; a field that is listed under {@code *} may be null in all
 *     components
 */
record ApiTexts(
        Map<String, ApiText> operations,
        Map<String, ApiText.ParameterText> parameters,
        Map<String, List<String>> nullable) {

    private static final List<String> OPERATIONS = List.of(
            "accounts",
            "audit",
            "catalogue",
            "comparison",
            "coverage",
            "data",
            "entries",
            "export",
            "iceberg",
            "jobs",
            "mail",
            "mappings",
            "metadata",
            "notification",
            "pages",
            "protection",
            "releases",
            "rounds",
            "sdmx",
            "structures",
            "submissions",
            "subscriptions");
    private static final ObjectMapper JSON = new ObjectMapper();

    static ApiTexts read() {
        Map<String, ApiText> operations = new LinkedHashMap<>();
        OPERATIONS.forEach(name -> operations.putAll(read(name, new TypeReference<Map<String, ApiText>>() {})));
        return new ApiTexts(
                operations,
                read("parameters", new TypeReference<Map<String, ApiText.ParameterText>>() {}),
                read("nullable", new TypeReference<Map<String, List<String>>>() {}));
    }

    static <T> T read(String name, TypeReference<T> type) {
        try (InputStream in = ApiTexts.class.getResourceAsStream("/openapi/" + name + ".json")) {
            return JSON.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the fields of a component that may be null. May contain fields that the component does not have. */
    Set<String> nullable(String component) {
        Set<String> fields = new TreeSet<>(nullable.getOrDefault("*", List.of()));
        fields.addAll(nullable.getOrDefault(component, List.of()));
        return fields;
    }

    Map<String, String> ids() {
        Map<String, String> ids = new HashMap<>();
        operations.forEach((id, text) -> ids.put(text.operation(), id));
        return ids;
    }

    /**
     * The texts about one operation. The API description adds them to what the code declares.
     *
     * @param operation method and path, for example {@code GET /api/v1/limits}
     * @param request the URL of an example request with an instructive reply, or null
     * @param parameters the texts on parameters, by name; parameters that the code does not declare are added
     * @param refusals problems with which this operation may answer besides the problems of all operations, by the
     *     names of their components
     */
    record ApiText(
            String operation,
            String tag,
            String summary,
            String description,
            String request,
            Map<String, ParameterText> parameters,
            Map<String, MediaText> body,
            Map<String, ReplyText> replies,
            List<String> refusals) {

        ApiText {
            parameters = parameters == null ? Map.of() : parameters;
            refusals = refusals == null ? List.of() : refusals;
        }

        /** @param in the location of the parameter; null for the query */
        record ParameterText(String in, Boolean required, String description, Object example) {

            ParameterText orElse(ParameterText other) {
                return other == null
                        ? this
                        : new ParameterText(
                                in == null ? other.in : in,
                                required == null ? other.required : required,
                                description == null ? other.description : description,
                                example == null ? other.example : example);
            }
        }

        /**
         * @param schema either the name of a component, or the word {@code text} or {@code bytes}; null for the schema
         *     that the code declares
         */
        record MediaText(String schema, Map<String, Object> examples) {}

        record ReplyText(String description, Map<String, String> headers, Map<String, MediaText> content) {}
    }
}
