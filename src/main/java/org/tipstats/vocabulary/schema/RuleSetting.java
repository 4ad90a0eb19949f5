package org.tipstats.vocabulary.schema;

import java.util.Map;
import java.util.Optional;

/**
 * The settings of one rule in the schema of a dataflow. An annotation {@code RULE} gives them: its id is that of the
 * rule, its value is for example {@code severity=warning;tolerance=0}. Settings that are absent keep the rule's
 * default.
 */
public record RuleSetting(String rule, Map<String, String> values) {

    public RuleSetting {
        values = Map.copyOf(values);
    }

    public Optional<String> severity() {
        return Optional.ofNullable(values.get("severity"));
    }

    /** Returns a setting as text, for example the id of the dataflow that a rule compares with. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
