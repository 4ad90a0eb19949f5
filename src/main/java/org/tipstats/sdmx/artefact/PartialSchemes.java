package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.sdmx.artefact.StructureMessage.Part;

/**
 * Removes unused items from the code lists and concept schemes of a message. Unused items are concepts that no
 * component uses, and codes that are excluded by the constraints of the dataflows in the message. The ancestors of used
 * codes are kept.
 */
public final class PartialSchemes {

    private final List<Part> parts;
    private final Catalogue catalogue;
    private final Set<Urn> concepts = new HashSet<>();
    private final Map<Urn, Set<String>> codes = new HashMap<>();
    private final Set<Urn> whole = new HashSet<>();

    public PartialSchemes(List<Part> parts, Catalogue catalogue) {
        this.parts = parts;
        this.catalogue = catalogue;
        List<Artefact> structures = all(ArtefactType.DATA_STRUCTURE);
        structures.forEach(structure -> concepts.addAll(structure.references()));
        structures.forEach(this::noteCodes);
        for (Artefact structure : all(ArtefactType.METADATA_STRUCTURE)) {
            concepts.addAll(structure.references());
            whole.addAll(structure.references());
        }
    }

    private List<Artefact> all(ArtefactType type) {
        return parts.stream()
                .map(Part::artefact)
                .filter(artefact -> artefact.type() == type)
                .toList();
    }

    private void noteCodes(Artefact structure) {
        Map<String, Set<String>> allowed = allowed(structure);
        JsonNode components = structure.body().path("dataStructureComponents");
        List<JsonNode> all = new ArrayList<>();
        components.at("/dimensionList/dimensions").forEach(all::add);
        components.at("/attributeList/attributes").forEach(all::add);
        for (JsonNode component : all) {
            JsonNode list = component.at("/localRepresentation/enumeration");
            if (list.isTextual()) {
                Urn urn = Urn.of(list.asText());
                Set<String> some = allowed.get(component.path("id").asText());
                if (some == null) {
                    whole.add(urn);
                } else {
                    codes.computeIfAbsent(urn, first -> new HashSet<>()).addAll(some);
                }
            }
        }
    }

    /**
     * Returns the allowed codes by the id of the component. The codes come from the constraints of those dataflows in
     * the message that use this structure.
     */
    private Map<String, Set<String>> allowed(Artefact structure) {
        Map<String, Set<String>> allowed = new HashMap<>();
        for (Artefact constraint : catalogue.all(ArtefactType.DATA_CONSTRAINT)) {
            boolean concerns = all(ArtefactType.DATAFLOW).stream()
                    .anyMatch(flow -> constraint.references().contains(flow.urn())
                            && flow.references().contains(structure.urn()));
            if (concerns) {
                for (JsonNode key : constraint.body().at("/cubeRegions/0/keyValues")) {
                    Set<String> some = allowed.computeIfAbsent(key.path("id").asText(), first -> new HashSet<>());
                    key.path("values").forEach(value -> some.add(value.asText()));
                }
            }
        }
        return allowed;
    }

    /**
     * Returns the parts of the message. The code lists and concept schemes in these parts have only their used items. A
     * code list stays whole if the data structures of the message do not use it, or use it without a constraint.
     * Concept schemes stay whole if the message has no structure.
     */
    public List<Part> parts() {
        return parts.stream()
                .map(part -> new Part(partial(part.artefact()), part.extent()))
                .toList();
    }

    private Artefact partial(Artefact artefact) {
        if (artefact.type() == ArtefactType.CONCEPT_SCHEME && !concepts.isEmpty()) {
            List<Urn> items = concepts.stream().filter(artefact::isNamedBy).toList();
            return artefact.partial(id -> items.stream().anyMatch(urn -> id.equals(urn.item())), false);
        }
        Set<String> some = codes.get(artefact.urn());
        return artefact.type() == ArtefactType.CODE_LIST && some != null && !whole.contains(artefact.urn())
                ? artefact.partial(some::contains, true)
                : artefact;
    }
}
