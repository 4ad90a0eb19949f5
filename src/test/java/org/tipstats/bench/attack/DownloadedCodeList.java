package org.tipstats.bench.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A code list as downloaded: its codes in order, and the codes directly below each code. */
record DownloadedCodeList(List<String> codes, Map<String, List<String>> children) {

    /** The tree of a dimension without codes. */
    static final DownloadedCodeList NONE = new DownloadedCodeList(List.of(), Map.of());

    /**
     * Creates a tree.
     *
     * @param parents the broader code of each code, or null
     * @param members the areas of each group that names its members
     */
    static DownloadedCodeList of(Map<String, String> parents, Map<String, List<String>> members) {
        Map<String, List<String>> children = new LinkedHashMap<>(members);
        parents.forEach((code, parent) -> {
            if (parent != null) {
                children.computeIfAbsent(parent, any -> new ArrayList<>()).add(code);
            }
        });
        return new DownloadedCodeList(List.copyOf(parents.keySet()), children);
    }

    List<String> below(String code) {
        return children.getOrDefault(code, List.of());
    }
}
