package org.tipstats.site.frame;

import java.util.OptionalInt;

/** Work that goes on after the start and that pages have to tell of, for until it is done they are empty. */
public interface Preparation {

    /** How much of it is done, in percent; none where nothing is under way. */
    OptionalInt percent();
}
