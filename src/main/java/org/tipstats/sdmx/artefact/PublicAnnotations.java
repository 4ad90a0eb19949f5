package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decides which annotations of the schemas clients see. */
final class PublicAnnotations {

    /** Annotations that control how files are read and checked. Readers of data do not need them. */
    private static final Set<String> INTERNAL = Set.of("ALIASES", "RULE");

    private PublicAnnotations() {}

    /** Returns the annotations that clients see. */
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
