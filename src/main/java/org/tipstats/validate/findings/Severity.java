package org.tipstats.validate.findings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a finding weighs, the gravest first. */
public enum Severity {
    /** Blocks: the file is unusable or ambiguous there. */
    ERROR,
    /** Needs a justification before the file goes to review. */
    WARNING,
    /** Only tells. */
    INFORMATION;

    /** The word of the API: {@code error}, {@code warning}, {@code information}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Severity of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
