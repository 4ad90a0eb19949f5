package org.tipstats.vocabulary.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.vocabulary.schema.StructureMap.ComponentMap;

/** Reads structure maps and the representation maps that they refer to. */
final class StructureMapReader {

    private final Map<String, Map<List<String>, String>> representations = new HashMap<>();

    StructureMapReader(List<JsonNode> representationMaps) {
        for (JsonNode map : representationMaps) {
            Map<List<String>, String> values = new HashMap<>();
            for (JsonNode mapping : map.path("representationMappings")) {
                List<String> from = new ArrayList<>();
                mapping.path("sourceValues")
                        .forEach(value -> from.add(value.path("value").asText()));
                values.put(from, mapping.path("targetValues").path(0).asText());
            }
            representations.put(map.path("id").asText(), values);
        }
    }

    StructureMap read(JsonNode map) {
        String id = map.path("id").asText();
        Map<String, String> annotations = StructureMessages.annotations(map);
        Map<String, String> fixed = new HashMap<>();
        for (JsonNode value : map.path("fixedValueMaps")) {
            fixed.put(
                    value.path("target").asText(), value.path("values").path(0).asText());
        }
        List<ComponentMap> components = new ArrayList<>();
        map.path("componentMaps").forEach(component -> components.add(component(id, component)));
        return new StructureMap(
                id,
                StructureMessages.text(map, "name"),
                StructureReader.idOf(map.path("source").asText()),
                map.path("target").asText().replaceFirst("^.*=", ""),
                List.of(annotations.getOrDefault("ORDER", "").split(" ")),
                components,
                fixed,
                annotations);
    }

    private ComponentMap component(String id, JsonNode component) {
        List<String> sources = new ArrayList<>();
        component.path("source").forEach(source -> sources.add(source.asText()));
        Map<List<String>, String> values = null;
        if (component.hasNonNull("representationMap")) {
            String reference =
                    StructureReader.idOf(component.path("representationMap").asText());
            values = representations.get(reference);
            if (values == null) {
                throw new SchemaException("structure map " + id + ": there is no representation map " + reference);
            }
        } else if (sources.size() != 1) {
            throw new SchemaException("structure map " + id + " takes over a value from several components");
        }
        return new ComponentMap(sources, component.path("target").path(0).asText(), values);
    }
}
