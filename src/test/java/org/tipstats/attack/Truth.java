package org.tipstats.attack;

import java.util.OptionalLong;

/** The counts behind what is published, for whoever judges an attack; the intruder never asks. */
@FunctionalInterface
interface Truth {

    /** The count in a cell of a release; empty where nobody but the provider knows it. */
    OptionalLong of(String release, Structure structure, String key);
}
