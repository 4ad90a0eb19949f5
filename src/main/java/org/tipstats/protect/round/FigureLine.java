package org.tipstats.protect.round;

import java.util.List;

/**
 * A total and its reported parts along one dimension.
 *
 * @param dimension the dimension's id
 * @param parts the parts that have a value; their sum does not exceed the total
 * @param masked the number of parts that the provider masked
 */
record FigureLine(NationalFigure total, String dimension, List<NationalFigure> parts, int masked) {

    /** Returns the difference between the total and the sum of its parts. */
    long remainder() {
        return total.value() - parts.stream().mapToLong(NationalFigure::value).sum();
    }

    /** Returns the name that identifies the remainder in every release. */
    String remainderName() {
        return total.name() + "/" + dimension + (masked > 0 ? "?" : "");
    }
}
