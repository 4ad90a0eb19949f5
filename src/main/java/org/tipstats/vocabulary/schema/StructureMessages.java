package org.tipstats.vocabulary.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tipstats.vocabulary.schema.Dataflow.Constraint;
import org.tipstats.vocabulary.schema.Dataflow.RuleSetting;

/**
 * Reads SDMX-JSON 2.0 structure messages into code lists, dataflows and other artefacts. This class knows the JSON
 * format, but not the meaning of the artefacts.
 */
record StructureMessages(Map<String, JsonNode> messages) {

    /** The kinds of artefacts that the program identifies by their id alone. */
    private static final Set<String> KNOWN_BY_ID = Set.of("codelists", "dataStructures", "dataflows");

    /** Refuses an artefact that two files contain. Otherwise a forgotten copy of a file could replace the file. */
    StructureMessages {
        Map<String, String> files = new HashMap<>();
        messages.forEach((file, message) -> message.path("data")
                .properties()
                .forEach(kind -> kind.getValue().forEach(artefact -> {
                    String id = artefact.path("id").asText();
                    String whose = KNOWN_BY_ID.contains(kind.getKey())
                            ? ""
                            : artefact.path("agencyID").asText() + " "
                                    + artefact.path("version").asText();
                    String other = files.put(kind.getKey() + " " + id + " " + whose, file);
                    SchemaException.require(
                            other == null, "both " + other + " and " + file + " have " + id + ". Keep one of them.");
                })));
    }

    Map<String, CodeList> codeLists() {
        Map<String, CodeList> lists = new TreeMap<>();
        messages.forEach((file, message) -> {
            int index = 0;
            for (JsonNode list : message.path("data").path("codelists")) {
                List<Code> codes = codes(list);
                DeploymentAreas.check(file + " /data/codelists/" + index++, codes);
                String id = list.path("id").asText();
                lists.put(id, new CodeList(id, list.path("version").asText(), text(list, "name"), codes));
            }
        });
        return lists;
    }

    private static List<Code> codes(JsonNode list) {
        List<Code> codes = new ArrayList<>();
        for (JsonNode code : list.path("codes")) {
            codes.add(new Code(
                    code.path("id").asText(),
                    codes.size(),
                    text(code, "name"),
                    text(code, "description"),
                    code.hasNonNull("parent") ? code.path("parent").asText() : null,
                    annotations(code)));
        }
        return codes;
    }

    Map<String, LocalText> concepts() {
        Map<String, LocalText> names = new TreeMap<>();
        for (JsonNode scheme : artefacts("conceptSchemes")) {
            for (JsonNode concept : scheme.path("concepts")) {
                names.put(concept.path("id").asText(), text(concept, "name"));
            }
        }
        return names;
    }

    Map<String, ReferenceMetadata> metadata() {
        Map<String, ReferenceMetadata> metadata = new TreeMap<>();
        for (JsonNode set : artefacts("metadataSets")) {
            Map<String, List<LocalText>> attributes = new LinkedHashMap<>();
            for (JsonNode attribute : set.path("attributes")) {
                attributes
                        .computeIfAbsent(attribute.path("id").asText(), id -> new ArrayList<>())
                        .add(value(attribute.path("value")));
            }
            for (JsonNode target : set.path("targets")) {
                String dataflow = StructureReader.idOf(target.asText());
                metadata.put(dataflow, new ReferenceMetadata(attributes));
            }
        }
        return metadata;
    }

    List<StructureMap> structureMaps() {
        return StructureMapReader.read(artefacts("structureMaps"), artefacts("representationMaps"));
    }

    private static LocalText value(JsonNode value) {
        Map<String, String> texts = new TreeMap<>();
        if (value.isValueNode()) {
            texts.put("en", value.asText());
        }
        value.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
        return new LocalText(texts);
    }

    Map<String, Dataflow> dataflows(Map<String, CodeList> codeLists, Map<String, LocalText> concepts) {
        Map<String, DataStructure> structures = new HashMap<>();
        StructureReader reader = new StructureReader(codeLists, concepts);
        for (JsonNode structure : artefacts("dataStructures")) {
            structures.put(structure.path("id").asText(), reader.read(structure));
        }
        Map<String, Dataflow> dataflows = new TreeMap<>();
        DerivationReader derivations = new DerivationReader(codeLists);
        for (JsonNode dataflow : artefacts("dataflows")) {
            String id = dataflow.path("id").asText();
            try {
                dataflows.put(id, dataflow(id, dataflow, structures, derivations));
            } catch (SchemaException e) {
                throw new SchemaException("dataflow " + id + ": " + e.getMessage(), e);
            }
        }
        DisclosureSettings.check(dataflows);
        DerivationReader.check(dataflows);
        return dataflows;
    }

