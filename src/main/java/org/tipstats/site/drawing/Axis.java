package org.tipstats.site.drawing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * An axis of values that begins at zero.
 *
 * @param top the value at the end of the axis, above zero
 * @param ticks the labelled values from zero to {@code top}
 */
public record Axis(BigDecimal top, List<Tick> ticks) {

    private static final int MAX_STEPS = 4;
    private static final int[] STEP_FACTORS = {1, 2, 5, 10};

    /** A labelled value on the axis. */
    public record Tick(BigDecimal at, String text) {}

    public Axis {
        ticks = List.copyOf(ticks);
    }

    /**
     * Creates an axis of at most four equal steps. A step is 1, 2 or 5 times a power of ten, or {@code least} if that
     * is larger.
     *
     * @param largest the value that the axis must reach; null or zero for the shortest axis
     * @param least the smallest allowed step, for example 1 for counts
     * @param words a function that formats a number
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
        BigDecimal exact = goal.divide(BigDecimal.valueOf(MAX_STEPS), goal.scale() + 2, RoundingMode.HALF_UP);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(exact.precision() - exact.scale() - 1);
        BigDecimal step = power;
        for (int nice : STEP_FACTORS) {
            step = power.multiply(BigDecimal.valueOf(nice));
            if (step.compareTo(exact) >= 0) {
                break;
            }
        }
        BigDecimal plain = step.max(least).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** Returns the position of a value on the axis, from 0 to 1. */
    double share(BigDecimal value) {
        return value.doubleValue() / top.doubleValue();
    }

    /** Returns the length of the longest label in characters. A percent sign counts as two characters. */
    int longest() {
        return ticks.stream()
                .mapToInt(tick -> tick.text().replace("%", "%%").length())
                .max()
                .orElse(0);
    }
}
