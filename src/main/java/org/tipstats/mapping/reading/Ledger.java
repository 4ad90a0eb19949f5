package org.tipstats.mapping.reading;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.tipstats.mapping.grid.Cell;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.grid.Sheet;

/** Records what happens to each cell with a number: it is used, left out for a reason, or not understood. */
public final class Ledger {

    private static final String USED = "used";
    /** The fate of a cell that is not understood. A cell without a number has no fate. */
    private static final String NONE = "";

    private final List<Sheet> sheets;
    /** The fate of the cells of each row of a sheet, by column. */
    private final Map<Sheet, String[][]> fates = new IdentityHashMap<>();
    /** The sheet of the cell that was recorded last. Most cells are in the same sheet as the cell before. */
    private Sheet last;

    private String[][] rowsOfLast;

    /** @param sheets the sheets of a file with separated flags */
    public Ledger(List<Sheet> sheets) {
        this.sheets = sheets;
        for (Sheet sheet : sheets) {
            String[][] rows = new String[sheet.rows().size()][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = fates(sheet, sheet.rows().get(i));
            }
            fates.put(sheet, rows);
        }
    }

    private static String[] fates(Sheet sheet, Sheet.Row row) {
        String[] fates = new String[row.cells().length];
        for (int i = 0; i < fates.length; i++) {
            if (NumberStyle.looksNumeric(row.cells()[i])) {
                fates[new Cell(sheet, row.line(), i).column()] = NONE;
            }
        }
        return fates;
    }

    public void use(Cell cell) {
        set(cell.sheet(), cell.line(), cell.column(), USED);
    }

    /** @param cell the cell; null for a blank cell, which has no number */
    public void leaveOut(Cell cell, String reason) {
        if (cell != null) {
            leaveOut(cell.sheet(), cell.line(), cell.column(), reason);
        }
    }

    /** Leaves a cell out, unless it is used. */
    public void leaveOut(Sheet sheet, int line, int column, String reason) {
        set(sheet, line, sheet.addressing() == Sheet.Addressing.LINES ? 0 : column, reason);
    }

    private void set(Sheet sheet, int line, int column, String fate) {
        int row = sheet.indexOf(line);
        if (sheet != last) {
            last = sheet;
            rowsOfLast = fates.get(sheet);
        }
        String[] cells = row < 0 ? null : rowsOfLast[row];
        if (cells != null && column < cells.length && cells[column] != null && !USED.equals(cells[column])) {
            cells[column] = fate;
        }
    }

    /**
     * Passes each cell whose fate {@code wanted} accepts, with this fate, to the action. Keeps the order of the file.
     */
    private void forEach(Predicate<String> wanted, BiConsumer<Cell, String> action) {
        for (Sheet sheet : sheets) {
            String[][] rows = fates.get(sheet);
            for (int i = 0; i < rows.length; i++) {
                for (int column = 0; column < rows[i].length; column++) {
                    if (rows[i][column] != null && wanted.test(rows[i][column])) {
                        action.accept(new Cell(sheet, sheet.rows().get(i).line(), column), rows[i][column]);
                    }
                }
            }
        }
    }

    private int count(Predicate<String> wanted) {
        int count = 0;
        for (String[][] rows : fates.values()) {
            for (String[] row : rows) {
                for (String fate : row) {
                    count += fate != null && wanted.test(fate) ? 1 : 0;
                }
            }
        }
        return count;
    }

    /** Returns the number of cells with numbers. */
    public int numeric() {
        return count(fate -> true);
    }

    public int used() {
        return count(USED::equals);
    }

    /** Returns the cells that were left out, by reason. */
    public Map<String, List<String>> leftOut() {
        return leftOut(reason -> true);
    }

    /** Returns the cells that were left out for some reasons, by reason. */
    public Map<String, List<String>> leftOut(Predicate<String> reasons) {
        Map<String, List<String>> byReason = new TreeMap<>();
        forEach(
                fate -> !fate.equals(NONE) && !fate.equals(USED) && reasons.test(fate),
                (cell, fate) -> byReason.computeIfAbsent(fate, none -> new ArrayList<>())
                        .add(cell.toString()));
        return byReason;
    }

    public List<String> notUnderstood() {
        List<String> cells = new ArrayList<>();
        forEach(NONE::equals, (cell, fate) -> cells.add(cell.toString()));
        return List.copyOf(cells);
    }
}
