package org.tipstats.sdmx.question;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Parses keys of the REST interface. A key has one part for each dimension except time, and dots between the parts. An
 * unknown code matches nothing.
 */
final class KeyExpression {

    private static final int MAX_KEYS = 1_000;

    private KeyExpression() {}

    /** Parses a key of version 1. An empty part or an asterisk means all codes; a plus means "or". */
    static List<List<BitSet>> v1(DataStructure structure, String text) {
        if (text.equals("all") || text.equals("*")) {
            return List.of();
        }
        String[] parts = text.split("\\.", -1);
        int wanted = structure.dimensions().size() - 1;
        if (parts.length != wanted) {
            throw wrongLength(structure, text, "has " + wanted + " parts");
        }
        return List.of(key(structure, parts));
    }

    /**
     * Parses keys of version 2, separated by commas. An asterisk or an empty part means all codes of a dimension; a
     * plus means "or". A part that is missing at the end of a key also means all codes.
     */
    static List<List<BitSet>> v2(DataStructure structure, String text) {
        if (text.equals("*") || text.equals("all")) {
            return List.of();
        }
        String[] alternatives = text.split(",", -1);
        if (alternatives.length > MAX_KEYS) {
            throw SdmxProblems.syntax("key", null, "At most " + MAX_KEYS + " keys are accepted.");
        }
        List<List<BitSet>> keys = new ArrayList<>();
        for (String alternative : alternatives) {
            String[] parts = alternative.split("\\.", -1);
            if (parts.length >= structure.dimensions().size()) {
                throw wrongLength(
                        structure,
                        alternative,
                        "has at most " + (structure.dimensions().size() - 1) + " parts");
            }
            keys.add(key(structure, parts));
        }
        return keys;
    }

    private static List<BitSet> key(DataStructure structure, String[] parts) {
        List<BitSet> key = ObservationFilter.all(structure);
        for (int d = 0; d < parts.length; d++) {
            if (!parts[d].isEmpty() && !parts[d].equals("*")) {
                key.set(d, positions(structure.dimensions().get(d), parts[d].split("\\+")));
            }
        }
        return Collections.unmodifiableList(key);
    }

    private static BitSet positions(Dimension dimension, String[] codes) {
        BitSet positions = new BitSet();
        for (String code : codes) {
            int position = dimension.positionOf(code);
            if (position >= 0) {
                positions.set(position);
            }
        }
        return positions;
    }

    private static RuntimeException wrongLength(DataStructure structure, String text, String expected) {
        String order = structure.dimensions().stream()
                .filter(dimension -> !dimension.isTime())
                .map(Dimension::id)
                .collect(Collectors.joining("."));
        return SdmxProblems.syntax("key", text, "A key " + expected + ": " + order + ".");
    }
}
