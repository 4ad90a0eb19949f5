package org.tipstats.bench.world;

import java.util.List;
import java.util.Random;

/**
 * Random numbers that depend only on the question: the same seed, area and year always give the same numbers, in any
 * order of the calls.
 */
final class TestRandom {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Random random;

    /**
     * Starts a sequence of random numbers.
     *
     * @param about the seed and further numbers that identify this use of chance
     */
    TestRandom(long... about) {
        long state = 0;
        for (long part : about) {
            state = mixed(state + GOLDEN + part);
        }
        this.random = new Random(state);
    }

    /**
     * Returns the value mixed by the finaliser of SplitMix64 (Steele, Lea, Flood 2014), so that neighbouring seeds give
     * unrelated numbers.
     */
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** Returns a whole number between the two, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Returns a positive number around the median. A larger spread gives a heavier tail. */
    double logNormal(double median, double spread) {
        return median * StrictMath.exp(spread * random.nextGaussian());
    }

    /** Returns the index of one of the weights. Its probability is its share of the sum of the weights. */
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

    /** Returns the weights, each made larger or smaller at random. */
    double[] varied(double spread, double... weights) {
        double[] varied = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            varied[i] = weights[i] * logNormal(1, spread);
        }
        return varied;
    }

    /** Shuffles a modifiable list. */
    void shuffle(List<?> list) {
        java.util.Collections.shuffle(list, random);
    }
}
