package org.tipstats.site.home;

import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.Code;

/**
 * The count of an area or group of areas in one year, and its rate.
 *
 * @param count null if the release has none
 * @param rate null if the release has none
 */
record AreaFigures(Code area, Observation count, Observation rate) {

    /** Returns the coverage of the count; null if there is none. */
    Coverage coverage() {
        return count == null ? null : count.coverage();
    }
}
