package org.tipstats.files.message;

/**
 * An observation with everything that the message gives for it.
 *
 * @param line the physical line on which it starts
 * @param cells its texts by column; empty if there is none
 */
record MessageRow(int line, String[] cells) {}
