package org.tipstats.collect.receive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tipstats.validate.findings.Finding;
import org.tipstats.vocabulary.schema.DataStructure;

/**
 * What is said about places of a report: all of a rule, a line, or keys that have some codes. Finds what a finding falls
 * under in the time that the kinds of places take, not their number.
 */
final class PlaceIndex<T> {

    /** A kind of place. @param keyShape the dimensions that are named */
    private record Kind(boolean byLine, int keyShape) {

        /** The place of this kind that a finding is in. */
        Place place(Finding finding, KeyPattern key) {
            return new Place(byLine ? finding.line() : null, key.in(keyShape));
        }
    }

    private record Place(Integer line, KeyPattern key) {}

    private final DataStructure structure;
    private final KeyPattern anyKey;
    private final Map<String, Map<Kind, Map<Place, List<T>>>> rules = new HashMap<>();

    PlaceIndex(DataStructure structure) {
        this.structure = structure;
        this.anyKey = KeyPattern.of(structure, Map.of());
    }

    /** The places of justifications, each with itself. */
    static PlaceIndex<Justification> of(DataStructure structure, Iterable<Justification> justifications) {
        PlaceIndex<Justification> index = new PlaceIndex<>(structure);
        justifications.forEach(each -> index.add(each.rule, each.line, each.keyPattern(), each));
        return index;
    }

    /** Adds something said about a rule. @param line null for all @param key null for all */
    void add(String rule, Integer line, KeyPattern key, T said) {
        KeyPattern keys = key == null ? anyKey : key;
        rules.computeIfAbsent(rule, r -> new HashMap<>())
                .computeIfAbsent(new Kind(line != null, keys.shape()), kind -> new HashMap<>())
                .computeIfAbsent(new Place(line, keys), place -> new ArrayList<>())
                .add(said);
    }

    /** Whether anything is said about the place of a finding. */
    boolean covers(Finding finding) {
        Map<Kind, Map<Place, List<T>>> kinds = rules.getOrDefault(finding.rule(), Map.of());
        if (kinds.isEmpty()) {
            return false;
        }
        KeyPattern key = KeyPattern.of(structure, finding.key());
        for (Map.Entry<Kind, Map<Place, List<T>>> kind : kinds.entrySet()) {
            if (kind.getValue().containsKey(kind.getKey().place(finding, key))) {
                return true;
            }
        }
        return false;
    }

    /** Shows all that is said about the place of a finding. */
    void each(Finding finding, Consumer<T> consumer) {
        Map<Kind, Map<Place, List<T>>> kinds = rules.getOrDefault(finding.rule(), Map.of());
        if (kinds.isEmpty()) {
            return;
        }
        KeyPattern key = KeyPattern.of(structure, finding.key());
        kinds.forEach((kind, places) ->
                places.getOrDefault(kind.place(finding, key), List.of()).forEach(consumer));
    }
}
