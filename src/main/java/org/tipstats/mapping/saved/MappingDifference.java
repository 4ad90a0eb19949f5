package org.tipstats.mapping.saved;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A difference between two mappings.
 *
 * @param what the part of the mapping, for example {@code word:SEX:Frauen} or {@code column:Anzahl}
 * @param before its value in the first mapping; null if it has none
 * @param after its value in the second mapping; null if it has none
 */
public record MappingDifference(String what, String before, String after) {

    /** Returns the differences, sorted by what differs. Ignores the positions of cells. */
    public static List<MappingDifference> between(Mapping first, Mapping second) {
        SortedMap<String, String> before = parts(first);
        SortedMap<String, String> after = parts(second);
        SortedSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        List<MappingDifference> differences = new ArrayList<>();
        for (String what : all) {
            if (!Objects.equals(before.get(what), after.get(what))) {
                differences.add(new MappingDifference(what, before.get(what), after.get(what)));
            }
        }
        return differences;
    }

    private static SortedMap<String, String> parts(Mapping mapping) {
        SortedMap<String, String> parts = new TreeMap<>(mapping.choices());
        if (mapping.area() != null) {
            parts.put("area", mapping.area());
        }
        if (!mapping.dataflows().isEmpty()) {
            parts.put("dataflow", String.join(" ", mapping.dataflows()));
        }
        mapping.words()
                .forEach((component, words) ->
                        words.forEach((word, code) -> parts.put("word:" + component + ":" + word, code)));
        mapping.constants().forEach((component, value) -> parts.put("param:" + component, value));
        mapping.parameters().forEach(component -> parts.put("asked:" + component, "each time"));
        mapping.tables().forEach(table -> addParts(table, parts));
        return parts;
    }

    private static void addParts(TableReading table, SortedMap<String, String> parts) {
        String sheet = table.sheet().isEmpty() ? "" : table.sheet() + "!";
        for (int i = 0; i < table.headers().size(); i++) {
            parts.merge(
                    "column:" + sheet + table.headers().get(i), table.roles().get(i), (a, b) -> a + " " + b);
        }
        if (table.adjusted() != null) {
            parts.merge("table:" + sheet, table.adjusted().toString(), (a, b) -> a + " " + b);
        }
        table.rows()
                .forEach(rule -> rule.texts()
                        .forEach(texts -> parts.merge(
                                "row:" + sheet + String.join(" ", texts),
                                String.join(" ", rule.as()),
                                (a, b) -> a + " " + b)));
    }
}
