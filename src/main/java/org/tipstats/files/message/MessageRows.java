package org.tipstats.files.message;

import java.io.Closeable;

/** The observations of a message in any format. */
interface MessageRows extends Closeable {

    /** Returns the next observation, or null after the last one. */
    MessageRow next();

    /**
     * An observation with everything that the message gives for it.
     *
     * @param line the physical line on which it starts
     * @param cells its texts by column; empty if there is none
     */
    record MessageRow(int line, String[] cells) {}
}
