package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.tipstats.sdmx.artefact.StructureMessage.Detail;
import org.tipstats.sdmx.artefact.StructureMessage.Part;

/** Makes structure messages in SDMX-JSON 1.0, 2.0 and 2.1. The messages have texts in the requested languages. */
record JsonStructureWriter(StructureMessage message, JsonVersion version) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> TEXTS = Set.of("name", "description", "text");
    private static final Set<String> MANY_TEXTS = Set.of("names", "descriptions", "texts");

    ObjectNode make() {
        ObjectNode root = version.root("structure", message.header(), message.languages());
        ObjectNode data = root.putObject("data");
        for (ArtefactType type : ArtefactType.values()) {
            List<Part> parts = message.of(type);
            if (!parts.isEmpty() && (version != JsonVersion.V10 || type.isInVersion21())) {
                ArrayNode list = data.putArray(memberOf(type, parts.get(0)));
                parts.forEach(
                        part -> list.add(version == JsonVersion.V10 ? Json10.of(artefact(part)) : artefact(part)));
            }
        }
        return root;
    }

    private String memberOf(ArtefactType type, Part first) {
        if (type != ArtefactType.DATA_CONSTRAINT) {
            return type.plural();
        }
        if (version == JsonVersion.V10) {
            return "contentConstraints";
        }
        return version == JsonVersion.V21 && isActual(first.artefact()) ? "availabilityConstraints" : type.plural();
    }

    private static boolean isActual(Artefact constraint) {
        return constraint.body().path("role").asText().equals("Actual");
    }

    private ObjectNode artefact(Part part) {
        Artefact artefact = part.artefact();
        if (version == JsonVersion.V21 && artefact.type() == ArtefactType.DATA_CONSTRAINT && isActual(artefact)) {
            return availability(artefact.body());
        }
        ObjectNode made =
                part.extent() == Detail.Extent.FULL ? (ObjectNode) withRequestedTexts(artefact.body()) : stub(part);
        String urn = artefact.urn().toString();
        ArrayNode links = made.putArray("links");
        links.addObject()
                .put("rel", "self")
                .put("urn", version == JsonVersion.V10 ? artefact.urn().toString21() : urn);
        if (version == JsonVersion.V21) {
            made.remove("role");
        }
        if (version == JsonVersion.V10) {
            made.put("version", artefact.version())
                    .put("isFinal", artefact.type().isVersioned());
        }
        return made;
    }

    private ObjectNode stub(Part part) {
        ObjectNode made = NODES.objectNode();
        for (String member : List.of("id", "agencyID", "version", "name", "names")) {
            copy(part.artefact().body(), member, made);
        }
        if (part.extent() == Detail.Extent.COMPLETE_STUB) {
            for (String member : List.of("description", "descriptions", "annotations")) {
                copy(part.artefact().body(), member, made);
            }
        }
        if (version == JsonVersion.V10) {
            copy(part.artefact().body(), "dataflow", made);
            copy(part.artefact().body(), "dataProvider", made);
        }
        made.put("isExternalReference", true);
        return (ObjectNode) withRequestedTexts(made);
    }

    private static void copy(JsonNode from, String member, ObjectNode to) {
        if (from.has(member)) {
            to.set(member, from.path(member));
        }
    }

    /**
     * Returns a copy of an artefact or of a part of it, with texts in the requested languages and without internal
     * annotations.
     */
    private JsonNode withRequestedTexts(JsonNode thing) {
        if (thing.isArray()) {
            ArrayNode made = NODES.arrayNode();
            thing.forEach(item -> made.add(withRequestedTexts(item)));
            return made;
        }
        if (!thing.isObject()) {
            return thing;
        }
        ObjectNode made = NODES.objectNode();
        thing.properties().forEach(member -> show(thing, member.getKey(), member.getValue(), made));
        return made;
    }

    private void show(JsonNode thing, String name, JsonNode value, ObjectNode made) {
        if (TEXTS.contains(name) && value.isTextual()) {
            message.languages().in(thing, name).ifPresent(text -> made.put(name, text));
        } else if (MANY_TEXTS.contains(name)) {
            ObjectNode texts = made.putObject(name);
            message.languages()
                    .wanted(thing, name.substring(0, name.length() - 1))
                    .forEach(texts::put);
        } else if (name.equals("annotations")) {
            List<JsonNode> annotations = Artefact.publicAnnotations(thing);
            if (!annotations.isEmpty()) {
                ArrayNode list = made.putArray(name);
                annotations.forEach(annotation -> list.add(withRequestedTexts(annotation)));
            }
        } else {
            made.set(name, withRequestedTexts(value));
        }
    }

    /** Converts a constraint with role {@code Actual} to the form that SDMX-JSON 2.1 requires. */
    private static ObjectNode availability(JsonNode constraint) {
        ObjectNode made = NODES.objectNode();
        ObjectNode attachment = made.putObject("constraintAttachment");
        attachment.set("dataflow", constraint.at("/constraintAttachment/dataflows/0"));
        made.set("cubeRegion", constraint.at("/cubeRegions/0"));
        for (JsonNode annotation : constraint.path("annotations")) {
            String member = annotation.path("id").asText().equals("series_count") ? "seriesCount" : "obsCount";
            made.put(member, annotation.path("title").asInt());
        }
        return made;
    }
}
