package org.tipstats.files.message;

import java.io.Closeable;

/** The observations of a message, whatever its format. */
interface Observations extends Closeable {

    /** The next one, or null after the last. */
    Observation next();
}
