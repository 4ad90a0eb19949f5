package org.tipstats.bench.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A library in the list of components.
 *
 * @param name group and name with a colon between them, as OSV calls a package of Maven
 * @param ref the reference of the component within its list
 */
record Component(String name, String version, String ref) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PURL = "pkg:maven/";

    /** Reads the components of a list in the form of CycloneDX. */
    static List<Component> list(Path bom) throws IOException {
        List<Component> components = new ArrayList<>();
        for (JsonNode each : JSON.readTree(bom.toFile()).path("components")) {
            components.add(new Component(
                    each.path("group").asText() + ":" + each.path("name").asText(),
                    each.path("version").asText(),
                    each.path("bom-ref").asText()));
        }
        return components;
    }

    /**
     * Checks if a reference means this component: its own reference, alone or at the end of a link into its list, or a
     * package URL, with or without version and qualifiers.
     */
    boolean isMeantBy(String reference) {
        String own = reference.substring(reference.indexOf('#') + 1);
        if (reference.equals(ref) || own.equals(ref)) {
            return true;
        }
        String decoded = URLDecoder.decode(own, StandardCharsets.UTF_8);
        if (decoded.equals(ref)) {
            return true;
        }
        String plain = decoded.split("[?]")[0];
        String purl = PURL + name.replace(':', '/');
        return plain.equals(purl) || plain.equals(purl + "@" + version);
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
