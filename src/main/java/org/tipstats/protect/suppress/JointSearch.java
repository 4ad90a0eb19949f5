package org.tipstats.protect.suppress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Looks for tables that differ from the true one in many sensitive cells at once: one linear program with a reward for
 * each of them, and for open cells the price of hiding them, does the work of thousands that ask for one cell each, and
 * finds cells that protect several.
 *
 * <p>Whether a cell is to become more or less has to be said beforehand; each round says it anew for the cells that were
 * not moved yet, such that those of a line make up for each other where they can.
 */
final class JointSearch {

    private static final int ROUNDS = 24;

    /** The reward for a cell, set against the usual price of hiding one: dear protection is left to later rounds. */
    private static final double REWARD = 20;

    /** The reward grows once a round moves fewer than this share of the cells that are left. */
    private static final double FEW_MOVED = 0.4;

    private static final double GROWTH = 2;

    /** How often fractions are rounded towards no change, and how many at a time. */
    private static final int DIVES = 40;

    private static final int FEW = 3;

    /** The more cells are asked to move, the more fractions are rounded at a time: one more for so many cells. */
    private static final int ASKED = 50;

    /** After so many rounds in a row that move no cell the search ends. */
    private static final int IDLE = 4;

    private static final double NEAR = 1e-6;

    /** What a hidden cell costs, set against the usual price: less makes moves long, and programs slow. */
    private static final double HIDDEN = 0.05;

    /** A hidden cell that may change by so much either way closes a line whatever the others do, nearly always. */
    private static final long ROOM = 3;

    /** By how much prices differ by chance: where few answers are as good as others, one is found sooner. */
    private static final double UNEVENNESS = 0.3;

    /** By how much the rewards of cells differ by chance, for the same reason. */
    private static final double SPREAD = 0.5;

    private final CellSystem system;
    private final UnaryOperator<double[]> answers;
    private final SplittableRandom chance;
    private final BitSet hidden = new BitSet();
    private final BitSet moved = new BitSet();
    private final List<Move> moves = new ArrayList<>();
    private final Neighbourhood neighbourhood;
    private final double usual;
    private long programs;

    /**
     * Prepares a search.
     *
     * @param pool what is hidden so far, and which cells need no move any more
     * @param seed another finds others
     * @param answers what becomes of each answer of the linear solver, which may be null
     */
    JointSearch(CellSystem system, MovePool pool, long seed, UnaryOperator<double[]> answers) {
        this.system = system;
        this.answers = answers;
        this.chance = new SplittableRandom(seed);
        this.hidden.or(pool.hidden());
        cells(CellSystem.Role.SENSITIVE).filter(pool::isProven).forEach(moved::set);
        this.neighbourhood = new Neighbourhood(system, this.hidden, new BitSet());
        this.usual = neighbourhood.usualWeight();
    }

    private IntStream cells(CellSystem.Role role) {
        return IntStream.range(0, system.size()).filter(cell -> system.role(cell) == role);
    }

    /** What is hidden when all that was found is to be possible. */
    BitSet hidden() {
        return hidden;
    }

    /** Moves in whole numbers, each checked. */
    List<Move> moves() {
        return moves;
    }

    long programs() {
        return programs;
    }

    void run() {
        double reward = REWARD;
        int idle = 0;
        int[] left = notMoved();
        for (int round = 0; round < ROUNDS && idle < IDLE && left.length > 0; round++) {
            ask(left, reward);
            int before = left.length;
            left = notMoved();
            idle = left.length < before ? 0 : idle + 1;
            reward *= left.length < before * (1 - FEW_MOVED) ? 1 : GROWTH;
        }
    }

    private int[] notMoved() {
        return cells(CellSystem.Role.SENSITIVE).filter(cell -> !moved.get(cell)).toArray();
    }

    /** For each cell 1, -1, or 0 for those that are not asked to move. */
    private int[] directions(int[] left) {
        int[] order = left.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int other = chance.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        int[] surplus = new int[system.lines()];
        int[] directions = new int[system.size()];
        for (int cell : order) {
            directions[cell] = direction(cell, surplus);
            int[] lines = system.linesOf(cell);
            for (int i = 0; i < lines.length; i++) {
                surplus[lines[i]] += directions[cell] * system.coefficientsIn(cell)[i];
            }
        }
        return directions;
    }

