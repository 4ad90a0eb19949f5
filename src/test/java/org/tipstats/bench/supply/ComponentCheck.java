package org.tipstats.bench.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds components with known weaknesses, except those that a statement calls harmless. */
final class ComponentCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<OsvAdvisory> advisories = new ArrayList<>();
    private final List<VexStatement> statements = new ArrayList<>();

    /**
     * Reads files of weaknesses and of statements. CycloneDX is recognised by its member {@code bomFormat}; all others
     * must be OSV.
     *
     * @throws IllegalArgumentException if a file is neither
     */
    static ComponentCheck of(List<Path> files) throws IOException {
        ComponentCheck check = new ComponentCheck();
        for (Path file : files) {
            JsonNode json = JSON.readTree(file.toFile());
            if (json.path("bomFormat").asText().equals("CycloneDX")) {
                check.statements.addAll(VexStatement.list(json));
            } else if (json.isArray() || json.has("vulns") || json.has("affected")) {
                check.advisories.addAll(OsvAdvisory.list(json));
            } else {
                throw new IllegalArgumentException(file + " is neither OSV nor CycloneDX");
            }
        }
        return check;
    }

    /** Returns a line for each component and weakness, sorted. */
    Set<String> weaknesses(List<Component> components) {
        Set<String> found = new TreeSet<>();
        for (Component component : components) {
            for (OsvAdvisory advisory : advisories) {
                if (advisory.affects(component) && !isHarmless(advisory.ids(), component)) {
                    found.add(component + ": " + advisory.id() + " " + advisory.summary());
                }
            }
            for (VexStatement statement : statements) {
                if (!statement.isHarmless()
                        && !statement.refs().isEmpty()
                        && statement.isAbout(component)
                        && !isHarmless(Set.of(statement.id()), component)) {
                    found.add(component + ": " + statement.id() + " " + statement.detail());
                }
            }
        }
        return found;
    }

    private boolean isHarmless(Set<String> ids, Component component) {
        return statements.stream()
                .anyMatch(each -> each.isHarmless() && ids.contains(each.id()) && each.isAbout(component));
    }
}
