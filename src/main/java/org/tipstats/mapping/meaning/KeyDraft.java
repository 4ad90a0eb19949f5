package org.tipstats.mapping.meaning;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A key whose codes are found one after another, in columns, rows and titles. Ignores components that the dataflow
 * lacks. Each code may have the word that gave it.
 */
public final class KeyDraft {

    private final MappedKey.Dimensions dimensions;
    private final String[] codes;
    private final String[] words;

    public KeyDraft(MappedKey.Dimensions dimensions) {
        this(dimensions, new String[dimensions.size()], new String[dimensions.size()]);
    }

    private KeyDraft(MappedKey.Dimensions dimensions, String[] codes, String[] words) {
        this.dimensions = dimensions;
        this.codes = codes;
        this.words = words;
    }

    public KeyDraft copy() {
        return new KeyDraft(dimensions, codes.clone(), words.clone());
    }

    public boolean has(String id) {
        return code(id) != null;
    }

    /** Returns the code of a dimension; null if it has none. */
    public String code(String id) {
        int place = dimensions.place(id);
        return place < 0 ? null : codes[place];
    }

    /** Replaces the code of a dimension, but not its word. */
    public void put(String id, String code) {
        int place = dimensions.place(id);
        if (place >= 0) {
            codes[place] = code;
        }
    }

    /** Replaces the code of a dimension and its word. */
    public void put(String id, String code, String word) {
        int place = dimensions.place(id);
        if (place >= 0) {
            codes[place] = code;
            words[place] = word;
        }
    }

    public void putIfAbsent(String id, String code) {
        if (!has(id)) {
            put(id, code);
        }
    }

    public void putAllIfAbsent(Map<String, String> more) {
        more.forEach(this::putIfAbsent);
    }

    /** Sets the word of a dimension if it has none. A word may have no code. */
    public void putWordIfAbsent(String id, String word) {
        int place = dimensions.place(id);
        if (place >= 0 && words[place] == null) {
            words[place] = word;
        }
    }

    /** Adds the codes of another draft, with their words, for the dimensions that have no code here. */
    public void fill(KeyDraft other) {
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] == null && other.codes[i] != null) {
                codes[i] = other.codes[i];
                words[i] = other.words[i];
            }
        }
    }

    /** Returns the dimensions that have a word. */
    public Set<String> named() {
        Set<String> named = new TreeSet<>();
        for (int i = 0; i < words.length; i++) {
            if (words[i] != null) {
                named.add(dimensions.id(i));
            }
        }
        return named;
    }

    /** Returns the key; empty if a code is missing and has no default. The draft must not be changed later. */
    public Optional<MappedKey> key() {
        return dimensions.key(codes);
    }

    /** Returns a word for each dimension, in their order; null if a code does not come from a word. */
    List<String> words() {
        return Collections.unmodifiableList(Arrays.asList(words));
    }

    /** Returns the word of the dimension at a place, or null. */
    String word(int place) {
        return words[place];
    }
}
