package org.tipstats.protect.disclose;

import java.math.BigDecimal;
import org.tipstats.protect.figures.Reason;

/**
 * A withheld figure. Confidential.
 *
 * @param key the key of the figure, packed in the key space of its dataflow
 * @param value the true figure
 * @param reason the reason for withholding the figure
 */
public record WithheldCell(long key, BigDecimal value, Reason reason) {

    /** Leaves the value out, so that no log contains it. */
    @Override
    public String toString() {
        return "WithheldCell[" + key + "]";
    }
}
