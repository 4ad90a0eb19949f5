package org.tipstats.protect.equations;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Narrows the bounds of unknowns without a solver: it applies one equation after the other, in whole numbers, until
 * nothing changes or a limit is reached. An intruder can do the same subtractions by hand. They are exact and recover
 * many values.
 */
public final class Bounds {

    /**
     * The largest number of times that one equation is applied. The bounds may improve by very little each time, so a
     * solver then continues the work.
     */
    private static final int MAX_VISITS = 40;

    private final long[] lower;
    private final long[] upper;
    private final List<Equation> equations;
    private final List<List<Integer>> uses;
    private final int[] visits;
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final BitSet isWaiting = new BitSet();
    private final BitSet contradicted = new BitSet();

    public Bounds(long[] lower, long[] upper, List<Equation> equations) {
        this.lower = lower;
        this.upper = upper;
        this.equations = equations;
        this.visits = new int[equations.size()];
        this.uses = new ArrayList<>(lower.length);
        for (int i = 0; i < lower.length; i++) {
            uses.add(new ArrayList<>(2));
        }
        for (int e = 0; e < equations.size(); e++) {
            for (int unknown : equations.get(e).unknowns()) {
                uses.get(unknown).add(e);
            }
            push(e);
        }
    }

    /** Returns the lowest sum that the bounds of an equation's unknowns allow. */
    static long least(Equation equation, long[] lower, long[] upper) {
        return extreme(equation, -1, lower, upper);
    }

    /** Returns the highest sum that the bounds of an equation's unknowns allow. */
    static long most(Equation equation, long[] lower, long[] upper) {
        return extreme(equation, 1, lower, upper);
    }

    private static long extreme(Equation equation, int direction, long[] lower, long[] upper) {
        long sum = 0;
        for (int i = 0; i < equation.size(); i++) {
            long end = end(equation, i, direction, lower, upper);
            if (end == direction * Equation.FREE) {
                return end;
            }
            sum += end;
        }
        return sum;
    }

    /** Returns the lowest (direction -1) or the highest (direction 1) possible value of a term. */
    private static long end(Equation equation, int i, int direction, long[] lower, long[] upper) {
        int sign = equation.signs()[i];
        long bound = (sign * direction > 0 ? upper : lower)[equation.unknowns()[i]];
        return bound >= Equation.FREE ? direction * Equation.FREE : sign * bound;
    }

    private void push(int equation) {
        if (visits[equation] < MAX_VISITS && !contradicted.get(equation) && !isWaiting.get(equation)) {
            isWaiting.set(equation);
            waiting.add(equation);
        }
    }

    /**
     * Narrows the bounds as far as {@link #MAX_VISITS} allows. Returns the indexes of the contradicted equations: no
     * values within the bounds satisfy them. A contradicted equation is not applied again.
     */
    public BitSet narrow() {
        while (!waiting.isEmpty()) {
            int equation = waiting.poll();
            isWaiting.clear(equation);
            visits[equation]++;
            narrow(equation);
        }
        return contradicted;
    }

    private void narrow(int number) {
        Equation equation = equations.get(number);
        long least = 0;
        long most = 0;
        int freeBelow = 0;
        int freeAbove = 0;
        for (int i = 0; i < equation.size(); i++) {
            long low = low(equation, i);
            long high = high(equation, i);
            freeBelow += low == -Equation.FREE ? 1 : 0;
            freeAbove += high == Equation.FREE ? 1 : 0;
            least += low == -Equation.FREE ? 0 : low;
            most += high == Equation.FREE ? 0 : high;
        }
        if (freeBelow == 0 && least > equation.upper() || freeAbove == 0 && most < equation.lower()) {
            contradicted.set(number);
            return;
        }
        for (int i = 0; i < equation.size(); i++) {
            long low = low(equation, i);
            long high = high(equation, i);
            boolean belowKnown = freeBelow == 0 || freeBelow == 1 && low == -Equation.FREE;
            boolean aboveKnown = freeAbove == 0 || freeAbove == 1 && high == Equation.FREE;
            long othersLeast = least - (low == -Equation.FREE ? 0 : low);
            long othersMost = most - (high == Equation.FREE ? 0 : high);
            long newHigh = belowKnown && equation.upper() < Equation.FREE ? equation.upper() - othersLeast : high;
            long newLow = aboveKnown && equation.lower() > -Equation.FREE ? equation.lower() - othersMost : low;
            tighten(equation, i, Math.max(low, newLow), Math.min(high, newHigh));
        }
    }

    private long low(Equation equation, int i) {
        return end(equation, i, -1, lower, upper);
    }

    private long high(Equation equation, int i) {
        return end(equation, i, 1, lower, upper);
    }

    /** Narrows the bounds of an unknown, so that its term in an equation is between two numbers. */
    private void tighten(Equation equation, int i, long low, long high) {
        int unknown = equation.unknowns()[i];
        int sign = equation.signs()[i];
        long least = sign > 0 ? low : -high;
        long most = sign > 0 ? high : -low;
        int times = Math.abs(sign);
        long newLower = least <= -Equation.FREE ? lower[unknown] : -Math.floorDiv(-least, times);
        long newUpper = most >= Equation.FREE ? upper[unknown] : Math.floorDiv(most, times);
        if (newLower <= newUpper && (newLower > lower[unknown] || newUpper < upper[unknown])) {
            lower[unknown] = Math.max(lower[unknown], newLower);
            upper[unknown] = Math.min(upper[unknown], newUpper);
            uses.get(unknown).forEach(this::push);
        }
    }
}
