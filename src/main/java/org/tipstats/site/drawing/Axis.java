package org.tipstats.site.drawing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * An axis of values from zero.
 *
 * @param top where it ends, above zero
 * @param ticks from zero to the top
 */
public record Axis(BigDecimal top, List<Tick> ticks) {

    private static final int MOST_STEPS = 4;
    private static final int[] NICE = {1, 2, 5, 10};

    /** A labelled place of the axis. */
    public record Tick(BigDecimal at, String text) {}

    public Axis {
        ticks = List.copyOf(ticks);
    }

    /**
     * An axis in steps of 1, 2 or 5 and zeros, at most four of them.
     *
     * @param largest what it has to reach; null or zero for an axis of its least length
     * @param least the smallest step, such as 1 for counts
     * @param words how a number is written
     */
    public static Axis reaching(BigDecimal largest, BigDecimal least, Function<BigDecimal, String> words) {
        BigDecimal goal = largest == null || largest.signum() <= 0 ? least : largest;
        BigDecimal step = step(goal, least);
        List<Tick> ticks = new ArrayList<>();
        BigDecimal at = BigDecimal.ZERO;
        ticks.add(new Tick(at, words.apply(at)));
        while (at.compareTo(goal) < 0) {
            at = at.add(step);
            ticks.add(new Tick(at, words.apply(at)));
        }
        return new Axis(at, ticks);
    }

    private static BigDecimal step(BigDecimal goal, BigDecimal least) {
        BigDecimal exact = goal.divide(BigDecimal.valueOf(MOST_STEPS), goal.scale() + 2, RoundingMode.HALF_UP);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(exact.precision() - exact.scale() - 1);
        BigDecimal step = power;
        for (int nice : NICE) {
            step = power.multiply(BigDecimal.valueOf(nice));
            if (step.compareTo(exact) >= 0) {
                break;
            }
        }
        BigDecimal plain = step.max(least).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** How far along the axis a value is: 0 to 1. */
    double share(BigDecimal value) {
        return value.doubleValue() / top.doubleValue();
    }

    /** The length of the longest label. */
    int longest() {
        return ticks.stream().mapToInt(tick -> tick.text().length()).max().orElse(0);
    }
}
