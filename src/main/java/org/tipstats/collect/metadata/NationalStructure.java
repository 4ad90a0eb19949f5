package org.tipstats.collect.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * The questions to each area about its figures: the metadata structure of the metadataflow with the annotation
 * {@code USE=NATIONAL}.
 *
 * @param flow the URN of the metadataflow; null if the schemas have none, so that nothing is asked
 * @param asked the attributes without a role, in the order of the structure; each has a code or a text
 * @param breaks the attribute that holds the breaks of the series; null if the structure has none
 * @param breakYear the attribute inside a break that holds the year; null if the structure has none
 * @param breakText the attribute inside a break that holds the text; null if the structure has none
 * @param lastUpdate the id of the attribute with the time of the acceptance; null if there is none
 * @param certified the id of the attribute with the time of the last confirmation; null if there is none
 */
public record NationalStructure(
        String flow,
        List<AskedAttribute> asked,
        AskedAttribute breaks,
        AskedAttribute breakYear,
        AskedAttribute breakText,
        String lastUpdate,
        String certified) {

    /**
     * An attribute of the structure.
     *
     * @param help what to write; empty if the structure does not say
     * @param codes the codes to choose from; null for a text
     */
    public record AskedAttribute(String id, LocalText name, LocalText help, CodeList codes) {

        public boolean isCoded() {
            return codes != null;
        }
    }

    public NationalStructure {
        asked = List.copyOf(asked);
    }

    /** Reads the structure. Nothing is asked if the schemas have no flow of national metadata. */
    public static NationalStructure of(SchemaRegistry schemas) {
        JsonNode flow = schemas.artefacts("metadataflows").stream()
                .filter(each ->
                        "NATIONAL".equals(annotation(each, "USE").path("value").asText()))
                .findFirst()
                .orElse(null);
        if (flow == null) {
            return new NationalStructure(null, List.of(), null, null, null, null, null);
        }
        String urn = "urn:sdmx:org.sdmx.infomodel.metadatastructure.Metadataflow="
                + flow.path("agencyID").asText() + ":" + flow.path("id").asText() + "("
                + flow.path("version").asText() + ")";
        String structure = idOf(flow.path("structure").asText());
        Parts parts = new Parts(schemas);
        schemas.artefacts("metadataStructures").stream()
                .filter(each -> each.path("id").asText().equals(structure))
                .forEach(each -> parts.add(each.at("/metadataStructureComponents/metadataAttributeList")));
        return new NationalStructure(
                urn,
                parts.asked,
                parts.byRole.get("BREAK"),
                parts.byRole.get("BREAK_YEAR"),
                parts.byRole.get("BREAK_TEXT"),
                parts.id("LAST_UPDATE"),
                parts.id("CERTIFIED"));
    }

    /** Returns an asked attribute; empty if the structure does not ask it. */
    public Optional<AskedAttribute> find(String id) {
        return asked.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public boolean asksBreaks() {
        return breaks != null && breakYear != null && breakText != null;
    }

    private static JsonNode annotation(JsonNode node, String type) {
        for (JsonNode annotation : node.path("annotations")) {
            if (type.equals(annotation.path("type").asText())) {
                return annotation;
            }
        }
        return MissingNode.getInstance();
    }

    private static String idOf(String urn) {
        return urn.replaceFirst(".*:([^:(]+)\\(.*", "$1");
    }

    private static LocalText texts(JsonNode texts) {
        Map<String, String> found = new TreeMap<>();
        texts.properties()
                .forEach(text -> found.put(text.getKey(), text.getValue().asText()));
        return new LocalText(found);
    }

    /** Separates the attributes with a role from all other attributes of a structure. */
    private static final class Parts {

        private final SchemaRegistry schemas;
        private final List<AskedAttribute> asked = new ArrayList<>();
        private final Map<String, AskedAttribute> byRole = new TreeMap<>();

        Parts(SchemaRegistry schemas) {
            this.schemas = schemas;
        }

        void add(JsonNode list) {
            for (JsonNode attribute : list.path("metadataAttributes")) {
                String role = annotation(attribute, "ROLE").path("value").asText();
                if (role.isEmpty()) {
                    asked.add(read(attribute));
                } else {
                    byRole.put(role, read(attribute));
                    add(attribute);
                }
            }
        }

        private AskedAttribute read(JsonNode attribute) {
            String id = attribute.path("id").asText();
            String list = attribute.at("/localRepresentation/enumeration").asText();
            return new AskedAttribute(
                    id,
                    schemas.concepts().getOrDefault(id, LocalText.EMPTY),
                    texts(annotation(attribute, "HELP").path("texts")),
                    list.isEmpty() ? null : schemas.codeList(idOf(list)).orElseThrow());
        }

        String id(String role) {
            return byRole.containsKey(role) ? byRole.get(role).id() : null;
        }
    }
}
