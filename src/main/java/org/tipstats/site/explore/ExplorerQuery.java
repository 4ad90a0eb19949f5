package org.tipstats.site.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.site.frame.Addresses;

/**
 * The address of a page of data: parameters of the API, and beside them how the page shows what they find.
 *
 * @param parameters one value a name, in the order of the address; an empty one where a form sent no choice
 */
record ExplorerQuery(String dataflow, Map<String, String> parameters) {

    static final String VIEW = "view";
    static final String ROWS = "rows";
    static final String COLS = "cols";
    static final String SORT = "sort";
    static final String RELEASE = "release";

    /** Before the names of what a map shows one of. */
    static final String MAP = "map.";

    /** What the API does not know; and what begins as {@link #MAP} does. */
    private static final Set<String> OWN = Set.of(VIEW, ROWS, COLS, SORT);

    /** What says nothing of which observations are meant. */
    private static final Set<String> OTHERS = Set.of(RELEASE, "asOf", "lang");

    private static final String ALL = "*";

    /**
     * Reads an address; a form gives a name several times, which is the same as one value with commas.
     *
     * @param raw in any order
     * @param address its query as it was sent, which has the order; null for none
     */
    static ExplorerQuery of(String dataflow, Map<String, List<String>> raw, String address) {
        List<String> order = address == null
                ? List.of()
                : Arrays.stream(address.split("&"))
                        .map(part -> part.split("=", 2)[0])
                        .toList();
        Map<String, String> parameters = new LinkedHashMap<>();
        raw.keySet().stream().sorted(Comparator.comparingInt(order::indexOf)).forEach(name -> {
            List<String> values = raw.get(name);
            parameters.put(name, isOwn(name) ? values.get(0) : joined(values));
        });
        return new ExplorerQuery(dataflow, parameters);
    }

    private static boolean isOwn(String name) {
        return OWN.contains(name) || name.startsWith(MAP);
    }

    private static String joined(List<String> values) {
        List<String> chosen = values.stream().filter(value -> !value.isEmpty()).toList();
        return chosen.contains(ALL) ? ALL : String.join(",", chosen);
    }

    /** Whether nothing says which observations are meant. */
    boolean isBare() {
        return parameters.keySet().stream().allMatch(name -> isOwn(name) || OTHERS.contains(name));
    }

    String get(String name) {
        return parameters.get(name);
    }

    /** Names of parameters that are there without a value. */
    List<String> empty() {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue().isEmpty() && !isOwn(parameter.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What a map shows one of, by dimension. */
    Map<String, String> map() {
        Map<String, String> map = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(MAP) && !value.isEmpty()) {
                map.put(name.substring(MAP.length()), value);
            }
        });
        return map;
    }

    /** The same with another value; without the parameter for null. */
    ExplorerQuery with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new ExplorerQuery(dataflow, changed);
    }

    /** What the API is asked. */
    Map<String, List<String>> asked() {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (!isOwn(name) && !value.isEmpty()) {
                asked.put(name, List.of(value));
            }
        });
        return asked;
    }

    /** The address below the language. */
    String path() {
        return "/data/" + encoded(dataflow) + query(parameters);
    }

    /** The address of the same in the API, in its own form. */
    String api() {
        Map<String, String> asked = new LinkedHashMap<>(parameters);
        asked.keySet().removeIf(ExplorerQuery::isOwn);
        return "/api/v1/data/" + encoded(dataflow) + query(asked);
    }

    private static String query(Map<String, String> parameters) {
        List<String> parts = new ArrayList<>();
        parameters.forEach((name, value) -> parts.add(encoded(name) + "=" + encoded(value)));
        return parts.isEmpty() ? "" : "?" + parts.stream().collect(Collectors.joining("&"));
    }

    /** A text as it stands in an address, as readable as can be. */
    private static String encoded(String text) {
        return Addresses.encoded(text).replace("%2C", ",").replace("%3A", ":");
    }
}
