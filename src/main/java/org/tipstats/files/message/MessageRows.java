package org.tipstats.files.message;

import java.io.Closeable;

/** The observations of a message in any format. */
interface MessageRows extends Closeable {

    /** Returns the next observation, or null after the last one. */
    MessageRow next();
}
