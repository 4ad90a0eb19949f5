package org.tipstats.mapping.guess;

import java.util.Locale;

/** How certain a decision is. */
public enum Level {
    /** A code, an exact name, a saved word, an answer, or proved by arithmetic. */
    SURE,
    /** Probably right. It is shown to the submitter, who can change it. */
    LIKELY,
    /** Nobody can know but the submitter. */
    ASK;

    /** Returns the word of the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
