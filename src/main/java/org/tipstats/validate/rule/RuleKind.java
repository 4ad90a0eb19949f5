package org.tipstats.validate.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a rule looks at. */
public enum RuleKind {
    /** The file as a whole and its header. */
    FILE,
    /** Single cells and what belongs together in one row. */
    CELL,
    /** All rows, merged with what holds now. */
    ROW;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
