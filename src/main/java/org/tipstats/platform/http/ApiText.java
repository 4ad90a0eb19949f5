package org.tipstats.platform.http;

import java.util.List;
import java.util.Map;

/**
 * What the description of the API says of one operation beside what its code tells.
 *
 * @param operation method and path, such as {@code GET /api/v1/limits}
 * @param request an address below which a reader finds a reply worth seeing, or null
 * @param parameters by name; those that the code doesn't declare are added
 * @param body the media types of the body, or null
 * @param replies the good ones by status
 * @param refusals names of components: the problems beside those that all operations have
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

    /** @param in query where it is null */
    record ParameterText(String in, Boolean required, String description, Object example) {

        /** The same, with what is missing taken from the other. */
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

    /** @param schema the name of a component, {@code text} or {@code bytes}; null for what the code tells */
    record MediaText(String schema, Map<String, Object> examples) {}

    /** @param headers names with their descriptions */
    record ReplyText(String description, Map<String, String> headers, Map<String, MediaText> content) {}
}
