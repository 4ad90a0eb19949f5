package org.tipstats.platform.http;

import java.util.List;
import java.util.Map;

/**
 * The texts on one operation that the API description adds to what the code declares.
 *
 * @param operation method and path, for example {@code GET /api/v1/limits}
 * @param request an example address with an instructive reply, or null
 * @param parameters by name; parameters that the code does not declare are added
 * @param body the media types of the body, or null
 * @param replies the successful replies by status
 * @param refusals names of components: the problems in addition to those of all operations
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

        /** Returns the same text, with missing parts taken from another one. */
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
     * @param schema the name of a component, {@code text} or {@code bytes}; null for the schema that the code declares
     */
    record MediaText(String schema, Map<String, Object> examples) {}

    /** @param headers descriptions by header name */
    record ReplyText(String description, Map<String, String> headers, Map<String, MediaText> content) {}
}
