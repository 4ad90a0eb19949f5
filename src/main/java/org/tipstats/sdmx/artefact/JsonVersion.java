package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tipstats.sdmx.artefact.StructureMessage.Header;
import org.tipstats.sdmx.artefact.StructureMessage.ReaderLanguages;
import org.tipstats.vocabulary.schema.LocalText;

/** A version of SDMX-JSON. */
public enum JsonVersion {
    V10("1.0"),
    V20("2.0.0"),
    V21("2.1");

    private final String number;

    JsonVersion(String number) {
        this.number = number;
    }

    /**
     * Returns the URL of the official schema.
     *
     * @param kind {@code data}, {@code structure} or {@code metadata}
     */
    public String schema(String kind) {
        return "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/" + kind + "-message/tools/schemas/"
                + number + "/sdmx-json-" + kind + "-schema.json";
    }

    /** Makes a message with everything except its {@code data}. */
    public ObjectNode root(String kind, Header header, ReaderLanguages languages) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        if (this == V21) {
            root.put("$schema", schema(kind));
        }
        ObjectNode meta = root.putObject("meta");
        if (this != V21) {
            meta.put("schema", schema(kind));
        }
        meta.put("id", header.id()).put("test", false).put("prepared", header.prepared());
        ArrayNode spoken = meta.putArray("contentLanguages");
        if (languages.all()) {
            LocalText.LANGUAGES.forEach(spoken::add);
        } else {
            spoken.add(languages.best());
        }
        meta.putObject("sender").put("id", header.sender());
        return root;
    }
}
