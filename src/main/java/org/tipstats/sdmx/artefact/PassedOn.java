package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What of the schemas is passed on. */
final class PassedOn {

    /** How files are read and checked: nothing for those who read data. */
    private static final Set<String> INTERNAL = Set.of("ALIASES", "RULE");

    private PassedOn() {}

    /** The annotations of a thing that its readers get. */
    static List<JsonNode> annotations(JsonNode thing) {
        List<JsonNode> shown = new ArrayList<>();
        for (JsonNode annotation : thing.path("annotations")) {
            if (!INTERNAL.contains(annotation.path("type").asText())) {
                shown.add(annotation);
            }
        }
        return shown;
    }
}
