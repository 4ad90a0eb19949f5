package org.tipstats.bench.supply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** A known weakness in the form of OSV (schema 1), read for packages of Maven alone. */
record OsvAdvisory(JsonNode json) {

    private static final String MAVEN = "Maven";

    /** A point from which versions are affected, or from which they are not any more. */
    private record Event(String kind, ComparableVersion version) {

        static Event of(JsonNode event) {
            String kind = event.fieldNames().next();
            String version = event.path(kind).asText();
            // "0" is before all versions, also before those such as 0-alpha.
            return new Event(kind, version.equals("0") ? null : new ComparableVersion(version));
        }

        boolean isBefore(ComparableVersion other, boolean inclusive) {
            return version == null || version.compareTo(other) < 0 || inclusive && version.compareTo(other) == 0;
        }
    }

    /** Returns the advisories of a file: one, an array of them, or an object with the array {@code vulns}. */
    static List<OsvAdvisory> list(JsonNode file) {
        JsonNode all = file.has("vulns") ? file.path("vulns") : file;
        List<OsvAdvisory> advisories = new ArrayList<>();
        for (JsonNode each : all.isArray() ? all : List.of(all)) {
            if (!each.hasNonNull("withdrawn")) {
                advisories.add(new OsvAdvisory(each));
            }
        }
        return advisories;
    }

    String id() {
        return json.path("id").asText();
    }

    /** Returns all names of the weakness. */
    Set<String> ids() {
        Set<String> ids = new TreeSet<>(Set.of(id()));
        json.path("aliases").forEach(alias -> ids.add(alias.asText()));
        return ids;
    }

    String summary() {
        return json.path("summary").asText();
    }

    boolean affects(Component component) {
        for (JsonNode affected : json.path("affected")) {
            JsonNode of = affected.path("package");
            if (MAVEN.equals(of.path("ecosystem").asText().split(":")[0])
                    && component.name().equals(of.path("name").asText())
                    && affects(affected, component.version())) {
                return true;
            }
        }
        return false;
    }

    private static boolean affects(JsonNode affected, String version) {
        for (JsonNode listed : affected.path("versions")) {
            if (listed.asText().equals(version)) {
                return true;
            }
        }
        for (JsonNode range : affected.path("ranges")) {
            if (!"GIT".equals(range.path("type").asText())
                    && isWithin(range.path("events"), new ComparableVersion(version))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(JsonNode range, ComparableVersion version) {
        List<Event> events = new ArrayList<>();
        range.forEach(event -> events.add(Event.of(event)));
        events.sort(Comparator.comparing(Event::version, Comparator.nullsFirst(Comparator.naturalOrder())));
        boolean limited = events.stream().anyMatch(event -> event.kind().equals("limit"));
        boolean below =
                events.stream().anyMatch(event -> event.kind().equals("limit") && !event.isBefore(version, true));
        boolean affected = false;
        for (Event event : events) {
            affected = switch (event.kind()) {
                case "introduced" -> affected || event.isBefore(version, true);
                case "fixed" -> affected && !event.isBefore(version, true);
                case "last_affected" -> affected && !event.isBefore(version, false);
                default -> affected;
            };
        }
        return affected && (!limited || below);
    }
}
