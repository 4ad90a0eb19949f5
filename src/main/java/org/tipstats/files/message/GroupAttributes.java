package org.tipstats.files.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;

/** Attributes of groups. A group consists of all observations that have certain codes in common. */
final class GroupAttributes {

    /**
     * Largest number of kinds of groups in a message. Each kind costs one look-up per observation. Real data structures
     * have only a few kinds.
     */
    private static final int MAX_KINDS = 20;

    /** All groups that name the same dimensions, with their attributes by the codes of these dimensions. */
    private record Kind(int[] dimensions, Map<List<String>, LevelValues> attributes) {}

    private final List<Kind> kinds = new ArrayList<>();
    private final MemoryBudget budget;

    GroupAttributes(MemoryBudget budget) {
        this.budget = budget;
    }

    /** Adds the attributes of the observations that have the codes of the key in common. */
    void add(LevelValues key, LevelValues attributes, int line) {
        int[] dimensions = key.columns();
        Kind kind = kind(dimensions);
        if (kind == null) {
            if (kinds.size() == MAX_KINDS) {
                throw new MalformedFileException(Reason.TOO_MANY_PARTS, line, "Group");
            }
            kind = new Kind(dimensions, new HashMap<>());
            kinds.add(kind);
            // Groups that name more dimensions come first. Groups that come later do not replace an attribute that is
            // already set.
            kinds.sort(Comparator.comparingInt(k -> -k.dimensions.length));
        }
        List<String> codes = codes(key, dimensions);
        budget.count(codes.size() + attributes.columns().length, length(key) + length(attributes), line);
        LevelValues known = kind.attributes.putIfAbsent(codes, attributes);
        if (known != null) {
            attributes.split(known, known, line);
        }
    }

    private Kind kind(int[] dimensions) {
        return kinds.stream()
                .filter(kind -> Arrays.equals(kind.dimensions, dimensions))
                .findFirst()
                .orElse(null);
    }

    private static int length(LevelValues cells) {
        int length = 0;
        for (int column : cells.columns()) {
            length += cells.get(column).length();
        }
        return length;
    }

    /** Returns the codes in these dimensions, or null if one of these dimensions has no code. */
    private static List<String> codes(LevelValues cells, int[] dimensions) {
        String[] codes = new String[dimensions.length];
        for (int i = 0; i < dimensions.length; i++) {
            codes[i] = cells.get(dimensions[i]);
            if (codes[i] == null) {
                return null;
            }
        }
        return Arrays.asList(codes);
    }

    /** Adds the attributes of the groups to an observation, except those that the observation already has. */
    void applyTo(LevelValues observation, int line) {
        for (Kind kind : kinds) {
            List<String> codes = codes(observation, kind.dimensions);
            LevelValues attributes = codes == null ? null : kind.attributes.get(codes);
            if (attributes != null) {
                observation.inherit(attributes, line);
            }
        }
    }
}
