package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A maintainable artefact. The type, agency, id and version identify an artefact. Instances are immutable. */
public final class Artefact {

    /** Annotations that control how files are read and checked. Readers of data do not need these annotations. */
    private static final Set<String> INTERNAL_ANNOTATIONS = Set.of("ALIASES", "RULE");

    private static final String TARGETS = "targets";

    private final ArtefactType type;
    private final String agency;
    private final String id;
    private final String version;
    private final ObjectNode body;
    private Set<Urn> references;

    private Artefact(ArtefactType type, String agency, String id, String version, ObjectNode body) {
        this.type = type;
        this.agency = agency;
        this.id = id;
        this.version = version;
        this.body = body;
    }

    static Artefact of(ArtefactType type, ObjectNode body) {
        return new Artefact(
                type,
                body.path("agencyID").asText(),
                body.path("id").asText(),
                body.path("version").asText(Urn.FIXED_VERSION),
                body);
    }

    public ArtefactType type() {
        return type;
    }

    public String agency() {
        return agency;
    }

    public String id() {
        return id;
    }

    public String version() {
        return version;
    }

    /** Returns the whole artefact in SDMX-JSON 2.0. The caller must not change the returned object. */
    ObjectNode body() {
        return body;
    }

    Urn urn() {
        return new Urn(type.urnPackage(), type.className(), agency, id, version, null);
    }

    /** Returns the items of a scheme; empty for an artefact that is not a scheme. */
    JsonNode items() {
        return type.items() == null ? JsonNodeFactory.instance.arrayNode() : body.path(type.items());
    }

    /**
     * Returns the URNs to which this artefact refers, each once, in the order of their first occurrence. Leaves out the
     * targets of a metadataflow: they only limit what the metadata describe. If they counted as references, a request
     * for one dataflow would also return all other dataflows.
     */
    Set<Urn> references() {
        // No lock is needed: threads that compute the references at the same time get equal results.
        if (references == null) {
            references = findReferences();
        }
        return references;
    }

    private Set<Urn> findReferences() {
        Set<Urn> found = new LinkedHashSet<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(body));
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            if (node.isTextual() && node.asText().startsWith("urn:sdmx:")) {
                Urn.parse(node.asText()).ifPresent(found::add);
            }
            List<JsonNode> below = new ArrayList<>();
            node.forEach(below::add);
            below.remove(node.path(TARGETS));
            for (int i = below.size() - 1; i >= 0; i--) {
                open.push(below.get(i));
            }
        }
        return found;
    }

    /** Returns whether a reference identifies this artefact or one of its items. */
    boolean isNamedBy(Urn reference) {
        return reference.type().orElse(null) == type
                && reference.agency().equals(agency)
                && reference.id().equals(id)
                && reference.version().equals(version);
    }

    Artefact withBody(ObjectNode other) {
        return new Artefact(type, agency, id, version, other);
    }

    /** Returns whether this is a scheme with at least one of these items. */
    public boolean hasAny(Set<String> ids) {
        return items().valueStream()
                .anyMatch(item -> ids.contains(item.path("id").asText()));
    }

    /**
     * Returns a copy of a scheme that has only the wanted items. The copy is marked as partial if any item was removed.
     * An artefact that is not a scheme is returned unchanged.
     *
     * @param withParents whether to keep the ancestors of wanted items, too; if not, an item whose parent is removed
     *     becomes an item without a parent
     */
    public Artefact partial(Predicate<String> wanted, boolean withParents) {
        if (type.items() == null) {
            return this;
        }
        Map<String, String> parents = new HashMap<>();
        items().forEach(item ->
                parents.put(item.path("id").asText(), item.path("parent").asText(null)));
        Set<String> kept = new LinkedHashSet<>();
        for (String item : parents.keySet()) {
            for (String code = wanted.test(item) ? item : null; code != null && kept.add(code); ) {
                code = withParents ? parents.get(code) : null;
            }
        }
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : items()) {
            if (kept.contains(item.path("id").asText())) {
                items.add(kept.contains(item.path("parent").asText()) ? item : orphan(item));
            }
        }
        if (items.size() == items().size()) {
            return this;
        }
        ObjectNode partial = body.objectNode();
        partial.setAll(body);
        partial.put("isPartial", true);
        partial.set(type.items(), items);
        return withBody(partial);
    }

    private static JsonNode orphan(JsonNode item) {
        ObjectNode alone = JsonNodeFactory.instance.objectNode();
        alone.setAll((ObjectNode) item);
        alone.remove("parent");
        return alone;
    }

    /** Returns the annotations that clients see. */
    static List<JsonNode> publicAnnotations(JsonNode thing) {
        return thing.path("annotations")
                .valueStream()
                .filter(annotation ->
                        !INTERNAL_ANNOTATIONS.contains(annotation.path("type").asText()))
                .toList();
    }
}
