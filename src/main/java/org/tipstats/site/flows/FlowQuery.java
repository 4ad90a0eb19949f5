package org.tipstats.site.flows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.tipstats.site.frame.Addresses;

/**
 * The parameters of a page of pairs.
 *
 * @param values without those that are empty, as a form sends what nobody chose
 */
record FlowQuery(Map<String, String> values) {

    static final String AREA = "AREA";
    static final String YEAR = "YEAR";
    static final String FIRST = "A";
    static final String SECOND = "B";
    static final String RELEASE = "release";
    static final String VIEW = "view";

    /** Names and values in turn; null and empty values are left out. */
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

    /** The same with another value; without the parameter for null. */
    FlowQuery with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove(name);
        if (value != null) {
            changed.put(name, value);
        }
        return new FlowQuery(changed);
    }

    /** The part of an address from its question mark on; empty for none. */
    String text() {
        String text = values.entrySet().stream()
                .map(part -> Addresses.encoded(part.getKey()) + "=" + Addresses.encoded(part.getValue()))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? "" : "?" + text;
    }
}
