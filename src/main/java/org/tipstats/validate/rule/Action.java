package org.tipstats.validate.rule;

/** What a row asks for, by the ACTION column of SDMX-CSV. */
public enum Action {
    /** Adds or changes the observation; attributes that the file doesn't have keep their accepted value. */
    MERGE,
    /** Replaces the observation whole. */
    REPLACE,
    /** Withdraws the observation, or all that an empty dimension stands for. */
    DELETE
}
