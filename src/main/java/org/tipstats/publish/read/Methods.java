package org.tipstats.publish.read;

import org.tipstats.vocabulary.schema.Dataflow;

/** Texts that explain how figures are made. */
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

    static final String MIRROR_PAIR =
            "The figure that this release publishes of one of the two areas, put beside what the other one publishes of the"
                    + " same people; the difference is the detected victims less this figure. If a figure of the pair is"
                    + " withheld, all of them are. A difference is a question to both areas, not a fault of either.";
    static final String MIRROR_FLOW =
            "The sum of the figures by citizenship that this release publishes of the areas, by how far from these the"
                    + " area of the citizenship is. Where one of them is withheld there is no value, but the sum of those"
                    + " that are known.";

    /** Returns the text for a figure of a derived dataflow. */
    static String derived(Dataflow dataflow) {
        return switch (dataflow.derivation().method()) {
            case MIRROR_PAIRS -> MIRROR_PAIR;
            case MIRROR_FLOWS -> MIRROR_FLOW;
        };
    }

    /** Returns the text for a national count of a dataflow. */
    static String nationalCount(Dataflow dataflow) {
        return dataflow.disclosure().rounds() ? NATIONAL_ROUNDED : NATIONAL_COUNT;
    }

    private Methods() {}
}
