package org.tipstats.validate.table;

import java.util.List;

/** The effect of a row, from the ACTION column of SDMX-CSV. */
public enum Action {
    /** Adds or changes the observation. Attributes without a column in the file keep their accepted value. */
    MERGE,
    /** Replaces the whole observation. */
    REPLACE,
    /** Withdraws the observation, or all observations that a row with empty dimensions covers. */
    DELETE;

    /** The codes that a file may have in the column ACTION. */
    public static final List<String> CODES = List.of("I", "A", "M", "R", "D");

    /** Returns the action of a code: {@link #MERGE} if the code is empty, or null if the code is not valid. */
    public static Action of(String code) {
        return switch (code) {
            case "", "I", "A", "M" -> MERGE;
            case "R" -> REPLACE;
            case "D" -> DELETE;
            default -> null;
        };
    }
}
