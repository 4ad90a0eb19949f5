package org.tipstats.files.message;

/**
 * An observation, everything that is said of it brought together.
 *
 * @param line the physical line on which it starts
 * @param cells its texts by column, empty where there is none
 */
record Observation(int line, String[] cells) {}
