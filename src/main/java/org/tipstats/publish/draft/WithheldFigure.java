package org.tipstats.publish.draft;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.tipstats.protect.disclose.Reason;

/**
 * A figure that is withheld, for those who may know it.
 *
 * @param key codes by dimension id
 * @param value the true figure
 * @param reason why, as {@link #word} has it; null where it was not kept
 */
public record WithheldFigure(Map<String, String> key, BigDecimal value, String reason) {

    /** A reason as the API names it, such as {@code below-area-threshold}. */
    public static String word(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Without the value, so that no log holds it. */
    @Override
    public String toString() {
        return "WithheldFigure[" + key + "]";
    }
}
