package org.tipstats.attack;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A cell as it is published.
 *
 * @param value null where none is shown
 * @param others all other columns that are not empty, by name
 */
record PublishedCell(String key, BigDecimal value, String status, String confidentiality, Map<String, String> others) {

    boolean isPublic() {
        return value != null;
    }

    /** Withheld by the service. */
    boolean isWithheld() {
        return value == null && "Q".equals(status) && "C".equals(confidentiality);
    }

    /** Masked by its provider. */
    boolean isMasked() {
        return value == null && "Q".equals(status) && "A".equals(confidentiality);
    }

    /** Whether there is a count behind it at all: shown, withheld or masked. */
    boolean isReported() {
        return value != null || "Q".equals(status);
    }

    int number(String column) {
        return Integer.parseInt(others.getOrDefault(column, "0"));
    }
}
