package org.tipstats.protect.suppress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.CellSystem.Role;
import org.tipstats.protect.cells.Move;

/**
 * Searches for tables that differ from the true table in many sensitive cells at once. One linear program rewards the
 * change of sensitive cells and charges for hiding open cells. It replaces thousands of programs for single cells, and
 * it finds cells that protect several sensitive cells.
 *
 * <p>The program needs the direction of each change in advance: up or down. Each round chooses new directions for the
 * cells that have not changed yet. Where possible, the changes in a line offset each other.
 */
final class JointSearch {

    private static final int MAX_ROUNDS = 24;

    /** The reward for changing a cell, in the first round. Cells whose price is higher than the reward do not change; an ordinary cell has about the price 1. */
    private static final double REWARD = 20;

    /** The reward grows after a round that finds moves for less than this share of the remaining cells. */
    private static final double MIN_MOVED_SHARE = 0.4;

    private static final double REWARD_GROWTH = 2;

    /** The program is solved again at most this many times, each time after some fractions were rounded down. */
    private static final int MAX_DIVES = 40;

    /** At most this many fractions are rounded down before the program is solved again; see the next constant. */
    private static final int FRACTIONS_PER_DIVE = 3;

    /** For each group of this many remaining cells, one more fraction may be rounded down at a time. */
    private static final int CELLS_PER_FRACTION = 50;

    /** The search ends after this many rounds in a row without a move for any remaining cell. */
    private static final int MAX_IDLE_ROUNDS = 4;

    private static final double TOLERANCE = 1e-6;

    /**
     * The price of changing a hidden cell, relative to the usual price. With a lower price, moves change more cells,
     * and the solver takes longer.
     */
    private static final double HIDDEN_PRICE = 0.05;

    /** A hidden cell that can rise and fall by this much is substituted: it can nearly always make a line hold. */
    private static final long MIN_SLACK = 3;

    /** Each price rises by a random share up to this. Few answers are then equally good, so the solver ends sooner. */
    private static final double PRICE_SPREAD = 0.3;

    /** Each reward rises by a random share up to this, for the same purpose as {@link #PRICE_SPREAD}. */
    private static final double REWARD_SPREAD = 0.5;

    private final CellSystem system;
    private final MovePool pool;
    private final SplittableRandom chance;
    private final BitSet hidden = new BitSet();
    private final BitSet moved = new BitSet();
    private final List<Move> moves = new ArrayList<>();
    private final double usual;
    private final boolean onlyHidden;

    /** @param onlyHidden true to hide no further cells: the moves change only cells that are hidden already */
    JointSearch(MovePool pool, long seed, boolean onlyHidden) {
        this.onlyHidden = onlyHidden;
        this.pool = pool;
        this.system = pool.system();
        this.chance = new SplittableRandom(seed);
        this.hidden.or(pool.hidden());
        system.cells(Role.SENSITIVE).filter(pool::isProven).forEach(moved::set);
        this.usual = system.usualWeight();
    }

    /** Returns the cells that must be hidden so that all moves found are possible. */
    BitSet hidden() {
        return hidden;
    }

    List<Move> moves() {
        return moves;
    }

    JointSearch run() {
        double reward = REWARD;
        int idle = 0;
        int[] left = notMoved();
        for (int round = 0; round < MAX_ROUNDS && idle < MAX_IDLE_ROUNDS && left.length > 0; round++) {
            solve(left, reward);
            int before = left.length;
            left = notMoved();
            idle = left.length < before ? 0 : idle + 1;
            reward *= left.length < before * (1 - MIN_MOVED_SHARE) ? 1 : REWARD_GROWTH;
        }
        return this;
    }

    private int[] notMoved() {
        return system.cells(Role.SENSITIVE).filter(cell -> !moved.get(cell)).toArray();
    }

