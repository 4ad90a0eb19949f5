package org.tipstats.protect.cells;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The difference between the true table and another table that an intruder cannot distinguish from it: some cells
 * change, but all lines still hold. So a move proves that an intruder cannot know the cells that change. The changes
 * are whole numbers, so a move can be checked by addition. Moves are confidential.
 *
 * @param cells the cells that change, ascending
 * @param changes the change of each of these cells, never 0
 */
public record Move(int[] cells, long[] changes) {

    /**
     * The largest change of a cell. A larger change is an error of a solver. The limit also keeps sums of changes from
     * overflowing.
     */
    private static final long MAX_CHANGE = 1L << 40;

    /** Creates a move from the changes of all cells of a system. Cells with the change 0 are left out. */
    public static Move of(long[] changes) {
        int[] cells = IntStream.range(0, changes.length)
                .filter(cell -> changes[cell] != 0)
                .toArray();
        return new Move(
                cells, Arrays.stream(cells).mapToLong(cell -> changes[cell]).toArray());
    }

    /** Returns the same move after cell i gets the number {@code numbers[i]}. These numbers must be ascending. */
    public Move in(int[] numbers) {
        return new Move(Arrays.stream(cells).map(cell -> numbers[cell]).toArray(), changes);
    }

    public boolean contains(int cell) {
        return Arrays.binarySearch(cells, cell) >= 0;
    }

    /**
     * Returns true if every changed cell is hidden. If {@link #holdsIn} is also true, an intruder must consider the
     * changed table possible.
     */
    public boolean isAmong(BitSet hidden) {
        return Arrays.stream(cells).allMatch(hidden::get);
    }

    /** Returns true if every changed cell stays within its bounds, and all lines still hold. The check is exact. */
    public boolean holdsIn(CellSystem system) {
        for (int i = 0; i < cells.length; i++) {
            if (changes[i] < Math.max(-MAX_CHANGE, system.down(cells[i]))
                    || changes[i] > Math.min(MAX_CHANGE, system.up(cells[i]))) {
                return false;
            }
        }
        return keepsLines(system);
    }

    /**
     * Returns true if the move is possible once all cells that it changes are hidden. A known cell cannot be hidden.
     */
    public boolean isPossible(CellSystem system) {
        return Arrays.stream(cells).noneMatch(cell -> system.role(cell) == CellSystem.Role.KNOWN) && holdsIn(system);
    }

    private boolean keepsLines(CellSystem system) {
        long[] lines = linesWithPlaces(system);
        long sum = 0;
        for (int i = 0; i < lines.length; i++) {
            int line = (int) (lines[i] >>> Integer.SIZE);
            int place = (int) lines[i];
            sum = Math.addExact(sum, system.line(line).timesOf(cells[place]) * changes[place]);
            boolean isLast = i + 1 == lines.length || (int) (lines[i + 1] >>> Integer.SIZE) != line;
            if (isLast && sum != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns one number for each line of each changed cell, ascending. The upper half of a number is the line, the
     * lower half is the place of the cell in this move.
     */
    private long[] linesWithPlaces(CellSystem system) {
        return IntStream.range(0, cells.length)
                .mapToObj(place -> Arrays.stream(system.linesOf(cells[place]))
                        .mapToLong(line -> (long) line << Integer.SIZE | place))
                .flatMapToLong(lines -> lines)
                .sorted()
                .toArray();
    }
}
