package org.tipstats.compile.mirror;

import java.util.Objects;
import java.util.stream.Stream;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;

/**
 * The published figures of two areas about the citizens of one of them; null where there is none.
 *
 * @param cell the area that detected them, the area of their citizenship, and the year
 * @param received the same for every area that detected any: returns have no origin
 */
record Counterparts(PublishedCounts.Cell cell, Observation detected, Observation returned, Observation received) {

    /** If one of them is withheld, a mirror shows none of them. */
    boolean anyWithheld(Statuses statuses) {
        return Stream.of(detected, returned, received).filter(Objects::nonNull).anyMatch(statuses::isWithheld);
    }
}
