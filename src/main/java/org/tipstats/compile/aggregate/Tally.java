package org.tipstats.compile.aggregate;

import org.tipstats.vocabulary.cube.Observation;

/** The running sum of one figure of a group. */
final class Tally {

    private long sum;
    private int reporting;
    private int masked;
    private long population;

    /** Adds a reporting area: its count, or the fact that it is masked, and its population (0 where unknown). */
    void add(Observation observation, long persons) {
        reporting++;
        population += persons;
        if (observation.value() == null) {
            masked++;
        } else {
            sum = Math.addExact(sum, observation.value().longValueExact());
        }
    }

    /** The sum with every masked count taken as 0. */
    long lower() {
        return sum;
    }

    /** The sum with every masked count taken as the largest that is masked. */
    long upper(int largestMasked) {
        return Math.addExact(sum, (long) masked * largestMasked);
    }

    int reporting() {
        return reporting;
    }

    int masked() {
        return masked;
    }

    boolean allMasked() {
        return masked == reporting;
    }

    /** The population of the areas added. */
    long population() {
        return population;
    }
}
