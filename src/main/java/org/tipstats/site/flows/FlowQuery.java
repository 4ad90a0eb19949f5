package org.tipstats.site.flows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.tipstats.site.frame.Addresses;

/**
 * The parameters of a page of pairs of areas.
 *
 * @param values the parameters; empty values, which forms send for no choice, are left out
 */
record FlowQuery(Map<String, String> values) {

    static final String AREA = "AREA";
    static final String YEAR = "YEAR";
    static final String FIRST = "A";
    static final String SECOND = "B";
    static final String RELEASE = "release";
    static final String VIEW = "view";

    /**
     * Makes a query. Leaves out null and empty values.
     *
     * @param parts names and values in turn
     */
    static FlowQuery of(String... parts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            if (parts[i + 1] != null && !parts[i + 1].isEmpty()) {
                values.put(parts[i], parts[i + 1]);
            }
        }
        return new FlowQuery(values);
    }

    String get(String name) {
        return values.get(name);
    }

    /** Returns a copy with another value, or without the parameter if the value is null. */
    FlowQuery with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove(name);
        if (value != null) {
            changed.put(name, value);
        }
        return new FlowQuery(changed);
    }

    /** Returns the query part of an address, with its question mark; empty if there are no parameters. */
    String text() {
        String text = values.entrySet().stream()
                .map(part -> Addresses.encoded(part.getKey()) + "=" + Addresses.encoded(part.getValue()))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? "" : "?" + text;
    }
}
