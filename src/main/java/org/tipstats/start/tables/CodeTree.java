package org.tipstats.start.tables;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The codes of one dimension of generic tables, each with the finest codes that it includes. A code may have several
 * parents, because groupings of the same codes may overlap.
 */
public final class CodeTree {

    private static final List<String> TOTALS = List.of("Total", "total", "TOTAL", "_T", "T");

    private final Map<String, Set<String>> children = new LinkedHashMap<>();
    private final Set<String> codes = new LinkedHashSet<>();

    /** Returns the first of {@link #TOTALS} that occurs and is not a part of another code, or null. */
    private String total() {
        return TOTALS.stream()
                .filter(code ->
                        codes.contains(code) && children.values().stream().noneMatch(below -> below.contains(code)))
                .findFirst()
                .orElse(null);
    }

    /** Makes one code a part of another. */
    public CodeTree add(String parent, String child) {
        children.computeIfAbsent(parent, none -> new LinkedHashSet<>()).add(child);
        codes.add(parent);
        codes.add(child);
        return this;
    }

    CodeTree add(String code) {
        codes.add(code);
        return this;
    }

    CodeTree addAll(CodeTree other) {
        codes.addAll(other.codes);
        other.children.forEach((parent, below) -> below.forEach(child -> add(parent, child)));
        return this;
    }

    List<String> leaves() {
        String total = total();
        return codes.stream()
                .filter(code -> !code.equals(total) && !children.containsKey(code))
                .toList();
    }

    /**
     * Returns, for each code, the indexes in {@link #leaves} of the finest codes that the code includes. The total
     * includes all.
     */
    Map<String, BitSet> leafSets() {
        List<String> leaves = leaves();
        String total = total();
        Map<String, BitSet> sets = new LinkedHashMap<>();
        for (String code : codes) {
            BitSet set = new BitSet();
            if (code.equals(total)) {
                set.set(0, leaves.size());
            } else {
                collect(code, leaves, set, 0);
            }
            sets.put(code, set);
        }
        return sets;
    }

    private void collect(String code, List<String> leaves, BitSet set, int depth) {
        if (depth > codes.size()) {
            throw new IllegalArgumentException("the hierarchy has a cycle at " + code);
        }
        Set<String> below = children.get(code);
        if (below == null) {
            set.set(leaves.indexOf(code));
        } else {
            below.forEach(child -> collect(child, leaves, set, depth + 1));
        }
    }
}
