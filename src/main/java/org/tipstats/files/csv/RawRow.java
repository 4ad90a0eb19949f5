package org.tipstats.files.csv;

import java.util.BitSet;
import org.tipstats.vocabulary.names.CellText;

/**
 * A record of a file as received.
 *
 * @param line the number of the physical line on which the record starts, as an editor shows it, from 1
 * @param record the number of the data record, from 1; 0 for the header, and if a reader does not count records
 * @param cells the texts of the cells of the record
 * @param guarded the cells from which the apostrophe of {@link FormulaGuard} was removed; null if no cell had such an
 *     apostrophe
 */
public record RawRow(int line, int record, String[] cells, BitSet guarded) {

    /** Creates a row from which no apostrophe was removed. */
    public RawRow(int line, int record, String[] cells) {
        this(line, record, cells, null);
    }

    /** Creates a row from cells as received. Removes the apostrophes of {@link FormulaGuard}, and changes the array. */
    public static RawRow unguarded(int line, int record, String[] cells) {
        BitSet guarded = null;
        for (int i = 0; i < cells.length; i++) {
            String plain = FormulaGuard.unguard(cells[i]);
            if (plain.length() != cells[i].length()) {
                guarded = guarded == null ? new BitSet() : guarded;
                guarded.set(i);
                cells[i] = plain;
            }
        }
        return new RawRow(line, record, cells, guarded);
    }

    /**
     * Returns a copy of the row with the given cells. Each cell must have the same index as before; the copy may have
     * fewer cells.
     */
    public RawRow withCells(String[] other) {
        return new RawRow(line, record, other, guarded);
    }

    /** Returns the text of a cell as received: if an apostrophe was removed, the text has it again. */
    public String received(int cell) {
        return guarded != null && guarded.get(cell) ? "'" + cells[cell] : cells[cell];
    }

    public boolean isBlank() {
        return isBlank(new boolean[0]);
    }

    /** Returns whether all cells outside of the ignored columns are blank. */
    public boolean isBlank(boolean[] ignored) {
        for (int i = 0; i < cells.length; i++) {
            boolean counts = i >= ignored.length || !ignored[i];
            if (counts && !CellText.isBlank(cells[i])) {
                return false;
            }
        }
        return true;
    }
}
