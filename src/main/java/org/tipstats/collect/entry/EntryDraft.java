package org.tipstats.collect.entry;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a person typed in so far.
 *
 * @param version the number of changes so far; 0 before the first
 * @param cells what is typed by the key of the figure, see {@link org.tipstats.vocabulary.cube.KeySpace#format}
 * @param changedAt null before the first change
 */
public record EntryDraft(long version, SortedMap<String, String> cells, Instant changedAt) {

    static final EntryDraft NONE = new EntryDraft(0, new TreeMap<>(), null);

    public EntryDraft {
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    }

    /** Returns the cells with some of them typed anew. An empty text empties a cell. */
    SortedMap<String, String> with(Map<String, String> typed) {
        SortedMap<String, String> all = new TreeMap<>(cells);
        typed.forEach((key, text) -> all.put(key, text.strip()));
        all.values().removeIf(String::isEmpty);
        return all;
    }
}
