package org.tipstats.mapping.saved;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A mapping: all decisions about the tables of a source, by words and not by positions.
 *
 * @param area the area that reports; null if the mapping is for any area
 * @param dataflows the dataflows of the tables, if they are the same for all rows
 * @param tables the readings of the tables
 * @param words for each component, the codes by word
 * @param choices the values of other decisions by their id, such as {@code unit}, {@code coverage}, {@code ages} and
 *     {@code marker:TEXT}
 * @param constants codes and texts that are the same for all figures, by component
 * @param parameters the components that are asked each time, because no file has them
 */
public record Mapping(
        String area,
        List<String> dataflows,
        List<TableReading> tables,
        SortedMap<String, SortedMap<String, String>> words,
        SortedMap<String, String> choices,
        SortedMap<String, String> constants,
        List<String> parameters) {

    public Mapping {
        dataflows = List.copyOf(dataflows);
        tables = List.copyOf(tables);
        SortedMap<String, SortedMap<String, String>> copied = new TreeMap<>();
        words.forEach(
                (component, codes) -> copied.put(component, Collections.unmodifiableSortedMap(new TreeMap<>(codes))));
        words = Collections.unmodifiableSortedMap(copied);
        choices = Collections.unmodifiableSortedMap(new TreeMap<>(choices));
        constants = Collections.unmodifiableSortedMap(new TreeMap<>(constants));
        parameters = List.copyOf(parameters);
    }

    /** Returns the ids of all dataflows that the figures belong to, those of single rows included. */
    public List<String> targets() {
        Set<String> ids = new LinkedHashSet<>(dataflows);
        tables.stream()
                .flatMap(table -> table.rows().stream())
                .filter(rule -> !rule.isIgnore())
                .forEach(rule -> ids.addAll(rule.as()));
        return List.copyOf(ids);
    }
}
