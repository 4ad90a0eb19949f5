package org.tipstats.validate.findings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The severity of a finding, the most severe first. */
public enum Severity {
    /** Blocks the file: this place is unusable or ambiguous. */
    ERROR,
    /** Needs a justification before the file goes to review. */
    WARNING,
    /** Needs no action. */
    INFORMATION;

    /** Returns the word of the API: {@code error}, {@code warning} or {@code information}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Severity of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
