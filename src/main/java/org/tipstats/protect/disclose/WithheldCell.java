package org.tipstats.protect.disclose;

import java.math.BigDecimal;

/**
 * A figure that is withheld. Confidential.
 *
 * @param key packed in the key space of its dataflow
 * @param value the true figure
 * @param reason why it is withheld
 */
public record WithheldCell(long key, BigDecimal value, Reason reason) {

    /** Without the value, so that no log holds it. */
    @Override
    public String toString() {
        return "WithheldCell[" + key + "]";
    }
}
