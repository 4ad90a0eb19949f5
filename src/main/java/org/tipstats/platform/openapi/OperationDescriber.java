package org.tipstats.platform.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.tipstats.platform.openapi.ApiTexts.ApiText;
import org.tipstats.platform.openapi.ApiTexts.ApiText.MediaText;
import org.tipstats.platform.openapi.ApiTexts.ApiText.ParameterText;
import org.tipstats.platform.openapi.ApiTexts.ApiText.ReplyText;

/**
 * Adds texts and examples to one operation of the API description.
 *
 * @param usual the texts on parameters that many operations share, by the name of the parameter
 */
record OperationDescriber(Operation operation, Map<String, ParameterText> usual) {

    /** Headers that every operation reads. The description leaves these headers out. */
    private static final Set<String> HIDDEN_HEADERS =
            Set.of("Content-Length", "Content-Encoding", "Content-Type", "Accept");

    void describe(ApiText text) {
        operation.setTags(List.of(text.tag()));
        operation.setSummary(text.summary());
        operation.setDescription(
                text.request() == null ? text.description() : text.description() + "\n\nTry `" + text.request() + "`.");
        if (text.request() != null) {
            operation.addExtension("x-request", text.request());
        }
        parameters(text.parameters());
        if (text.body() != null) {
            body(text.body());
        }
        replies(text.replies());
        text.refusals().forEach(name -> OperationRefusals.add(operation, name));
    }

