package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Writes the content of structure maps and representation maps in SDMX-ML 3.0. */
record MlMaps(XmlOutput xml, MlNames names) {

    /**
     * The length of a date such as 2020-01-31. In SDMX-JSON a time of day follows the date; SDMX-ML has only the date.
     */
    private static final int DAY = 10;

    /** Writes the references and, if the map is not a stub, the rules. The official schema requires the references. */
    void writeStructureMap(JsonNode map, boolean full) throws IOException {
        writeText("str:Source", map.path("source"));
        writeText("str:Target", map.path("target"));
        if (full) {
            writeRules(map);
        }
    }

    private void writeRules(JsonNode map) throws IOException {
        for (JsonNode pattern : map.path("datePatternMaps")) {
            writeDatePattern(pattern);
        }
        for (JsonNode component : map.path("componentMaps")) {
            xml.open("str:ComponentMap");
            names.writeAnnotations(component);
            writeTexts("str:Source", component.path("source"));
            writeTexts("str:Target", component.path("target"));
            writeText("str:RepresentationMap", component.path("representationMap"));
            xml.close();
        }
        for (JsonNode fixed : map.path("fixedValueMaps")) {
            xml.open("str:FixedValueMap");
            names.writeAnnotations(fixed);
            writeText("str:Source", fixed.path("source"));
            writeText("str:Target", fixed.path("target"));
            writeTexts("str:Value", fixed.path("values"));
            xml.close();
        }
    }

    private void writeDatePattern(JsonNode pattern) throws IOException {
        xml.open("str:DatePatternMap", "id", pattern.path("id").asText());
        xml.attribute("sourcePattern", pattern.path("sourcePattern").asText());
        xml.attribute("locale", pattern.path("locale").asText());
        names.writeAnnotations(pattern);
        for (JsonNode component : pattern.path("mappedComponents")) {
            writeText("str:Source", component.path("source"));
            writeText("str:Target", component.path("target"));
        }
        writeText("str:TargetFrequencyID", pattern.path("targetFrequencyID"));
        xml.close();
    }

    /** Writes the code lists and, if the map is not a stub, the mappings. The official schema requires the code lists. */
    void writeRepresentationMap(JsonNode map, boolean full) throws IOException {
        writeTypes("str:Source", map.path("source"));
        writeTypes("str:Target", map.path("target"));
        if (full) {
            writeMappings(map);
        }
    }

    private void writeMappings(JsonNode map) throws IOException {
        for (JsonNode mapping : map.path("representationMappings")) {
            xml.open("str:RepresentationMapping", "validFrom", day(mapping.path("validFrom")));
            xml.attribute("validTo", day(mapping.path("validTo")));
            names.writeAnnotations(mapping);
            for (JsonNode value : mapping.path("sourceValues")) {
                xml.text(
                        "str:SourceValue",
                        value.path("value").asText(),
                        "isRegEx",
                        value.path("isRegEx").asText(null),
                        "startIndex",
                        value.path("startIndex").asText(null),
                        "endIndex",
                        value.path("endIndex").asText(null));
            }
            writeTexts("str:TargetValue", mapping.path("targetValues"));
            xml.close();
        }
    }

    private static String day(JsonNode instant) {
        String text = instant.asText(null);
        return text == null ? null : text.substring(0, DAY);
    }

    private void writeTypes(String side, JsonNode types) throws IOException {
        for (JsonNode type : types) {
            writeText(side + "Codelist", type.path("codelist"));
            writeText(side + "DataType", type.path("dataType"));
        }
    }

    private void writeTexts(String element, JsonNode texts) throws IOException {
        for (JsonNode text : texts) {
            writeText(element, text);
        }
    }

    private void writeText(String element, JsonNode text) throws IOException {
        if (!text.isMissingNode()) {
            xml.text(element, text.asText());
        }
    }
}
