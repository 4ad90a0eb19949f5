package org.tipstats.vocabulary.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.vocabulary.schema.RepresentationMap.SourceValue;
import org.tipstats.vocabulary.schema.RepresentationMap.ValueMapping;
import org.tipstats.vocabulary.schema.StructureMap.Annotation;
import org.tipstats.vocabulary.schema.StructureMap.DatePatternMap;
import org.tipstats.vocabulary.schema.StructureMap.Identity;

/**
 * Writes structure maps and their representation maps in SDMX-JSON 2.0. {@link StructureMapReader} reads them again.
 */
public final class StructureMapWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SCHEMA =
            "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/"
                    + "tools/schemas/2.0.0/sdmx-json-structure-schema.json";

    private StructureMapWriter() {}

    /**
     * Returns a structure message with the maps and the representation maps to which they refer, each once.
     *
     * @param id the id of the message
     * @param prepared the instant at which the message was prepared, as ISO 8601 text
     * @param sender the id of the organisation that sends the message
     */
    public static ObjectNode message(String id, String prepared, String sender, List<StructureMap> maps) {
        ObjectNode message = NODES.objectNode();
        ObjectNode meta = message.putObject("meta");
        meta.put("schema", SCHEMA).put("id", id).put("test", false).put("prepared", prepared);
        meta.putObject("sender").put("id", sender);
        ObjectNode data = message.putObject("data");
        ArrayNode bodies = data.putArray("structureMaps");
        Map<String, RepresentationMap> representations = new LinkedHashMap<>();
        for (StructureMap map : maps) {
            bodies.add(body(map));
            map.representations().forEach(each -> representations.putIfAbsent(each.urn(), each));
        }
        if (!representations.isEmpty()) {
            ArrayNode others = data.putArray("representationMaps");
            representations.values().forEach(map -> others.add(body(map)));
        }
        return message;
    }

    /** Returns a structure map as it appears in a message. */
    public static ObjectNode body(StructureMap map) {
        ObjectNode body = identity(map.identity());
        body.put("source", map.source()).put("target", map.target());
        if (!map.datePatterns().isEmpty()) {
            ArrayNode patterns = body.putArray("datePatternMaps");
            map.datePatterns().forEach(each -> patterns.add(datePattern(each)));
        }
        if (!map.components().isEmpty()) {
            ArrayNode components = body.putArray("componentMaps");
            map.components().forEach(each -> {
                ObjectNode component = components.addObject();
                texts(component, "source", each.sources());
                texts(component, "target", each.targets());
                each.representation().ifPresent(other -> component.put("representationMap", other.urn()));
            });
        }
        if (!map.fixed().isEmpty()) {
            ArrayNode fixed = body.putArray("fixedValueMaps");
            map.fixed()
                    .forEach(each -> texts(
                            fixed.addObject().put(each.ofSource() ? "source" : "target", each.component()),
                            "values",
                            each.values()));
        }
        return body;
    }

    /** Returns a representation map as it appears in a message. */
    public static ObjectNode body(RepresentationMap map) {
        ObjectNode body = identity(map.identity());
        types(body.putArray("source"), map.sources());
        types(body.putArray("target"), map.targets());
        if (!map.mappings().isEmpty()) {
            ArrayNode mappings = body.putArray("representationMappings");
            map.mappings().forEach(each -> mappings.add(mapping(each)));
        }
        return body;
    }

    private static ObjectNode identity(Identity identity) {
        ObjectNode body = NODES.objectNode();
        body.put("id", identity.id()).put("agencyID", identity.agency()).put("version", identity.version());
        text(body, "name", identity.name());
        text(body, "description", identity.description());
        if (!identity.annotations().isEmpty()) {
            ArrayNode annotations = body.putArray("annotations");
            identity.annotations().forEach(each -> annotations.add(annotation(each)));
        }
        return body;
    }

    private static ObjectNode annotation(Annotation annotation) {
        ObjectNode body = NODES.objectNode();
        optional(body, "id", annotation.id());
        optional(body, "type", annotation.type());
        optional(body, "title", annotation.title());
        optional(body, "value", annotation.value());
        text(body, "text", annotation.text());
        return body;
    }

    private static void optional(ObjectNode body, String member, String text) {
        if (text != null) {
            body.put(member, text);
        }
    }

    /** Writes two members: the text in English (or else in its first language), and the texts in all languages. */
    private static void text(ObjectNode body, String member, LocalText text) {
        if (!text.texts().isEmpty()) {
            String first = text.texts().values().iterator().next();
            body.put(member, text.texts().getOrDefault("en", first));
            ObjectNode texts = body.putObject(member + "s");
            text.texts().forEach(texts::put);
        }
    }

    private static void texts(ObjectNode body, String member, List<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(body.putArray(member)::add);
        }
    }

    private static void types(ArrayNode array, List<String> types) {
        types.forEach(type -> array.addObject().put(type.startsWith("urn:") ? "codelist" : "dataType", type));
    }

    private static ObjectNode datePattern(DatePatternMap map) {
        ObjectNode body = NODES.objectNode();
        body.put("id", map.id());
        body.putArray("mappedComponents")
                .addObject()
                .put("source", map.source())
                .put("target", map.target());
        return body.put("targetFrequencyID", map.frequency())
                .put("sourcePattern", map.pattern())
                .put("locale", map.locale());
    }

    private static ObjectNode mapping(ValueMapping mapping) {
        ObjectNode body = NODES.objectNode();
        ArrayNode sources = body.putArray("sourceValues");
        for (SourceValue source : mapping.sources()) {
            ObjectNode value = sources.addObject().put("value", source.value());
            if (source.isRegEx()) {
                value.put("isRegEx", true);
            }
            if (source.startIndex() != null) {
                value.put("startIndex", source.startIndex());
            }
            if (source.endIndex() != null) {
                value.put("endIndex", source.endIndex());
            }
        }
        texts(body, "targetValues", mapping.targets());
        if (mapping.validFrom() != null) {
            body.put("validFrom", mapping.validFrom() + "T00:00:00Z");
        }
        if (mapping.validTo() != null) {
            body.put("validTo", mapping.validTo() + "T23:59:59Z");
        }
        return body;
    }
}
