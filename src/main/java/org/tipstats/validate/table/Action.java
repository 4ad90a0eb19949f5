package org.tipstats.validate.table;

/** The effect of a row, from the ACTION column of SDMX-CSV. */
public enum Action {
    /** Adds or changes the observation. Attributes without a column in the file keep their accepted value. */
    MERGE,
    /** Replaces the whole observation. */
    REPLACE,
    /** Withdraws the observation, or all observations that a row with empty dimensions covers. */
    DELETE
}
