package org.tipstats.format;

import java.util.List;
import java.util.Locale;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.Suggestions;

/** How codes are labelled in a reply, as in SDMX-CSV 2.0. */
public enum Labels {
    /** Codes alone. */
    ID,
    /** Names beside the codes. */
    NAME,
    /** {@code CODE: Name} in one. */
    BOTH;

    /** What the parameter {@code labels} says; 400 for anything else. */
    public static Labels of(String text) {
        if (text == null) {
            return ID;
        }
        for (Labels labels : values()) {
            if (labels.name().toLowerCase(Locale.ROOT).equals(text)) {
                return labels;
            }
        }
        throw ProblemException.parameter(
                "labels",
                text,
                "\"labels\" must be id, name or both.",
                Suggestions.near(text, List.of("id", "name", "both")));
    }
}
