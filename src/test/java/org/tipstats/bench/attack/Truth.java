package org.tipstats.bench.attack;

import java.util.OptionalLong;

/** The counts behind the published figures, to judge an attack. The intruder itself never asks for them. */
@FunctionalInterface
interface Truth {

    /** Returns the count in a cell of a release; empty if only the provider knows it. */
    OptionalLong of(String release, PublishedStructure structure, String key);
}
