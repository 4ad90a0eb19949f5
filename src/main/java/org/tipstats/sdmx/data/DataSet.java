package org.tipstats.sdmx.data;

import java.time.Instant;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/**
 * Observations that are all to be treated alike.
 *
 * @param validFrom from when on they hold, or null
 * @param validTo until when those that are deleted held, or null
 * @param places where they are in the cube, in the order in which they are wanted
 */
public record DataSet(Action action, Instant validFrom, Instant validTo, Cube cube, int[] places) {

    /** What a receiver is to do with the observations. */
    public enum Action {
        REPLACE,
        /** To replace what is given and keep the rest. */
        MERGE,
        DELETE
    }

    Observation at(int index) {
        return cube.at(places[index]);
    }
}
