package org.tipstats.compile.mirror;

import java.util.Objects;
import java.util.stream.Stream;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;

/**
 * The published figures of two areas about the citizens of one of them. Figures that are not published are null.
 *
 * @param cell the area that detected the victims, the area of their citizenship, and the year
 * @param detected the victims whom the area detected
 * @param returned the victims whom the area returned to the other area
 * @param received the victims whom the other area received from all areas; the same in all pairs, because this figure
 *     does not name where they came from
 */
record PairFigures(PublishedCounts.Cell cell, Observation detected, Observation returned, Observation received) {

    /** Returns whether one of the figures is withheld. A mirror then shows none of them. */
    boolean anyWithheld(Statuses statuses) {
        return Stream.of(detected, returned, received).filter(Objects::nonNull).anyMatch(statuses::isWithheld);
    }
}
