package org.tipstats.bench.attack;

/** Arithmetic modulo the prime 2^61 - 1: exact, without overflow or tolerance. */
final class Prime {

    static final long P = (1L << 61) - 1;

    private Prime() {}

    /** Returns the residue of any number, from 0 to P - 1. */
    static long of(long number) {
        return Math.floorMod(number, P);
    }

    /** Returns the number of the smallest absolute value with this residue. */
    static long signed(long residue) {
        return residue > P / 2 ? residue - P : residue;
    }

    static long minus(long a, long b) {
        long difference = a - b;
        return difference < 0 ? difference + P : difference;
    }

    static long times(long a, long b) {
        long low = a * b;
        long high = Math.multiplyHigh(a, b);
        long sum = (low & P) + ((low >>> 61) | (high << 3));
        return sum >= P ? sum - P : sum;
    }

    /** Returns the multiplicative inverse of a number, by Fermat's little theorem. */
    static long inverse(long a) {
        long result = 1;
        long square = a;
        for (long exponent = P - 2; exponent > 0; exponent >>= 1) {
            if ((exponent & 1) == 1) {
                result = times(result, square);
            }
            square = times(square, square);
        }
        return result;
    }
}
