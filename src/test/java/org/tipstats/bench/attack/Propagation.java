package org.tipstats.bench.attack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;

/**
 * Narrows the limits of unknowns relation by relation until nothing changes: the other terms of a sum limit each term.
 * As long as the figures are contradictory, gives up assumed relations one by one.
 */
final class Propagation {

    private final SumPuzzle puzzle;
    private final List<Relation> kept;
    private final List<String> givenUp = new ArrayList<>();
    private final List<List<Integer>> relationsOf = new ArrayList<>();
    private long[] least;
    private long[] most;
    private int[] reason;
    private boolean contradictory;

    Propagation(SumPuzzle puzzle) {
        this.puzzle = puzzle;
        this.kept = new ArrayList<>(puzzle.relations());
        for (int i = 0; i < puzzle.size(); i++) {
            relationsOf.add(new ArrayList<>());
        }
        for (int r = 0; r < kept.size(); r++) {
            for (int unknown : kept.get(r).unknowns()) {
                relationsOf.get(unknown).add(r);
            }
        }
        int wrong = run();
        while (wrong >= 0) {
            int assumed = assumedBehind(wrong);
            if (assumed < 0) {
                contradictory = true;
                return;
            }
            givenUp.add(kept.get(assumed).source());
            kept.set(assumed, null);
            wrong = run();
        }
    }

    /** Returns whether the relations are contradictory even without assumptions. The limits then mean nothing. */
    boolean isContradictory() {
        return contradictory;
    }

    /** Returns the sources of the assumptions that were given up. */
    List<String> givenUp() {
        return givenUp;
    }

    long least(int unknown) {
        return least[unknown];
    }

    long most(int unknown) {
        return most[unknown];
    }

    /** Returns the puzzle with the narrower limits and without the relations that were given up. */
    SumPuzzle narrowed() {
        SumPuzzle narrowed = new SumPuzzle();
        for (int i = 0; i < puzzle.size(); i++) {
            narrowed.unknown(puzzle.name(i), least[i], most[i]);
        }
        kept.stream().filter(relation -> relation != null).forEach(narrowed::add);
        return narrowed;
    }

    /** Propagates from the start. Returns the index of a relation that cannot hold, or -1. */
    private int run() {
        least = new long[puzzle.size()];
        most = new long[puzzle.size()];
        Arrays.setAll(least, puzzle::least);
        Arrays.setAll(most, puzzle::most);
        reason = new int[puzzle.size()];
        Arrays.fill(reason, -1);
        Deque<Integer> queue = new ArrayDeque<>();
        boolean[] queued = new boolean[kept.size()];
        for (int r = 0; r < kept.size(); r++) {
            queue.add(r);
            queued[r] = true;
        }
        while (!queue.isEmpty()) {
            int r = queue.poll();
            queued[r] = false;
            if (kept.get(r) != null && !apply(r, queue, queued)) {
                return r;
            }
        }
        return -1;
    }

    private boolean apply(int r, Deque<Integer> queue, boolean[] queued) {
        Relation relation = kept.get(r);
        long low = 0;
        long high = 0;
        for (int i = 0; i < relation.unknowns().length; i++) {
            low += lowest(relation, i);
            high += highest(relation, i);
        }
        if (low > relation.most() || high < relation.least()) {
            return false;
        }
        for (int i = 0; i < relation.unknowns().length; i++) {
            long termMost = relation.most() - (low - lowest(relation, i));
            long termLeast = relation.least() - (high - highest(relation, i));
            boolean positive = relation.signs()[i] > 0;
            int unknown = relation.unknowns()[i];
            if (tighten(unknown, positive ? termLeast : -termMost, positive ? termMost : -termLeast)) {
                reason[unknown] = r;
                for (int next : relationsOf.get(unknown)) {
                    if (!queued[next]) {
                        queued[next] = true;
                        queue.add(next);
                    }
                }
                return least[unknown] <= most[unknown] && again(r, queue, queued);
            }
        }
        return true;
    }

    private static boolean again(int r, Deque<Integer> queue, boolean[] queued) {
        if (!queued[r]) {
            queued[r] = true;
            queue.add(r);
        }
        return true;
    }

    private boolean tighten(int unknown, long newLeast, long newMost) {
        boolean tighter = false;
        if (newLeast > least[unknown]) {
            least[unknown] = newLeast;
            tighter = true;
        }
        if (newMost < most[unknown]) {
            most[unknown] = newMost;
            tighter = true;
        }
        return tighter;
    }

    private long lowest(Relation relation, int i) {
        int unknown = relation.unknowns()[i];
        return relation.signs()[i] > 0 ? least[unknown] : -most[unknown];
    }

    private long highest(Relation relation, int i) {
        int unknown = relation.unknowns()[i];
        return relation.signs()[i] > 0 ? most[unknown] : -least[unknown];
    }

    /**
     * Returns the assumption nearest to a contradiction: this relation, or one that narrowed its unknowns. Returns -1
     * if there is none.
     */
    private int assumedBehind(int wrong) {
        Deque<Integer> queue = new ArrayDeque<>(List.of(wrong));
        TreeSet<Integer> seen = new TreeSet<>(List.of(wrong));
        while (!queue.isEmpty()) {
            int r = queue.poll();
            if (kept.get(r).assumed()) {
                return r;
            }
            for (int unknown : kept.get(r).unknowns()) {
                if (reason[unknown] >= 0 && seen.add(reason[unknown])) {
                    queue.add(reason[unknown]);
                }
            }
        }
        return -1;
    }
}