    private Dataflow dataflow(
            String id, JsonNode node, Map<String, DataStructure> structures, DerivationReader derivations) {
        DataStructure structure =
                structures.get(StructureReader.idOf(node.path("structure").asText()));
        if (structure == null) {
            throw new SchemaException("there is no data structure for it");
        }
        Map<String, String> annotations = annotations(node);
        return new Dataflow(
                node.path("agencyID").asText(),
                id,
                node.path("version").asText(),
                text(node, "name"),
                text(node, "description"),
                structure,
                new Dataflow.Settings(
                        constraint(id, "SUBMISSION"),
                        constraint(id, "PUBLICATION"),
                        DisclosureSettings.number(annotations, "THRESHOLD", 0),
                        DisclosureSettings.from(annotations),
                        annotations.get("REFERENCE"),
                        settings(node, "RULE"),
                        derivations.read(structure, settings(node, "DERIVED"), settings(node, "QUESTION"))));
    }

    private Constraint constraint(String dataflow, String use) {
        for (JsonNode constraint : artefacts("dataConstraints")) {
            boolean attached = false;
            for (JsonNode target : constraint.path("constraintAttachment").path("dataflows")) {
                attached |= StructureReader.idOf(target.asText()).equals(dataflow);
            }
            if (attached && use.equals(annotations(constraint).get("USE"))) {
                return new Constraint(constraint.path("id").asText(), keyValues(constraint));
            }
        }
        return new Constraint(dataflow + "_" + use, Map.of());
    }

    private static Map<String, List<String>> keyValues(JsonNode constraint) {
        Map<String, List<String>> allowed = new LinkedHashMap<>();
        for (JsonNode region : constraint.path("cubeRegions")) {
            for (JsonNode keyValue : region.path("keyValues")) {
                Stream<JsonNode> values = keyValue.path("values").valueStream();
                allowed.put(
                        keyValue.path("id").asText(),
                        values.map(value -> (value.isTextual() ? value : value.path("value")).asText())
                                .toList());
            }
        }
        return allowed;
    }

    /** Returns the annotations of a type as settings, by annotation id. */
    private static Map<String, RuleSetting> settings(JsonNode node, String type) {
        Map<String, RuleSetting> settings = new TreeMap<>();
        for (JsonNode annotation : node.path("annotations")) {
            if (type.equals(annotation.path("type").asText())) {
                Map<String, String> values = new TreeMap<>();
                for (String part : annotation.path("value").asText().split(";")) {
                    int equals = part.indexOf('=');
                    if (equals < 1) {
                        throw new SchemaException(type + " setting \"" + part + "\" is not name=value");
                    }
                    values.put(
                            part.substring(0, equals).strip(),
                            part.substring(equals + 1).strip());
                }
                String id = annotation.path("id").asText();
                settings.put(id, new RuleSetting(id, values));
            }
        }
        return settings;
    }

    String prepared() {
        return messages.values().stream()
                .map(message -> message.path("meta").path("prepared").asText())
                .filter(text -> !text.isEmpty())
                .max(Comparator.naturalOrder())
                .orElse("2026-01-01T00:00:00Z");
    }

    List<JsonNode> artefacts(String kind) {
        List<JsonNode> found = new ArrayList<>();
        messages.forEach((name, message) -> message.path("data").path(kind).forEach(found::add));
        return found;
    }

    static Map<String, String> annotations(JsonNode node) {
        Map<String, String> values = new TreeMap<>();
        for (JsonNode annotation : node.path("annotations")) {
            values.put(
                    annotation.path("type").asText(), annotation.path("value").asText());
        }
        return values;
    }

    static LocalText text(JsonNode node, String field) {
        Map<String, String> texts = new TreeMap<>();
        if (node.hasNonNull(field)) {
            texts.put("en", node.path(field).asText());
        }
        node.path(field + "s")
                .properties()
                .forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
        return new LocalText(texts);
    }
}
