package org.tipstats.vocabulary.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tipstats.vocabulary.schema.RepresentationMap.SourceValue;
import org.tipstats.vocabulary.schema.RepresentationMap.ValueMapping;
import org.tipstats.vocabulary.schema.StructureMap.Annotation;
import org.tipstats.vocabulary.schema.StructureMap.ComponentMap;
import org.tipstats.vocabulary.schema.StructureMap.DatePatternMap;
import org.tipstats.vocabulary.schema.StructureMap.FixedValueMap;
import org.tipstats.vocabulary.schema.StructureMap.Identity;

/**
 * Reads structure maps and their representation maps in SDMX-JSON 2.0. Ignores notes on single rules of a map. Refuses
 * epoch maps and formats by frequency, which this program cannot apply.
 */
public final class StructureMapReader {

    private static final List<String> NOT_SUPPORTED = List.of("epochMaps", "frequencyFormatMappings");

    private StructureMapReader() {}

    /**
     * Reads the structure maps of a message.
     *
     * @param message a structure message, which also has the representation maps to which the structure maps refer
     * @throws SchemaException if a map is not valid or not complete; the message names the map
     */
    public static List<StructureMap> read(JsonNode message) {
        return read(
                message.path("data").path("structureMaps"), message.path("data").path("representationMaps"));
    }

    static List<StructureMap> read(Iterable<JsonNode> structureMaps, Iterable<JsonNode> representationMaps) {
        Map<String, RepresentationMap> known = new LinkedHashMap<>();
        for (JsonNode body : representationMaps) {
            RepresentationMap map = within(body, StructureMapReader::representationMap);
            known.put(map.urn(), map);
        }
        List<StructureMap> maps = new ArrayList<>();
        structureMaps.forEach(body -> maps.add(within(body, map -> structureMap(map, known))));
        return List.copyOf(maps);
    }

    private static <T> T within(JsonNode body, Function<JsonNode, T> reading) {
        try {
            return reading.apply(body);
        } catch (SchemaException e) {
            throw new SchemaException("map " + body.path("id").asText() + ": " + e.getMessage(), e);
        }
    }

    private static StructureMap structureMap(JsonNode body, Map<String, RepresentationMap> known) {
        for (String kind : NOT_SUPPORTED) {
            SchemaException.require(body.path(kind).isEmpty(), kind + " are not supported");
        }
        return new StructureMap(
                identity(body),
                required(body, "source"),
                required(body, "target"),
                list(body.path("datePatternMaps"), StructureMapReader::datePattern),
                list(body.path("componentMaps"), component -> component(component, known)),
                list(body.path("fixedValueMaps"), StructureMapReader::fixedValue));
    }

    private static RepresentationMap representationMap(JsonNode body) {
        Function<JsonNode, String> type =
                each -> each.has("codelist") ? required(each, "codelist") : required(each, "dataType");
        return new RepresentationMap(
                identity(body),
                list(body.path("source"), type),
                list(body.path("target"), type),
                list(body.path("representationMappings"), StructureMapReader::mapping));
    }

    private static Identity identity(JsonNode body) {
        return new Identity(
                required(body, "agencyID"),
                required(body, "id"),
                body.path("version").asText("1.0"),
                text(body, "name"),
                text(body, "description"),
                list(
                        body.path("annotations"),
                        each -> new Annotation(
                                each.path("id").asText(null),
                                each.path("type").asText(null),
                                each.path("title").asText(null),
                                each.path("value").asText(null),
                                text(each, "text"))));
    }

    /** Returns the texts by language. A text without a language is English. */
    private static LocalText text(JsonNode named, String member) {
        Map<String, String> texts = new LinkedHashMap<>();
        named.path(member + "s")
                .properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
        if (texts.isEmpty() && named.hasNonNull(member)) {
            texts.put("en", named.path(member).asText());
        }
        return new LocalText(texts);
    }

    private static DatePatternMap datePattern(JsonNode map) {
        JsonNode components = map.path("mappedComponents");
        SchemaException.require(
                components.size() == 1 && !map.has("resolvePeriod"),
                "a pattern of dates needs one component and no resolved period");
        return new DatePatternMap(
                required(map, "id"),
                required(components.path(0), "source"),
                required(components.path(0), "target"),
                required(map, "sourcePattern"),
                required(map, "locale"),
                required(map, "targetFrequencyID"));
    }

    private static ComponentMap component(JsonNode map, Map<String, RepresentationMap> known) {
        Optional<RepresentationMap> representation = Optional.empty();
        if (map.hasNonNull("representationMap")) {
            String reference = map.path("representationMap").asText();
            representation = Optional.ofNullable(known.get(reference));
            SchemaException.require(representation.isPresent(), "there is no representation map " + reference);
        }
        return new ComponentMap(texts(map.path("source")), texts(map.path("target")), representation);
    }

    private static FixedValueMap fixedValue(JsonNode map) {
        boolean ofSource = map.has("source");
        return new FixedValueMap(required(map, ofSource ? "source" : "target"), ofSource, texts(map.path("values")));
    }

    private static ValueMapping mapping(JsonNode mapping) {
        return new ValueMapping(
                list(
                        mapping.path("sourceValues"),
                        value -> new SourceValue(
                                value.path("value").asText(),
                                value.path("isRegEx").asBoolean(),
                                index(value.path("startIndex")),
                                index(value.path("endIndex")))),
                texts(mapping.path("targetValues")),
                day(mapping.path("validFrom")),
                day(mapping.path("validTo")));
    }

    private static Integer index(JsonNode index) {
        return index.isNumber() ? index.asInt() : null;
    }

    private static LocalDate day(JsonNode instant) {
        String text = instant.asText("");
        try {
            return text.isEmpty() ? null : LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeParseException e) {
            throw new SchemaException(text + " is not a date", e);
        }
    }

    private static String required(JsonNode body, String member) {
        String text = body.path(member).asText("");
        SchemaException.require(!text.isEmpty(), "\"" + member + "\" is missing");
        return text;
    }

    private static List<String> texts(JsonNode array) {
        return list(array, JsonNode::asText);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reading) {
        List<T> list = new ArrayList<>();
        array.forEach(each -> list.add(reading.apply(each)));
        return list;
    }
}
