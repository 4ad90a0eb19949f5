package org.tipstats.collect.entry;

import java.util.Locale;
import org.tipstats.validate.row.CountText;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;

/**
 * What a cell of a grid holds: a count, or the status of a figure without value, or a text that is neither.
 *
 * @param count null if the text is not a count
 * @param status a code of OBS_STATUS for a figure without value; null if the text is not such a code
 */
record TypedFigure(String text, Long count, String status) {

    /** Reads what a person typed. Counts may have the digits of any script; codes may be in small letters. */
    static TypedFigure of(String text, Statuses statuses) {
        String typed = text.strip();
        long count = CountText.parse(typed);
        if (count >= 0) {
            return new TypedFigure(typed, count, null);
        }
        String code = typed.toUpperCase(Locale.ROOT);
        return new TypedFigure(typed, null, statuses.withoutValue().contains(code) ? code : null);
    }

    /** Returns an accepted figure as somebody would type it. */
    static TypedFigure of(Observation held) {
        return held.value() == null
                ? new TypedFigure(held.status(), null, held.status())
                : new TypedFigure(held.value().toPlainString(), held.value().longValueExact(), null);
    }

    boolean isBlank() {
        return text.isEmpty();
    }
}
