package org.tipstats.site.home;

import org.tipstats.vocabulary.cube.Coverage;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;

/**
 * The count of an area or group of areas in one year, and its rate.
 *
 * @param count null where the release has none
 * @param rate null where the release has none
 */
record AreaFigures(Code area, Observation count, Observation rate) {

    /** What the count rests on; null for none. */
    Coverage coverage() {
        return count == null ? null : count.coverage();
    }
}
