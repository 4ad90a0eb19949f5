package org.tipstats.publish.draft;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.tipstats.protect.disclose.Reason;

/**
 * A withheld figure, for readers who may know the true figure.
 *
 * @param key the codes of the figure, by the ids of their dimensions
 * @param value the true figure
 * @param reason the reason as {@link #word} returns it; null if it was not stored
 */
public record WithheldFigure(Map<String, String> key, BigDecimal value, String reason) {

    /** Returns the name of a reason in the API, for example {@code below-area-threshold}. */
    public static String word(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Leaves the value out, so that no log contains it. */
    @Override
    public String toString() {
        return "WithheldFigure[" + key + "]";
    }
}
