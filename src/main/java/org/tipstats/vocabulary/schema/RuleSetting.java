package org.tipstats.vocabulary.schema;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What a dataflow's schema says about one rule: an annotation {@code RULE} whose id is the rule's and whose value is
 * {@code severity=warning;tolerance=0}. What is absent stays at the rule's default.
 */
public record RuleSetting(String rule, Map<String, String> values) {

    public RuleSetting {
        values = Map.copyOf(values);
    }

    public Optional<String> severity() {
        return Optional.ofNullable(values.get("severity"));
    }

    /** A text of the setting, such as the dataflow that a rule compares with. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A number of the setting, or its default. */
    public BigDecimal number(String name, BigDecimal otherwise) {
        String text = values.get(name);
        return text == null ? otherwise : new BigDecimal(text);
    }
}
