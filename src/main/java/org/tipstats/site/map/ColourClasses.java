package org.tipstats.site.map;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Up to five classes of values above zero, each with about the same number of values. Zero is a class of its own. The
 * limits of the classes are round numbers, which are easy to read and remember.
 *
 * @param limits the highest value of each class except the last, ascending
 */
record ColourClasses(List<BigDecimal> limits) {

    static final int MAX_CLASSES = 5;

    private static final BigDecimal[] ROUND_FACTORS = {
        new BigDecimal("1"),
        new BigDecimal("1.5"),
        new BigDecimal("2"),
        new BigDecimal("3"),
        new BigDecimal("5"),
        new BigDecimal("7"),
        new BigDecimal("10")
    };

    ColourClasses {
        limits = List.copyOf(limits);
    }

    /** Creates the classes for some values, in any order. Ignores zeros. */
    static ColourClasses of(Collection<BigDecimal> values) {
        List<BigDecimal> sorted =
                values.stream().filter(value -> value.signum() > 0).sorted().toList();
        List<BigDecimal> limits = new ArrayList<>();
        for (int i = 1; i < MAX_CLASSES && !sorted.isEmpty(); i++) {
            BigDecimal limit = round(sorted.get((int) ((long) i * sorted.size() / MAX_CLASSES)));
            boolean parts = limit.compareTo(sorted.get(0)) >= 0 && limit.compareTo(sorted.get(sorted.size() - 1)) < 0;
            if (parts && (limits.isEmpty() || limit.compareTo(limits.get(limits.size() - 1)) > 0)) {
                limits.add(limit);
            }
        }
        return new ColourClasses(limits);
    }

    /** Returns the round number whose ratio to a value is nearest to 1, for example 150 for 160. */
    private static BigDecimal round(BigDecimal value) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(value.precision() - value.scale() - 1);
        BigDecimal best = power;
        for (BigDecimal step : ROUND_FACTORS) {
            BigDecimal candidate = power.multiply(step);
            if (ratio(candidate, value).compareTo(ratio(best, value)) < 0) {
                best = candidate;
            }
        }
        BigDecimal plain = best.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain;
    }

    private static BigDecimal ratio(BigDecimal one, BigDecimal other) {
        return one.max(other).divide(one.min(other), MathContext.DECIMAL64);
    }

    /** Returns the number of classes above zero. */
    int size() {
        return limits.size() + 1;
    }

    /** Returns the number of the class of a value: 0 for the value zero, otherwise from 1. */
    int of(BigDecimal value) {
        if (value.signum() == 0) {
            return 0;
        }
        int number = 1;
        while (number <= limits.size() && value.compareTo(limits.get(number - 1)) > 0) {
            number++;
        }
        return number;
    }

    /**
     * Returns the number of a class's colour on the scale of five colours, from 1; 0 for the value zero. If there are
     * fewer classes, some colours are skipped.
     */
    int colour(int number) {
        return number == 0 || size() == 1
                ? Math.min(number, 1) * 3
                : 1 + (number - 1) * (MAX_CLASSES - 1) / (size() - 1);
    }
}
