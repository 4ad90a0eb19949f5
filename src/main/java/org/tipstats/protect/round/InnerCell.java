package org.tipstats.protect.round;

/**
 * A cell that figures of an area and year are sums of: a finest reported figure, or what a total has above its reported
 * parts.
 */
final class InnerCell {

    private final String name;
    private final long value;
    private final long step;
    private final boolean remainder;
    private boolean decided;
    private long rounded;

    /**
     * @param name what tells it from all others, in every release
     * @param value its true count
     * @param step the step to multiples of which it is always rounded; 0 for none
     * @param remainder whether it is what a total has above its parts, so that no figure shows it alone
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

    /** What it became so far; the true count at first. */
    long rounded() {
        return rounded;
    }

    void become(long count) {
        rounded = count;
    }

    /** Whether an earlier release published what it becomes. */
    boolean isDecided() {
        return decided;
    }

    void decide(long published) {
        decided = true;
        rounded = published;
    }
}