    /** Returns the direction in which each remaining cell should change, 1 or -1, and 0 for all other cells. */
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
            for (int line : system.linesOf(cell)) {
                surplus[line] += directions[cell] * system.line(line).timesOf(cell);
            }
        }
        return directions;
    }

    private int direction(int cell, int[] surplus) {
        if (system.down(cell) == 0 || system.up(cell) == 0) {
            return system.down(cell) == 0 ? 1 : -1;
        }
        int more = 0;
        for (int line : system.linesOf(cell)) {
            int coefficient = system.line(line).timesOf(cell);
            more += Math.abs(surplus[line] + coefficient) - Math.abs(surplus[line] - coefficient);
        }
        boolean up = more == 0 ? chance.nextBoolean() : more < 0;
        return up ? 1 : -1;
    }

    private void solve(int[] left, double reward) {
        int[] directions = directions(left);
        double[] prices = prices();
        BitSet still = new BitSet();
        BitSet closing = new BitSet();
        for (int cell = 0; cell < prices.length; cell++) {
            still.set(cell, staysStill(cell, prices[cell], reward));
            closing.set(cell, hidden.get(cell) && directions[cell] == 0 && hasSlack(cell));
        }
        try (MoveSolver solver = new MoveSolver(system, new Substitution(system, still, closing))) {
            for (int cell = 0; cell < prices.length; cell++) {
                if (!still.get(cell) && !solver.isSubstituted(cell)) {
                    solver.offer(cell, prices[cell]);
                    if (directions[cell] != 0) {
                        solver.reward(cell, directions[cell], reward * (1 + REWARD_SPREAD * chance.nextDouble()));
                    }
                }
            }
            double[] changes = inWholeNumbers(solver, FRACTIONS_PER_DIVE + left.length / CELLS_PER_FRACTION);
            if (changes != null) {
                take(changes);
            }
        }
    }

    /**
     * Returns true if a cell must not change. Cells that cost more than the reward stay out, so that programs are
     * small.
     */
    private boolean staysStill(int cell, double price, double reward) {
        return system.role(cell) == Role.KNOWN || price > reward || onlyHidden && !hidden.get(cell);
    }

    private double[] prices() {
        double[] prices = new double[system.size()];
        for (int cell = 0; cell < prices.length; cell++) {
            double price = hidden.get(cell) ? HIDDEN_PRICE : system.weight(cell) / usual;
            prices[cell] = price * (1 + PRICE_SPREAD * chance.nextDouble());
        }
        return prices;
    }

    private boolean hasSlack(int cell) {
        return system.down(cell) <= -MIN_SLACK && system.up(cell) >= MIN_SLACK;
    }

    /**
     * Solves the program, limits some fractional changes to smaller whole numbers, and solves it again, step by step.
     * Returns null if fractions remain or the solver gives no answer.
     */
    private double[] inWholeNumbers(MoveSolver solver, int few) {
        double[] changes = pool.seen(solver.best());
        for (int dive = 0; dive < MAX_DIVES && changes != null; dive++) {
            if (solver.roundDown(changes, few) == 0) {
                return changes;
            }
            changes = pool.seen(solver.best());
        }
        return null;
    }

    /** Splits an answer into parts that share no line, and takes each part as a separate move. */
    private void take(double[] changes) {
        int[] all = IntStream.range(0, changes.length)
                .filter(cell -> Math.abs(changes[cell]) > TOLERANCE)
                .toArray();
        for (Components.Part part : Components.of(system.part(all))) {
            take(changes, Arrays.stream(part.cells()).map(place -> all[place]).toArray());
        }
    }

    private void take(double[] changes, int[] cells) {
        Move move = new Move(
                cells,
                Arrays.stream(cells)
                        .mapToLong(cell -> Math.round(changes[cell]))
                        .toArray());
        if (move.isPossible(system)) {
            moves.add(move);
            Arrays.stream(cells).forEach(hidden::set);
            Arrays.stream(cells).forEach(moved::set);
        }
    }
}
