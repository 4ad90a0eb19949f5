package org.tipstats.compile.aggregate;

import org.tipstats.vocabulary.cube.Observation;

/** The running sum of one figure of a group. */
final class Tally {

    private long sum;
    private int reporting;
    private int masked;
    private long population;

    /**
     * Adds a reporting area.
     *
     * @param observation the count of the area, which may be masked
     * @param persons the population of the area, or 0 if unknown
     */
    void add(Observation observation, long persons) {
        reporting++;
        population += persons;
        if (observation.value() == null) {
            masked++;
        } else {
            sum = Math.addExact(sum, observation.value().longValueExact());
        }
    }

    /** Returns the sum if every masked count is 0. */
    long lower() {
        return sum;
    }

    /** Returns the sum if every masked count has the largest value that may be masked. */
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

    /** Returns the population of all areas that were added. */
    long population() {
        return population;
    }
}