    private void parameters(Map<String, ParameterText> texts) {
        List<Parameter> all = new ArrayList<>();
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> !HIDDEN_HEADERS.contains(parameter.getName()))
                    .forEach(all::add);
        }
        texts.keySet().stream()
                .filter(name -> all.stream().noneMatch(p -> p.getName().equals(name)))
                .forEach(name -> all.add(OASFactory.createParameter().name(name)));
        for (Parameter parameter : all) {
            ParameterText text = texts.getOrDefault(parameter.getName(), new ParameterText(null, null, null, null))
                    .orElse(usual.get(parameter.getName()));
            describe(parameter, text);
        }
        operation.setParameters(all.isEmpty() ? null : all);
    }

    private static void describe(Parameter parameter, ParameterText text) {
        if (parameter.getIn() == null) {
            parameter.setIn(text.in() == null ? Parameter.In.QUERY : Parameter.In.valueOf(text.in()));
        }
        if (parameter.getSchema() == null) {
            parameter.setSchema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        }
        if (text.required() != null) {
            parameter.setRequired(text.required());
        }
        parameter.setDescription(text.description());
        parameter.setExample(text.example());
    }

    private void body(Map<String, MediaText> media) {
        if (operation.getRequestBody() == null) {
            operation.setRequestBody(OASFactory.createRequestBody().required(true));
        }
        Content reported = operation.getRequestBody().getContent();
        operation.getRequestBody().setContent(content(media, reported));
    }

    private void replies(Map<String, ReplyText> texts) {
        Content reported = operation.getResponses().getAPIResponses().values().stream()
                .map(APIResponse::getContent)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        APIResponses replies = OASFactory.createAPIResponses();
        texts.forEach((status, text) -> {
            APIResponse reply = OASFactory.createAPIResponse().description(text.description());
            if (text.content() != null) {
                reply.setContent(content(text.content(), reported));
            }
            if (text.headers() != null) {
                text.headers().forEach((name, description) -> reply.addHeader(name, header(description)));
            }
            replies.addAPIResponse(status, reply);
        });
        operation.setResponses(replies);
    }

    private static Header header(String description) {
        Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        return OASFactory.createHeader().description(description).schema(text);
    }

    private static Content content(Map<String, MediaText> texts, Content reported) {
        Content content = OASFactory.createContent();
        texts.forEach((type, text) -> {
            MediaType media = OASFactory.createMediaType();
            media.setSchema(text.schema() == null ? reported.getMediaType(type).getSchema() : schema(text.schema()));
            if (text.examples() != null) {
                text.examples()
                        .forEach((name, value) -> media.addExample(
                                name, OASFactory.createExample().value(value)));
            }
            content.addMediaType(type, media);
        });
        return content;
    }

    private static Schema schema(String name) {
        Schema schema = OASFactory.createSchema();
        return switch (name) {
            case "text" -> schema.addType(Schema.SchemaType.STRING);
            case "bytes" -> schema.addType(Schema.SchemaType.STRING).format("binary");
            default -> schema.ref(name);
        };
    }

    /**
     * Adds to an operation the problems with which it may answer, as references to the problems in the API description.
     */
    static final class OperationRefusals {

        private static final Map<String, String> STATUS = Map.ofEntries(
                Map.entry("BadRequest", "400"),
                Map.entry("Unauthenticated", "401"),
                Map.entry("Forbidden", "403"),
                Map.entry("NotFound", "404"),
                Map.entry("NotAcceptable", "406"),
                Map.entry("RequestTimeout", "408"),
                Map.entry("Conflict", "409"),
                Map.entry("Gone", "410"),
                Map.entry("PreconditionFailed", "412"),
                Map.entry("TooLarge", "413"),
                Map.entry("UnsupportedMediaType", "415"),
                Map.entry("ContentInvalid", "422"),
                Map.entry("TooManyRequests", "429"),
                Map.entry("InternalError", "500"),
                Map.entry("Unavailable", "503"),
                Map.entry("InsufficientStorage", "507"));
        private static final String STANDARD =
                "The error message of the standard: 400 for a parameter that is not valid,"
                        + " 401 for a token that is not valid, 403 (version 1) or 422 (version 2) for names that the data do not"
                        + " have, 406 for a form that does not exist here, 410 for an instant whose release was withdrawn,"
                        + " 413 for too many observations or dataflows, 416 for a range beyond the end, 429 for too many requests,"
                        + " 500 for an error of the service, 503 while the database is away.";
        private static final List<String> EVERYWHERE = List.of(
                "BadRequest", "Unauthenticated", "NotAcceptable", "TooManyRequests", "InternalError", "Unavailable");
        private static final List<String> ICEBERG = List.of("400", "401", "404", "406", "429", "500", "503");

        private OperationRefusals() {}

        static void add(Operation operation, String name) {
            add(operation, STATUS.get(name), name);
        }

        private static void add(Operation operation, String status, String name) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref(name));
        }

        /** Adds the answers that every operation of SDMX may give: 304, and a default answer for all errors. */
        private static void addStandard(Operation operation, boolean xml) {
            MediaType error = OASFactory.createMediaType().schema(schema(xml ? "text" : "SdmxError"));
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304",
                            OASFactory.createAPIResponse()
                                    .description("Not modified: the client already has this reply."))
                    .addAPIResponse(
                            "default",
                            OASFactory.createAPIResponse()
                                    .description(STANDARD)
                                    .content(OASFactory.createContent()
                                            .addMediaType(xml ? "application/xml" : "application/json", error)));
        }

        /** Adds the problems that follow from the path, security, parameters and body of the operation. */
        static void add(String path, Operation operation) {
            if (path.startsWith("/sdmx/")) {
                addStandard(operation, path.startsWith("/sdmx/v1/"));
            } else if (path.startsWith("/iceberg/")) {
                ICEBERG.forEach(status -> add(operation, status, "IcebergError"));
            } else if (path.startsWith("/api/")) {
                addOfApi(operation);
            }
        }

        private static void addOfApi(Operation operation) {
            EVERYWHERE.forEach(name -> add(operation, name));
            if (operation.getSecurity() != null) {
                add(operation, "Forbidden");
            }
            List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
            if (parameters.stream().anyMatch(p -> p.getIn() == Parameter.In.PATH)) {
                add(operation, "NotFound");
            }
            if (parameters.stream()
                    .anyMatch(
                            p -> p.getIn() == Parameter.In.QUERY && p.getName().equals("release"))) {
                add(operation, "NotFound");
                add(operation, "Gone");
            }
            if (operation.getRequestBody() != null) {
                add(operation, "UnsupportedMediaType");
                add(operation, "TooLarge");
                add(operation, "RequestTimeout");
                add(operation, "InsufficientStorage");
            }
        }
    }
}
