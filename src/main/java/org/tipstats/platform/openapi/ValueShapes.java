package org.tipstats.platform.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Limits the values of parameters and fields in the API description, for example by a list of all valid values or by a
 * greatest length. The resource {@code openapi/values.json} has the limits, so that the code needs no annotation for
 * each parameter.
 *
 * @param parameters the limits by the beginning of the path and the name of the parameter; if several beginnings fit,
 *     the limit of the longest applies
 * @param fields the limits by component and field; a limit under {@code *} applies to the field in all components
 */
record ValueShapes(Map<String, Map<String, Shape>> parameters, Map<String, Map<String, Shape>> fields) {

    /** The largest number of characters in a path with its query, see {@code RequestLimitFilter}. */
    private static final int MAX_ADDRESS = 8_192;

    /** The largest number of characters in a header, see {@code RequestLimitFilter}. */
    static final int MAX_HEADER = 16_384;

    ValueShapes {
        parameters = new TreeMap<>(parameters);
    }

    /**
     * The limits of one value. Limits that are null do not apply.
     *
     * @param type {@code integer}, or null for a text
     * @param values all valid values
     */
    record Shape(
            String type, String format, String pattern, List<Object> values, BigDecimal minimum, BigDecimal maximum) {

        void limit(Schema schema) {
            if (type != null) {
                schema.setType(List.of(Schema.SchemaType.INTEGER));
            }
            if (format != null) {
                schema.setFormat(format);
            }
            if (pattern != null) {
                schema.setPattern(pattern);
            }
            if (values != null) {
                schema.setEnumeration(values);
            }
            schema.setMinimum(minimum);
            schema.setMaximum(maximum);
        }
    }

    static ValueShapes read() {
        return ApiTexts.read("values", new TypeReference<ValueShapes>() {});
    }

    void limit(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().values().forEach(operation -> limitParameters(path, operation)));
        document.getComponents().getSchemas().forEach(this::limitFields);
    }

    private void limitParameters(String path, Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getSchema().getRef() == null)
                    .forEach(parameter -> limit(path, parameter));
        }
    }

    private void limit(String path, Parameter parameter) {
        Schema schema = parameter.getSchema();
        Shape shape = null;
        for (Map.Entry<String, Map<String, Shape>> prefix : parameters.entrySet()) {
            if (path.startsWith(prefix.getKey())) {
                shape = prefix.getValue().getOrDefault(parameter.getName(), shape);
            }
        }
        if (shape != null) {
            shape.limit(schema);
        }
        if (shape != null && shape.type != null && parameter.getExample() instanceof String text) {
            parameter.setExample(Long.valueOf(text));
        } else if (schema.getEnumeration() == null && schema.getFormat() == null) {
            schema.setMaxLength(parameter.getIn() == Parameter.In.HEADER ? MAX_HEADER : MAX_ADDRESS);
        }
    }

    private void limitFields(String component, Schema schema) {
        if (schema.getProperties() != null) {
            Map<String, Shape> known = new TreeMap<>(fields.get("*"));
            known.putAll(fields.getOrDefault(component, Map.of()));
            known.keySet().retainAll(schema.getProperties().keySet());
            known.forEach((field, shape) -> {
                Schema found = schema.getProperties().get(field);
                shape.limit(found.getItems() == null ? found : found.getItems());
            });
        }
    }
}
