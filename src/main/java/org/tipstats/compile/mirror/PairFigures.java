package org.tipstats.compile.mirror;

import java.util.Objects;
import java.util.stream.Stream;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;

/**
 * The published figures of two areas about the citizens of the second area. Figures that are not published are null.
 *
 * @param cell the area that detected the victims, the area of their citizenship, and the year
 * @param detected the victims whom the first area detected
 * @param returned the victims whom the first area returned to the second area
 * @param received the victims whom the second area received from all areas; the same in all pairs with this second
 *     area, because the figure does not say where the victims came from
 */
record PairFigures(PublishedCounts.Cell cell, Observation detected, Observation returned, Observation received) {

    /** Returns true if one of the figures is withheld. Then a mirror shows none of these figures. */
    boolean anyWithheld(Statuses statuses) {
        return Stream.of(detected, returned, received).filter(Objects::nonNull).anyMatch(statuses::isWithheld);
    }
}
