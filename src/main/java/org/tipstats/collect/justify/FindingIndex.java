package org.tipstats.collect.justify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tipstats.validate.findings.Finding;
import org.tipstats.vocabulary.schema.DataStructure;

/**
 * Finds the items, for example justifications, that apply to a finding. Each item applies to one part of a report: all
 * findings of a rule, or only those on one line, or only those with given codes in their keys, or both. The time of a
 * look-up depends on the number of kinds of parts, not on the number of items.
 */
final class FindingIndex<T> {

    /**
     * A kind of part of a report, for example the findings on one line whose keys have a certain area.
     *
     * @param byLine whether a part of this kind is limited to one line
     * @param keyShape the dimensions in which the key has a code, see {@link KeyPattern#shape}
     */
    private record Kind(boolean byLine, int keyShape) {

        /** Returns the part of this kind that contains a finding. */
        Place place(Finding finding, KeyPattern key) {
            return new Place(byLine ? finding.line() : null, key.restrictedTo(keyShape));
        }
    }

    private record Place(Integer line, KeyPattern key) {}

    private final DataStructure structure;
    private final KeyPattern anyKey;
    private final Map<String, Map<Kind, Map<Place, List<T>>>> rules = new HashMap<>();

    FindingIndex(DataStructure structure) {
        this.structure = structure;
        this.anyKey = KeyPattern.of(structure, Map.of());
    }

    /** Indexes justifications by the part of the report that they explain. */
    static FindingIndex<Justification> of(DataStructure structure, Iterable<Justification> justifications) {
        FindingIndex<Justification> index = new FindingIndex<>(structure);
        justifications.forEach(each -> index.add(each.rule, each.line, each.keyPattern(), each));
        return index;
    }

    /**
     * Adds an item that applies to findings of a rule.
     *
     * @param line null for all lines
     * @param key null for all keys
     */
    void add(String rule, Integer line, KeyPattern key, T said) {
        KeyPattern keys = key == null ? anyKey : key;
        rules.computeIfAbsent(rule, r -> new HashMap<>())
                .computeIfAbsent(new Kind(line != null, keys.shape()), kind -> new HashMap<>())
                .computeIfAbsent(new Place(line, keys), place -> new ArrayList<>())
                .add(said);
    }

    /** Returns whether at least one item applies to the finding. */
    boolean covers(Finding finding) {
        return about(finding).findAny().isPresent();
    }

    /** Returns all items that apply to the finding. */
    Stream<T> about(Finding finding) {
        Map<Kind, Map<Place, List<T>>> kinds = rules.getOrDefault(finding.rule(), Map.of());
        if (kinds.isEmpty()) {
            return Stream.empty();
        }
        KeyPattern key = KeyPattern.of(structure, finding.key());
        return kinds.entrySet().stream()
                .flatMap(kind -> kind.getValue().getOrDefault(kind.getKey().place(finding, key), List.of()).stream());
    }
}
