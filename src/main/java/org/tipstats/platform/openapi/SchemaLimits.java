package org.tipstats.platform.openapi;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Gives a limit to each text, whole number and list of the API description that has no limit yet. These limits are far
 * above real values. With them, clients and gateways can refuse replies that cannot come from the service.
 */
final class SchemaLimits {

    /**
     * The largest number of characters in a field. A field comes from a cell, a JSON body of at most 256 kB, or the
     * program.
     */
    private static final int LONGEST_FIELD = 1 << 20;

    /** The largest size of a whole file that a body or an answer contains. */
    private static final int LONGEST_FILE = Integer.MAX_VALUE;

    /** The largest number of figures in one answer. */
    private static final int MOST_ITEMS = 5_000_000;

    /** The largest number of objects on one page of a list. */
    private static final int MOST_ON_A_PAGE = 10_000;

    /** The largest whole number that every JSON reader reads exactly. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf((1L << 53) - 1);

    private static final BigDecimal LARGEST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);

    private SchemaLimits() {}

    static void complete(OpenAPI document) {
        document.getComponents().getSchemas().values().forEach(schema -> limit(schema, LONGEST_FIELD));
        replies(document.getComponents().getResponses());
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(item -> item.getOperations().values().forEach(SchemaLimits::limit));
    }

    private static void limit(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .map(Parameter::getSchema)
                    .filter(Objects::nonNull)
                    .forEach(schema -> limit(schema, ValueShapes.MAX_HEADER));
        }
        if (operation.getRequestBody() != null) {
            content(operation.getRequestBody().getContent());
        }
        replies(operation.getResponses().getAPIResponses());
    }

    private static void replies(Map<String, APIResponse> replies) {
        for (APIResponse reply : replies.values()) {
            content(reply.getContent());
            if (reply.getHeaders() != null) {
                reply.getHeaders().values().stream()
                        .map(Header::getSchema)
                        .filter(Objects::nonNull)
                        .forEach(schema -> limit(schema, ValueShapes.MAX_HEADER));
            }
        }
    }

    private static void content(Content content) {
        if (content != null) {
            content.getMediaTypes().values().stream()
                    .map(MediaType::getSchema)
                    .filter(Objects::nonNull)
                    .forEach(schema -> limit(schema, LONGEST_FILE));
        }
    }

    private static void limit(Schema schema, int longest) {
        List<Schema.SchemaType> types = schema.getType() == null ? List.of() : schema.getType();
        boolean open = schema.getEnumeration() == null && schema.getConstValue() == null;
        if (types.contains(Schema.SchemaType.STRING) && open && schema.getMaxLength() == null) {
            schema.setMaxLength(longest);
        }
        if (types.contains(Schema.SchemaType.INTEGER) && open) {
            limitNumber(schema);
        }
        if (types.contains(Schema.SchemaType.ARRAY) && schema.getMaxItems() == null) {
            schema.setMaxItems(MOST_ITEMS);
        }
        limitPage(schema);
        parts(schema).forEach(part -> limit(part, longest));
    }

    private static void limitNumber(Schema schema) {
        if (schema.getFormat() == null) {
            schema.setFormat("int64");
        }
        BigDecimal largest = schema.getFormat().equals("int32") ? LARGEST_INT : LARGEST;
        if (schema.getMaximum() == null) {
            schema.setMaximum(largest);
        }
        if (schema.getMinimum() == null) {
            schema.setMinimum(largest.negate());
        }
    }

    private static void limitPage(Schema schema) {
        Map<String, Schema> fields = schema.getProperties();
        if (fields != null && fields.containsKey("items") && fields.containsKey("next")) {
            fields.get("items").setMaxItems(MOST_ON_A_PAGE);
        }
    }

    /** Returns the schemas that a schema contains directly. */
    static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        schema.getProperties() == null
                                ? null
                                : schema.getProperties().values(),
                        schema.getAnyOf(),
                        schema.getAllOf(),
                        schema.getOneOf(),
                        schema.getItems() == null ? null : List.of(schema.getItems()),
                        schema.getAdditionalPropertiesSchema() == null
                                ? null
                                : List.of(schema.getAdditionalPropertiesSchema()))
                .filter(Objects::nonNull)
                .flatMap(Collection::stream);
    }
}
