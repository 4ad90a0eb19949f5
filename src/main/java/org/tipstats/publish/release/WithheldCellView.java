package org.tipstats.publish.release;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A figure that a release withholds, for reviewers and publishers.
 *
 * @param key codes by dimension id
 * @param value the true figure
 * @param reason why it is withheld; null where the release was made before reasons were kept
 */
record WithheldCellView(String dataflow, Map<String, String> key, BigDecimal value, String reason) {

    /** Without the value, so that no log holds it. */
    @Override
    public String toString() {
        return "WithheldCellView[" + dataflow + " " + key + "]";
    }
}
