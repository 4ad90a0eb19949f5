package org.tipstats.collect.justify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * A set of keys, given by codes in dimension order. An empty code stands for all codes of its dimension. {@code parse}
 * reads the text that {@code toString} writes.
 */
record KeyPattern(List<String> codes) {

    private static final String SEPARATOR = ".";
    private static final String ANY = "";

    KeyPattern {
        codes = List.copyOf(codes);
    }

    /** Creates the pattern from codes by dimension id. Ignores an id that no dimension has. */
    static KeyPattern of(DataStructure structure, Map<String, String> codes) {
        return new KeyPattern(structure.dimensions().stream()
                .map(dimension -> codes.getOrDefault(dimension.id(), ANY))
                .toList());
    }

    static KeyPattern parse(String text) {
        return new KeyPattern(List.of(text.split("\\" + SEPARATOR, -1)));
    }

    /** Returns whether the pattern stands for exactly one key. */
    boolean isWhole() {
        return !codes.contains(ANY);
    }

    /** Returns the code in a dimension, or an empty text if the pattern stands for all codes. */
    String code(Dimension dimension) {
        return codes.get(dimension.position());
    }

    boolean has(Dimension dimension) {
        return !code(dimension).equals(ANY);
    }

    KeyPattern with(Dimension dimension, String code) {
        List<String> changed = new ArrayList<>(codes);
        changed.set(dimension.position(), code);
        return new KeyPattern(changed);
    }

    /** Returns the pattern with all codes of a dimension; the other dimensions keep their code. */
    KeyPattern forAll(Dimension dimension) {
        return with(dimension, ANY);
    }

    /** Returns a number with one bit for each dimension, by position. The bit is 1 if the dimension has a code. */
    int shape() {
        int shape = 0;
        for (int d = 0; d < codes.size(); d++) {
            shape |= codes.get(d).equals(ANY) ? 0 : 1 << d;
        }
        return shape;
    }

    /** Returns the same pattern with codes only in the dimensions whose bit in {@link #shape} is 1. */
    KeyPattern restrictedTo(int shape) {
        String[] kept = codes.toArray(new String[0]);
        for (int d = 0; d < kept.length; d++) {
            if ((shape >> d & 1) == 0) {
                kept[d] = ANY;
            }
        }
        return new KeyPattern(List.of(kept));
    }

    @Override
    public String toString() {
        return String.join(SEPARATOR, codes);
    }
}
