package org.tipstats.release;

import org.tipstats.schema.Dataflow;

/** How figures are made, in the words of the metadata. */
final class Methods {

    static final String NATIONAL_COUNT =
            "The figure that the area submitted and a reviewer accepted, after disclosure control. Persons detected or"
                    + " registered by authorities: not a measure of how many there are.";
    static final String NATIONAL_ROUNDED =
            "The figure that the area submitted and a reviewer accepted, rounded: small counts are 0 or the base, larger"
                    + " ones the sum of what their parts became, so a few persons more or fewer. Persons detected or"
                    + " registered by authorities: not a measure of how many there are.";
    static final String NATIONAL_RATE =
            "The accepted count per 100,000 of the population of the same sex, age and year, rounded half up to four"
                    + " decimals.";
    static final String GROUP_COUNT =
            "The sum over the areas that report this cell for this year; nothing is imputed. A count that its provider"
                    + " masked is taken as 0 in the value and its lower bound, and as the largest masked count in the"
                    + " upper bound. Contributions are shown as published, so they need not add up where one is"
                    + " suppressed.";
    static final String GROUP_RATE =
            "The sum of the counts of the reporting areas with a known population per 100,000 of the population of"
                    + " exactly these areas, of the same sex, age and year, rounded half up to four decimals.";

    /** What is said of a national count of the dataflow. */
    static String nationalCount(Dataflow dataflow) {
        return dataflow.disclosure().rounds() ? NATIONAL_ROUNDED : NATIONAL_COUNT;
    }

    private Methods() {}
}
