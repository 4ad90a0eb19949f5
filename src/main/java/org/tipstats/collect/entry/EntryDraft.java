package org.tipstats.collect.entry;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts that a person has typed in so far.
 *
 * @param version the number of changes so far; 0 before the first
 * @param cells the typed figures by key, see {@link org.tipstats.vocabulary.cube.KeySpace#format}
 * @param comments comments on typed figures, by the key of the figure
 * @param changedAt null before the first change
 */
public record EntryDraft(
        long version, SortedMap<String, String> cells, SortedMap<String, String> comments, Instant changedAt) {

    static final EntryDraft NONE = new EntryDraft(0, new TreeMap<>(), new TreeMap<>(), null);

    /** Drops comments on figures that are not typed. */
    public EntryDraft {
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
        SortedMap<String, String> kept = new TreeMap<>(comments);
        kept.keySet().retainAll(cells.keySet());
        comments = Collections.unmodifiableSortedMap(kept);
    }

    /**
     * Texts that a person types, by the key of the figure. An empty text deletes the earlier text.
     *
     * @param cells the figures
     * @param comments comments on figures
     */
    public record TypedTexts(Map<String, String> cells, Map<String, String> comments) {

        public boolean isEmpty() {
            return cells.isEmpty() && comments.isEmpty();
        }
    }

    /** Returns the draft with the given texts added or replaced. An empty text deletes the earlier text. */
    EntryDraft with(TypedTexts typed) {
        return new EntryDraft(version, with(cells, typed.cells()), with(comments, typed.comments()), changedAt);
    }

    /** Returns the next version with the same texts. */
    EntryDraft next(Instant at) {
        return new EntryDraft(version + 1, cells, comments, at);
    }

    private static SortedMap<String, String> with(SortedMap<String, String> before, Map<String, String> typed) {
        SortedMap<String, String> all = new TreeMap<>(before);
        typed.forEach((key, text) -> all.put(key, text.strip()));
        all.values().removeIf(String::isEmpty);
        return all;
    }
}
