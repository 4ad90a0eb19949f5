package org.tipstats.bench.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Finds the unknowns of a puzzle that can have only one value. It uses three means of growing strength: the equations
 * alone, limits that pass from relation to relation in whole numbers, and linear programs over all relations together.
 */
final class Attack {

    /** The means that found an unknown. */
    enum Means {
        EQUATIONS,
        LIMITS,
        PROGRAMS
    }

    /** An unknown whose value was found. */
    record Found(int unknown, String name, long value, Means means) {}

    /**
     * The result of an attack.
     *
     * @param found the unknowns that are revealed, by their numbers
     * @param untried the number of unknowns that were not tried because the number of programs is limited
     * @param programs the number of linear programs solved
     * @param givenUp assumptions that the figures contradict
     * @param contradictory unknowns in parts of the puzzle that are contradictory even without assumptions
     */
    record Outcome(
            Map<Integer, Found> found, int untried, int programs, List<String> givenUp, List<String> contradictory) {}

    private final SumPuzzle puzzle;
    private final int mostPrograms;
    private final Map<Integer, Found> found = new TreeMap<>();
    private final List<String> givenUp = new ArrayList<>();
    private final List<String> contradictory = new ArrayList<>();
    private int untried;
    private int programs;

    private Attack(SumPuzzle puzzle, int mostPrograms) {
        this.puzzle = puzzle;
        this.mostPrograms = mostPrograms;
    }

    /**
     * Attacks a puzzle.
     *
     * @param mostPrograms the largest number of linear programs for each part of the puzzle
     */
    static Outcome on(SumPuzzle puzzle, int mostPrograms) {
        Attack attack = new Attack(puzzle, mostPrograms);
        List<int[]> parts = puzzle.parts();
        int[] partOf = new int[puzzle.size()];
        List<List<Relation>> relations = new ArrayList<>();
        for (int[] part : parts) {
            for (int unknown : part) {
                partOf[unknown] = relations.size();
            }
            relations.add(new ArrayList<>());
        }
        puzzle.relations().forEach(r -> relations.get(partOf[r.unknowns()[0]]).add(r));
        for (int i = 0; i < parts.size(); i++) {
            attack.part(parts.get(i), puzzle.part(parts.get(i), relations.get(i)));
        }
        return new Outcome(attack.found, attack.untried, attack.programs, attack.givenUp, attack.contradictory);
    }

    private void part(int[] numbers, SumPuzzle part) {
        Propagation limits = new Propagation(part);
        givenUp.addAll(limits.givenUp());
        if (limits.isContradictory()) {
            giveUp(part);
            return;
        }
        SumPuzzle narrowed = limits.narrowed();
        Elimination equations = new Elimination(narrowed);
        if (equations.isContradictory()) {
            giveUp(part);
            return;
        }
        for (int i = 0; i < numbers.length; i++) {
            OptionalLong value = equations.determined(i);
            if (value.isPresent()) {
                narrowed.narrow(i, value.getAsLong(), value.getAsLong());
                found(numbers[i], value.getAsLong(), Means.EQUATIONS);
            } else if (limits.least(i) == limits.most(i)) {
                found(numbers[i], limits.least(i), Means.LIMITS);
            }
        }
        if (numbers.length > 1 && !narrowed.relations().isEmpty()) {
            programs(numbers, narrowed);
        }
    }

    private void programs(int[] numbers, SumPuzzle narrowed) {
        try (LinearPrograms all = new LinearPrograms(narrowed, mostPrograms)) {
            programs += all.solved();
            if (all.isInfeasible()) {
                giveUp(narrowed);
                return;
            }
            for (int i = 0; i < numbers.length; i++) {
                if (all.isUnique(i) && !found.containsKey(numbers[i])) {
                    found(numbers[i], all.value(i), Means.PROGRAMS);
                }
                untried += all.isUntried(i) && !found.containsKey(numbers[i]) ? 1 : 0;
            }
        }
    }

    private void giveUp(SumPuzzle part) {
        for (int i = 0; i < part.size(); i++) {
            contradictory.add(part.name(i));
        }
    }

    private void found(int unknown, long value, Means means) {
        found.put(unknown, new Found(unknown, puzzle.name(unknown), value, means));
    }
}
