package org.tipstats.sdmx.data;

import java.time.Instant;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/**
 * Observations to which a receiver applies the same action.
 *
 * @param validFrom the instant from which the observations are valid, or null
 * @param validTo the instant until which deleted observations were valid, or null
 * @param places the indexes of the observations in the cube, in the order to write them
 */
public record DataSet(Action action, Instant validFrom, Instant validTo, Cube cube, int[] indexes) {

    /** The action that a receiver applies to the observations. */
    public enum Action {
        REPLACE,
        /** Replaces the given components and keeps the others. */
        MERGE,
        DELETE
    }

    Observation at(int index) {
        return cube.at(indexes[index]);
    }
}
