package org.tipstats.protect.round;

import java.util.List;

/**
 * A total and its reported parts along one dimension.
 *
 * @param dimension the dimension's id
 * @param parts the parts that have a value; they don't exceed the total
 * @param masked how many parts their provider masked
 */
record Line(Figure total, String dimension, List<Figure> parts, int masked) {

    /** What the total has above its parts. */
    long remainder() {
        return total.value() - parts.stream().mapToLong(Figure::value).sum();
    }

    /** Whether the remainder could be masked parts alone, none above the largest, so that it must not show. */
    boolean hides(long largestMasked) {
        return masked > 0 && remainder() <= masked * largestMasked;
    }

    /** What the remainder is called, in every release. */
    String remainderName() {
        return total.name() + "/" + dimension + (masked > 0 ? "?" : "");
    }

    /** What the remainder has become. */
    long roundedRemainder() {
        return total.rounded() - parts.stream().mapToLong(Figure::rounded).sum();
    }
}
