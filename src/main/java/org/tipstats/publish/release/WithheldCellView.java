package org.tipstats.publish.release;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A withheld figure of a release, for reviewers and publishers.
 *
 * @param key codes by dimension id
 * @param value the true figure
 * @param reason the reason for withholding it; null if the release is older than stored reasons
 */
record WithheldCellView(String dataflow, Map<String, String> key, BigDecimal value, String reason) {

    /** Leaves out the value, so that no log contains it. */
    @Override
    public String toString() {
        return "WithheldCellView[" + dataflow + " " + key + "]";
    }
}
