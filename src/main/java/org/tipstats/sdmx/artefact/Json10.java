package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Converts artefacts from SDMX-JSON 2.0 to SDMX-JSON 1.0. The artefacts in SDMX-JSON 1.0 follow the information model
 * of version 2.1 of the standard.
 */
final class Json10 {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json10() {}

    static ObjectNode of(ObjectNode artefact) {
        ObjectNode made = (ObjectNode) converted(artefact);
        if (artefact.path("dataStructureComponents") instanceof ObjectNode components) {
            made.set("dataStructureComponents", components(components));
        }
        if (artefact.has("dataflow")) {
            made.set("structureUsage", made.remove("dataflow"));
        }
        if (artefact.has("role")) {
            made.set("type", made.remove("role"));
        }
        return made;
    }

    private static JsonNode converted(JsonNode thing) {
        if (thing.isArray()) {
            ArrayNode made = NODES.arrayNode();
            thing.forEach(item -> made.add(converted(item)));
            return made;
        }
        if (!thing.isObject()) {
            return thing;
        }
        ObjectNode made = NODES.objectNode();
        for (Map.Entry<String, JsonNode> member : thing.properties()) {
            put(made, member.getKey(), member.getValue());
        }
        return made;
    }

    private static void put(ObjectNode made, String name, JsonNode value) {
        switch (name) {
            case "annotations" -> made.set(name, annotations(value));
            case "cubeRegions" -> made.set(name, regions(value));
            case "localRepresentation", "coreRepresentation" -> made.set(name, representation(value));
            default -> made.set(name, converted(value));
        }
    }

    private static ArrayNode annotations(JsonNode annotations) {
        ArrayNode made = NODES.arrayNode();
        for (JsonNode annotation : annotations) {
            ObjectNode each = made.addObject();
            each.setAll((ObjectNode) annotation);
            JsonNode value = each.remove("value");
            if (value != null && !each.has("title")) {
                each.set("title", value);
            }
        }
        return made;
    }

    private static ArrayNode regions(JsonNode regions) {
        ArrayNode made = NODES.arrayNode();
        for (JsonNode region : regions) {
            ObjectNode each = made.addObject();
            each.put("isIncluded", region.path("include").asBoolean(true));
            ArrayNode keys = each.putArray("keyValues");
            for (JsonNode key : region.path("keyValues")) {
                ObjectNode copy = keys.addObject();
                copy.setAll((ObjectNode) key);
                copy.remove("include");
            }
        }
        return made;
    }

    private static ObjectNode representation(JsonNode representation) {
        ObjectNode made = NODES.objectNode();
        if (representation.has("enumeration")) {
            made.set("enumeration", representation.path("enumeration"));
        }
        if (representation.path("format") instanceof ObjectNode format) {
            ObjectNode copy = made.putObject("textFormat");
            for (Map.Entry<String, JsonNode> facet : format.properties()) {
                copy.set(facet.getKey().equals("dataType") ? "textType" : facet.getKey(), facet.getValue());
            }
        }
        return made;
    }

    private static ObjectNode components(ObjectNode components) {
        ObjectNode made = NODES.objectNode();
        ObjectNode dimensions = (ObjectNode) converted(components.path("dimensionList"));
        int position = 0;
        for (JsonNode dimension : dimensions.path("dimensions")) {
            ((ObjectNode) dimension).put("position", position++).put("type", "Dimension");
        }
        ObjectNode time = (ObjectNode) dimensions.remove("timeDimension");
        dimensions.putArray("timeDimensions").add(time.put("position", position).put("type", "TimeDimension"));
        made.set("dimensionList", dimensions);
        ObjectNode measure = (ObjectNode) converted(components.at("/measureList/measures/0"));
        measure.remove("usage");
        ObjectNode attributes = (ObjectNode) converted(components.path("attributeList"));
        for (JsonNode attribute : attributes.path("attributes")) {
            relate((ObjectNode) attribute, measure.path("id").asText());
        }
        made.set("attributeList", attributes);
        made.putObject("measureList").put("id", "MeasureDescriptor").set("primaryMeasure", measure);
        return made;
    }

    private static void relate(ObjectNode attribute, String measure) {
        JsonNode usage = attribute.remove("usage");
        boolean mandatory = usage != null && usage.asText().equals("mandatory");
        attribute.put("assignmentStatus", mandatory ? "Mandatory" : "Conditional");
        ObjectNode relationship = (ObjectNode) attribute.path("attributeRelationship");
        if (relationship.remove("observation") != null) {
            relationship.put("primaryMeasure", measure);
        }
        if (relationship.remove("dataflow") != null) {
            relationship.putObject("none");
        }
    }
}
