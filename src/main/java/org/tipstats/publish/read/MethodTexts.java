package org.tipstats.publish.read;

import org.tipstats.vocabulary.schema.Dataflow;

/** Texts that explain how figures are made. */
final class MethodTexts {

    static final String NATIONAL_COUNT =
            "The figure that the country or area submitted and a reviewer accepted, after disclosure control. Persons detected or"
                    + " registered by authorities: not a measure of how many there are.";
    static final String NATIONAL_ROUNDED =
            "The figure that the country or area submitted and a reviewer accepted, rounded: small counts are 0 or the base, larger"
                    + " ones are the sum of their rounded parts, so they may differ by a few persons. Persons detected or"
                    + " registered by authorities: not a measure of how many there are.";
    static final String NATIONAL_RATE =
            "The accepted count per 100,000 of the population of the same sex, age and year, rounded half up to four"
                    + " decimals.";
    static final String GROUP_COUNT =
            "The sum of the countries and areas that report this cell for this year; nothing is imputed. A count that its provider"
                    + " masked is taken as 0 in the value and its lower bound, and as the largest masked count in the"
                    + " upper bound. Contributions are shown as published, so they may not add up if one is"
                    + " suppressed.";
    static final String GROUP_RATE =
            "The sum of the counts of the reporting countries and areas with a known population per 100,000 of the population of"
                    + " the same countries and areas, of the same sex, age and year, rounded half up to four decimals.";

    static final String MIRROR_PAIR =
            "The figure that this release publishes for one country or area, beside the figure that the other publishes for the"
                    + " same people; the difference is the detected victims less this figure. If a figure of the pair is"
                    + " withheld, all of them are. A difference is a question to both, not an error of either.";
    static final String MIRROR_FLOW =
            "The sum of the figures by citizenship that this release publishes, by the distance between the country or area and"
                    + " the country of citizenship. If one of them is withheld there is no value, but a lower bound, the sum of those"
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

    private MethodTexts() {}
}
