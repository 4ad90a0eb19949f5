package org.tipstats.vocabulary.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.DataStructure.Measure;

/** Reads one data structure definition. The code lists must be read before the structure. */
record StructureReader(Map<String, CodeList> codeLists, Map<String, LocalText> concepts) {

    DataStructure read(JsonNode node) {
        JsonNode components = node.path("dataStructureComponents");
        JsonNode measure = components.path("measureList").path("measures").path(0);
        return new DataStructure(
                node.path("id").asText(),
                node.path("version").asText(),
                StructureMessages.text(node, "name"),
                dimensions(components.path("dimensionList")),
                new Measure(measure.path("id").asText(), conceptName(measure)),
                attributes(components.path("attributeList")));
    }

    private List<Dimension> dimensions(JsonNode list) {
        List<Dimension> dimensions = new ArrayList<>();
        for (JsonNode dimension : list.path("dimensions")) {
            dimensions.add(new Dimension(
                    dimension.path("id").asText(),
                    dimensions.size(),
                    conceptName(dimension),
                    role(dimension),
                    codeList(dimension),
                    0,
                    StructureMessages.annotations(dimension).containsKey("OVERLAPPING")));
        }
        JsonNode time = list.has("timeDimension")
                ? list.path("timeDimension")
                : list.path("timeDimensions").path(0);
        dimensions.add(new Dimension(
                time.path("id").asText(),
                dimensions.size(),
                conceptName(time),
                Role.TIME,
                null,
                firstYear(time),
                false));
        return dimensions;
    }

    private static int firstYear(JsonNode time) {
        String start = time.at("/localRepresentation/format/startTime").asText("2000");
        SchemaException.require(
                start.matches("\\d{4}.*"),
                time.path("id").asText() + " has the startTime " + start + ", which is no year");
        return Integer.parseInt(start.substring(0, 4));
    }

    private List<Attribute> attributes(JsonNode list) {
        List<Attribute> attributes = new ArrayList<>();
        for (JsonNode attribute : list.path("attributes")) {
            attributes.add(new Attribute(
                    attribute.path("id").asText(),
                    conceptName(attribute),
                    role(attribute),
                    codeList(attribute),
                    attribute.at("/localRepresentation/format/maxLength").asInt(0),
                    StructureMessages.annotations(attribute).containsKey("PUBLISHED_ONLY")));
        }
        return attributes;
    }

    private static Role role(JsonNode component) {
        String role = StructureMessages.annotations(component).get("ROLE");
        if (role == null) {
            return Role.NONE;
        }
        return Arrays.stream(Role.values())
                .filter(known -> known.name().equals(role))
                .findFirst()
                .orElseThrow(
                        () -> new SchemaException(component.path("id").asText() + " has the unknown ROLE " + role));
    }

    private CodeList codeList(JsonNode component) {
        JsonNode enumeration = component.path("localRepresentation").path("enumeration");
        if (enumeration.isMissingNode()) {
            return null;
        }
        CodeList list = codeLists.get(idOf(enumeration.asText()));
        if (list == null) {
            throw new SchemaException(component.path("id").asText() + " names the unknown code list " + enumeration);
        }
        return list;
    }

    private LocalText conceptName(JsonNode component) {
        String urn = component.path("conceptIdentity").asText();
        return concepts.getOrDefault(urn.substring(urn.lastIndexOf('.') + 1), LocalText.EMPTY);
    }

    /** Returns the id in a URN such as {@code urn:sdmx:…Codelist=AGENCY:ID(1.0.0)}. */
    static String idOf(String urn) {
        int colon = urn.lastIndexOf(':');
        int bracket = urn.indexOf('(', colon);
        return urn.substring(colon + 1, bracket < 0 ? urn.length() : bracket);
    }
}
