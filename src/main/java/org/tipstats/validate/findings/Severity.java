package org.tipstats.validate.findings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The severity of a finding, the most severe first. */
public enum Severity {
    /** The file cannot be accepted, because a part of the file is unusable or ambiguous. */
    ERROR,
    /** The finding needs a justification before the file goes to review. */
    WARNING,
    /** The finding needs no action. */
    INFORMATION;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Returns the severity as the API writes it: {@code error}, {@code warning} or {@code information}. */
    @JsonValue
    public String word() {
        return word;
    }

    public static Severity of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
