package org.tipstats.protect.round;

/**
 * One of the cells that are rounded. Every figure of an area and year is a sum of inner cells. An inner cell is either
 * a finest reported figure, or the remainder of a total: the difference between the total and its reported parts.
 */
final class InnerCell {

    private final String name;
    private final long value;
    private final long step;
    private final boolean remainder;
    private boolean decided;
    private long rounded;

    /**
     * Creates a cell.
     *
     * @param name the name that identifies the cell in every release
     * @param value the true count of the cell
     * @param step the step if the cell is always rounded to a multiple of a step, even if no published cell is small;
     *     otherwise 0. A remainder has a step if it could reveal a masked count
     * @param remainder true if the cell is the remainder of a total
     */
    InnerCell(String name, long value, long step, boolean remainder) {
        if (value < 0) {
            throw new IllegalArgumentException("a count is not negative: " + value);
        }
        this.name = name;
        this.value = value;
        this.step = step;
        this.remainder = remainder;
        this.rounded = value;
    }

    String name() {
        return name;
    }

    long value() {
        return value;
    }

    long step() {
        return step;
    }

    boolean isRemainder() {
        return remainder;
    }

    /** Returns the rounded count. Before the rounding, this is the earlier decision or, without one, the true count. */
    long rounded() {
        return rounded;
    }

    void setRounded(long count) {
        rounded = count;
    }

    boolean isDecided() {
        return decided;
    }

    void decide(long published) {
        decided = true;
        rounded = published;
    }
}