    private int direction(int cell, int[] surplus) {
        if (system.down(cell) == 0) {
            return 1;
        }
        if (system.up(cell) == 0) {
            return -1;
        }
        int more = 0;
        int[] lines = system.linesOf(cell);
        for (int i = 0; i < lines.length; i++) {
            int coefficient = system.coefficientsIn(cell)[i];
            more += Math.abs(surplus[lines[i]] + coefficient) - Math.abs(surplus[lines[i]] - coefficient);
        }
        if (more == 0) {
            return chance.nextBoolean() ? 1 : -1;
        }
        return more < 0 ? 1 : -1;
    }

    private void ask(int[] left, double reward) {
        int[] directions = directions(left);
        double[] prices = prices();
        BitSet still = new BitSet();
        BitSet closing = new BitSet();
        for (int cell = 0; cell < prices.length; cell++) {
            // What costs more to hide than a cell is worth stays shown: that keeps programs small.
            still.set(cell, system.role(cell) == CellSystem.Role.KNOWN || prices[cell] > reward);
            closing.set(cell, hidden.get(cell) && directions[cell] == 0 && hasRoom(cell));
        }
        try (JointSolver solver = new JointSolver(system, new Substitution(system, still, closing))) {
            for (int cell = 0; cell < prices.length; cell++) {
                if (!still.get(cell) && !solver.isSubstituted(cell)) {
                    solver.offer(cell, prices[cell]);
                    if (directions[cell] != 0) {
                        solver.reward(cell, directions[cell], reward * (1 + SPREAD * chance.nextDouble()));
                    }
                }
            }
            double[] changes = answer(solver);
            double[] whole = inWholeNumbers(solver, changes, FEW + left.length / ASKED);
            if (whole != null) {
                take(whole);
            } else if (changes != null) {
                propose(changes);
            }
        }
    }

    private double[] prices() {
        double[] prices = new double[system.size()];
        for (int cell = 0; cell < prices.length; cell++) {
            double price = hidden.get(cell) ? HIDDEN : system.weight(cell) / usual;
            prices[cell] = price * (1 + UNEVENNESS * chance.nextDouble());
        }
        return prices;
    }

    private boolean hasRoom(int cell) {
        return system.down(cell) <= -ROOM && system.up(cell) >= ROOM;
    }

    private double[] answer(JointSolver solver) {
        programs++;
        return answers.apply(solver.best());
    }

    /** Takes back what moves by fractions, little by little, until none is left; that no cell moves is always possible. */
    private double[] inWholeNumbers(JointSolver solver, double[] answer, int few) {
        double[] changes = answer;
        for (int dive = 0; dive < DIVES && changes != null; dive++) {
            if (solver.roundDown(changes, few) == 0) {
                return changes;
            }
            changes = answer(solver);
        }
        return null;
    }

    /** Fractions prove nothing, but show which cells to hide. */
    private void propose(double[] changes) {
        for (int cell = 0; cell < changes.length; cell++) {
            if (Math.abs(changes[cell]) > NEAR && system.role(cell) != CellSystem.Role.KNOWN) {
                hidden.set(cell);
                moved.set(cell);
            }
        }
    }

    /** The parts of an answer that have no line in common are moves of their own. */
    private void take(double[] changes) {
        int[] all = IntStream.range(0, changes.length)
                .filter(cell -> Math.abs(changes[cell]) > NEAR)
                .toArray();
        for (Components.Part part : Components.of(neighbourhood.system(all))) {
            take(changes, Arrays.stream(part.cells()).map(place -> all[place]).toArray());
        }
    }

    private void take(double[] changes, int[] cells) {
        Move move = new Move(
                cells,
                Arrays.stream(cells)
                        .mapToLong(cell -> Math.round(changes[cell]))
                        .toArray());
        BitSet with = (BitSet) hidden.clone();
        Arrays.stream(cells).forEach(with::set);
        boolean known = Arrays.stream(cells).anyMatch(cell -> system.role(cell) == CellSystem.Role.KNOWN);
        if (!known && move.isPossible(system, with)) {
            moves.add(move);
            hidden.or(with);
            Arrays.stream(cells).forEach(moved::set);
        }
    }
}
