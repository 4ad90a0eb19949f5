package org.tipstats.validate.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The scope of a rule. */
public enum RuleKind {
    /** The whole file and its header. */
    FILE,
    /** Single cells and the cells of one row together. */
    CELL,
    /** All rows, merged with the current data. */
    ROW;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
