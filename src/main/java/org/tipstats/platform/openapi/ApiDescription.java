package org.tipstats.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.tipstats.platform.openapi.OperationDescriber.OperationRefusals;

/**
 * Completes the API description that is generated from the code. Ids, texts, examples and refusals come from the
 * resources in {@code openapi/}; shared components come from {@code META-INF/openapi.yaml}. This filter runs during the
 * build.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {

    private static final String PAGE = "text/html";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        ApiTexts texts = ApiTexts.read();
        Map<String, String> ids = texts.ids();
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    String id = ids.get(method + " " + path);
                    operation.setOperationId(id == null ? idOf(method, path) : id);
                    if (id != null) {
                        new OperationDescriber(operation, texts.parameters())
                                .describe(texts.operations().get(id));
                    }
                    complete(path, operation);
                }));
        document.getComponents()
                .getSchemas()
                .forEach((name, schema) -> texts.nullable(name).forEach(field -> allowNull(schema, field)));
        SchemaPruner.keep(document);
        ValueShapes.read().limit(document);
        SchemaLimits.complete(document);
    }

    private static void complete(String path, Operation operation) {
        OperationRefusals.add(path, operation);
        if (operation.getSecurity() == null) {
            // Callers of the API may send a token or not. Operations outside the API do not use tokens.
            operation.setSecurity(
                    path.startsWith("/api/")
                            ? List.of(
                                    OASFactory.createSecurityRequirement(),
                                    OASFactory.createSecurityRequirement().addScheme("bearer"))
                            : List.of());
        }
        Map<String, APIResponse> replies =
                new TreeMap<>(operation.getResponses().getAPIResponses());
        operation.getResponses().setAPIResponses(replies);
        replies.values().stream()
                .map(APIResponse::getContent)
                .filter(content -> content != null && content.getMediaType(PAGE) != null)
                .forEach(content -> content.getMediaType(PAGE)
                        .setSchema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
    }

    /** Makes an operation id: {@code GET /{lang}/data} becomes {@code getLangData}. */
    private static String idOf(HttpMethod method, String path) {
        StringBuilder id = new StringBuilder(method.name().toLowerCase(Locale.ROOT));
        for (String word : path.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return id.toString();
    }

    private static void allowNull(Schema schema, String field) {
        Schema type =
                schema.getProperties() == null ? null : schema.getProperties().get(field);
        if (type == null) {
            return;
        }
        if (type.getRef() != null) {
            schema.addProperty(
                    field,
                    OASFactory.createSchema()
                            .addAnyOf(OASFactory.createSchema().ref(type.getRef()))
                            .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL)));
        } else if (!type.getType().contains(Schema.SchemaType.NULL)) {
            type.addType(Schema.SchemaType.NULL);
        }
    }

    /** Removes the schemas that no operation uses, for example the schemas of page templates. */
    static final class SchemaPruner {

        private static final String PREFIX = "#/components/schemas/";

        private final Map<String, Schema> all;
        private final Set<String> used = new HashSet<>();

        private SchemaPruner(Map<String, Schema> all) {
            this.all = all;
        }

        static void keep(OpenAPI document) {
            SchemaPruner schemas = new SchemaPruner(document.getComponents().getSchemas());
            document.getPaths().getPathItems().values().stream()
                    .flatMap(item -> item.getOperations().values().stream())
                    .flatMap(SchemaPruner::contents)
                    .forEach(schemas::add);
            Map<String, APIResponse> shared = document.getComponents().getResponses();
            if (shared != null) {
                shared.values().forEach(reply -> schemas.add(reply.getContent()));
            }
            Set<String> unused = new TreeSet<>(schemas.all.keySet());
            unused.removeAll(schemas.used);
            unused.forEach(document.getComponents()::removeSchema);
        }

        private static Stream<Content> contents(Operation operation) {
            Stream<Content> replies =
                    operation.getResponses().getAPIResponses().values().stream().map(APIResponse::getContent);
            return operation.getRequestBody() == null
                    ? replies
                    : Stream.concat(
                            replies, Stream.of(operation.getRequestBody().getContent()));
        }

        private void add(Content content) {
            if (content != null) {
                content.getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .filter(Objects::nonNull)
                        .forEach(this::add);
            }
        }

        private void add(Schema schema) {
            if (schema.getRef() != null && schema.getRef().startsWith(PREFIX)) {
                String name = schema.getRef().substring(PREFIX.length());
                if (used.add(name) && all.containsKey(name)) {
                    add(all.get(name));
                }
            }
            SchemaLimits.parts(schema).forEach(this::add);
        }
    }
}
