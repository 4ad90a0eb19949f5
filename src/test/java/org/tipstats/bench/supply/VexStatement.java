package org.tipstats.bench.supply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A statement on a weakness in the form of CycloneDX (VEX).
 *
 * @param state the result of the analysis; empty if there is none yet
 * @param refs the components that it is about; empty if it is about all
 */
record VexStatement(String id, String state, String detail, List<String> refs) {

    /** States in which the weakness does no harm. All others, and those without a state, count as open. */
    private static final Set<String> HARMLESS =
            Set.of("not_affected", "false_positive", "resolved", "resolved_with_pedigree");

    static List<VexStatement> list(JsonNode file) {
        List<VexStatement> statements = new ArrayList<>();
        for (JsonNode each : file.path("vulnerabilities")) {
            List<String> refs = new ArrayList<>();
            each.path("affects")
                    .forEach(affected -> refs.add(affected.path("ref").asText()));
            JsonNode analysis = each.path("analysis");
            statements.add(new VexStatement(
                    each.path("id").asText(),
                    analysis.path("state").asText(),
                    analysis.path("detail").asText(each.path("description").asText()),
                    refs));
        }
        return statements;
    }

    boolean isHarmless() {
        return HARMLESS.contains(state);
    }

    boolean isAbout(Component component) {
        return refs.isEmpty() || refs.stream().anyMatch(component::isMeantBy);
    }
}
