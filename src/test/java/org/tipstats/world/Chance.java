package org.tipstats.world;

import java.util.List;
import java.util.Random;

/**
 * Chance that depends on what it is asked about and on nothing else: the same seed, area and year always give the same
 * numbers, in whatever order they are asked for.
 */
final class Chance {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Random random;

    /** @param about the seed, and what tells this use of chance from all others */
    Chance(long... about) {
        long state = 0;
        for (long part : about) {
            state = mixed(state + GOLDEN + part);
        }
        this.random = new Random(state);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014), so that neighbouring seeds have nothing in common. */
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number from one to the other, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** A positive number around the median; the larger the spread, the heavier the tail. */
    double logNormal(double median, double spread) {
        return median * StrictMath.exp(spread * random.nextGaussian());
    }

    /** The position of one of the weights, with a probability as large as its part of their sum. */
    int drawn(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** The weights, each made larger or smaller. */
    double[] varied(double spread, double... weights) {
        double[] varied = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            varied[i] = weights[i] * logNormal(1, spread);
        }
        return varied;
    }

    /** Shuffles a list that can be changed. */
    void shuffle(List<?> list) {
        java.util.Collections.shuffle(list, random);
    }
}
