package org.tipstats.platform.openapi;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Finds the schemas that operations use. Others, for example those of the page templates, are of no use to readers. */
final class SchemaPruner {

    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> all;
    private final Set<String> used = new HashSet<>();

    private SchemaPruner(Map<String, Schema> all) {
        this.all = all;
    }

    /** Removes the schemas that no operation uses. */
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
                : Stream.concat(replies, Stream.of(operation.getRequestBody().getContent()));
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
        parts(schema).forEach(this::add);
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        schema.getProperties() == null
                                ? null
                                : schema.getProperties().values(),
                        schema.getAnyOf(),
                        schema.getAllOf(),
                        schema.getOneOf(),
                        one(schema.getItems()),
                        one(schema.getAdditionalPropertiesSchema()))
                .filter(Objects::nonNull)
                .flatMap(Collection::stream);
    }

    private static Collection<Schema> one(Schema schema) {
        return schema == null ? null : Set.of(schema);
    }
}
