package org.tipstats.site.frame;

import java.util.OptionalInt;

/** Work that continues after the start. Pages may be empty until it is done, so they show its progress. */
public interface Preparation {

    /** Returns the progress in percent; empty if no work is under way. */
    OptionalInt percent();
}
