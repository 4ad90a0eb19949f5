package org.tipstats.protect.round;

/**
 * A cell that the figures of an area and year are sums of: a finest reported figure, or the rest by which a total
 * exceeds its reported parts.
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
     * @param name identifies it in every release
     * @param value its true count
     * @param step the step if it is always rounded to a multiple of it; otherwise 0
     * @param remainder true if it is the rest by which a total exceeds its parts, which no figure shows alone
     */
    InnerCell(String name, long value, long step, boolean remainder) {
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

    /** Returns the current rounded value, which is the true count at first. */
    long rounded() {
        return rounded;
    }

    void setRounded(long count) {
        rounded = count;
    }

    /** Returns true if an earlier release published the value. */
    boolean isDecided() {
        return decided;
    }

    void decide(long published) {
        decided = true;
        rounded = published;
    }
}
