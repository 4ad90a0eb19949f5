package org.tipstats.collect.mappings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.mapping.saved.Mapping;

/**
 * The differences between two versions of a mapping, sorted.
 *
 * @param from the number of the older version
 * @param to the number of the newer version
 */
public record MappingDiff(String id, int from, int to, List<MappingChange> changes) {

    /**
     * A difference.
     *
     * @param kind {@code dataflow}, {@code word}, {@code table}, {@code column}, {@code row}, {@code choice},
     *     {@code constant} or {@code parameter}
     * @param change {@code added}, {@code removed} or {@code changed}
     * @param part the component of a word, the table of a column or row; empty otherwise
     * @param name the word, the name of the column, the texts of the row, or the id
     * @param old the value before; null if it was added
     * @param now the value after; null if it was removed
     */
    @Schema(name = "MappingChange")
    public record MappingChange(
            String kind,
            String change,
            String part,
            String name,
            String old,
            @JsonProperty("new") String now) {}

    /** Compares two versions. */
    public static MappingDiff between(SavedMapping before, SavedMapping after) {
        SortedMap<Place, String> old = new Contents(before.mapping()).all;
        SortedMap<Place, String> now = new Contents(after.mapping()).all;
        TreeSet<Place> places = new TreeSet<>(old.keySet());
        places.addAll(now.keySet());
        List<MappingChange> changes = new ArrayList<>();
        for (Place place : places) {
            String first = old.get(place);
            String second = now.get(place);
            if (first == null || !first.equals(second)) {
                String change = first == null ? "added" : second == null ? "removed" : "changed";
                changes.add(new MappingChange(place.kind, change, place.part, place.name, first, second));
            }
        }
        return new MappingDiff(after.id(), before.version(), after.version(), changes);
    }

    /** Names one value of a mapping. */
    private record Place(String kind, String part, String name) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::kind).thenComparing(Place::part).thenComparing(Place::name);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** All values of a mapping by their place. Positions are no part of them. */
    private static final class Contents {

        private final SortedMap<Place, String> all = new TreeMap<>();

        Contents(Mapping mapping) {
            mapping.dataflows().forEach(id -> put("dataflow", "", id, id));
            mapping.parameters().forEach(id -> put("parameter", "", id, id));
            mapping.choices().forEach((id, value) -> put("choice", "", id, value));
            mapping.constants().forEach((id, value) -> put("constant", "", id, value));
            mapping.words()
                    .forEach((component, codes) -> codes.forEach((word, code) -> put("word", component, word, code)));
            Map<String, Integer> sheets = new HashMap<>();
            mapping.tables().forEach(table -> {
                String sheet = numbered(table.sheet(), sheets);
                put("table", "", sheet, sheet);
                Map<String, Integer> headers = new HashMap<>();
                for (int i = 0; i < table.headers().size(); i++) {
                    put(
                            "column",
                            sheet,
                            numbered(table.headers().get(i), headers),
                            table.roles().get(i));
                }
                table.rows()
                        .forEach(rule -> rule.texts()
                                .forEach(texts ->
                                        put("row", sheet, String.join(" | ", texts), String.join(", ", rule.as()))));
            });
        }

        private void put(String kind, String part, String name, String value) {
            all.put(new Place(kind, part, name), value);
        }

        /** Returns the name, with a number from its second use on. */
        private static String numbered(String name, Map<String, Integer> used) {
            int number = used.merge(name, 1, Integer::sum);
            return number == 1 ? name : name + " (" + number + ")";
        }
    }
}
