package org.tipstats.protect.round;

import java.util.List;

/**
 * A total and its reported parts along one dimension.
 *
 * @param dimension the dimension's id
 * @param parts the parts that have a value
 * @param masked the number of parts that the provider masked
 * @param remainder the difference between the total and the sum of its parts, not negative
 * @param step the step if the remainder is always rounded to a multiple of the step; otherwise 0. A remainder that
 *     could reveal a masked part has a step
 */
record FigureLine(
        NationalFigure total, String dimension, List<NationalFigure> parts, int masked, long remainder, long step) {

    /** Returns the name that identifies the remainder in every release. */
    String remainderName() {
        return total.name() + "/" + dimension + (masked > 0 ? "?" : "");
    }
}
