package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.tipstats.sdmx.artefact.MetadataSet.ArtefactIdentity;
import org.tipstats.sdmx.artefact.StructureMessage.Header;
import org.tipstats.sdmx.artefact.StructureMessage.ReaderLanguages;
import org.tipstats.sdmx.artefact.StructureMessage.StructureFormat;

/**
 * A message of reference metadata in SDMX-JSON 2.0, with texts in the requested languages. Each set that names a
 * metadataflow has a link to this metadataflow with its metadata structure.
 *
 * @param asStubs whether the message leaves out the values: each set then has no description and no annotations, and
 *     only the ids of its uppermost attributes
 * @param address the URL of version 2 of the REST interface, without a slash at the end
 */
public record MetadataMessage(
        Header header, List<MetadataSet> sets, ReaderLanguages languages, boolean asStubs, String address) {

    public static final String MEDIA_TYPE = "application/vnd.sdmx.metadata+json;version=2.0.0";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    public MetadataMessage {
        sets = List.copyOf(sets);
    }

    /** Writes the message. Leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        ObjectNode root = JsonVersion.V20.root("metadata", header, languages);
        ArrayNode list = root.putObject("data").putArray("metadataSets");
        sets.forEach(set -> list.add(shown(set)));
        StructureFormat.MAPPER.writeValue(out, root);
    }

    private ObjectNode shown(MetadataSet set) {
        ObjectNode made = NODES.objectNode();
        made.setAll(set.body());
        for (String member : List.of("name", "description")) {
            name(set.body(), member, made);
        }
        made.remove("annotations");
        List<JsonNode> annotations = Artefact.publicAnnotations(set.body());
        if (!annotations.isEmpty()) {
            made.putArray("annotations").addAll(annotations);
        }
        if (asStubs) {
            made.remove(List.of("description", "descriptions", "annotations"));
        }
        ArrayNode links = made.putArray("links");
        set.body().path("links").forEach(links::add);
        set.flow().ifPresent(flow -> links.add(link(set, flow)));
        made.set("attributes", attributes(set.body().path("attributes")));
        return made;
    }

    private ObjectNode link(MetadataSet set, ArtefactIdentity flow) {
        String type = ArtefactType.METADATAFLOW.word();
        String path = String.join("/", address, "structure", type, flow.agency(), flow.id(), flow.version());
        return NODES.objectNode()
                .put("rel", type)
                .put("href", path + "?references=children")
                .set("urn", set.body().path(type));
    }

    private void name(JsonNode body, String member, ObjectNode made) {
        languages.in(body, member).ifPresent(text -> made.put(member, text));
        Map<String, String> wanted = languages.wanted(body, member);
        if (made.has(member + "s")) {
            wanted.forEach(made.putObject(member + "s")::put);
        }
    }

    /**
     * Returns reported attributes with their children. A stub has only the ids of the uppermost attributes, because the
     * official schema requires attributes.
     */
    private ArrayNode attributes(JsonNode reported) {
        ArrayNode made = NODES.arrayNode();
        for (JsonNode attribute : reported) {
            ObjectNode shown = made.addObject();
            if (asStubs) {
                shown.set("id", attribute.path("id"));
                continue;
            }
            shown.setAll((ObjectNode) attribute);
            if (attribute.path("value").isObject()) {
                shown.set("value", texts(attribute.path("value")));
            }
            if (attribute.has("attributes")) {
                shown.set("attributes", attributes(attribute.path("attributes")));
            }
        }
        return made;
    }

    /**
     * Returns a text in the requested languages, or else in English. If the text has none of these languages, returns
     * it in all its languages.
     */
    private JsonNode texts(JsonNode value) {
        ObjectNode named = NODES.objectNode();
        named.set("texts", value);
        ObjectNode wanted = NODES.objectNode();
        languages.wanted(named, "text").forEach(wanted::put);
        return wanted.isEmpty() ? value : wanted;
    }
}
