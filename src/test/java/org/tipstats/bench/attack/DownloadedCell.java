package org.tipstats.bench.attack;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A cell as published.
 *
 * @param value null if no value is shown
 * @param others all other columns that are not empty, by name
 */
record DownloadedCell(String key, BigDecimal value, String status, String confidentiality, Map<String, String> others) {

    boolean isPublic() {
        return value != null;
    }

    /** Returns whether the service withholds the value. */
    boolean isWithheld() {
        return value == null && "Q".equals(status) && "C".equals(confidentiality);
    }

    /** Returns whether the provider masked the value. */
    boolean isMasked() {
        return value == null && "Q".equals(status) && "A".equals(confidentiality);
    }

    /** Returns whether there is a count behind the cell: shown, withheld or masked. */
    boolean isReported() {
        return value != null || "Q".equals(status);
    }

    int number(String column) {
        return Integer.parseInt(others.getOrDefault(column, "0"));
    }
}
