package org.tipstats.files.csv;

import java.util.BitSet;

/**
 * A record of a file as received.
 *
 * @param line the physical line on which it starts, as an editor shows it, from 1
 * @param record the number of the data record, from 1; 0 for the header
 * @param cells the texts of its cells
 * @param guarded the cells whose leading apostrophe was taken off, as {@link FormulaText} puts it; null for none
 */
public record RawRow(int line, int record, String[] cells, BitSet guarded) {

    /** A row as it stands in the file. */
    public RawRow(int line, int record, String[] cells) {
        this(line, record, cells, null);
    }

    /** The row with other cells in the same places, such as fewer. */
    public RawRow withCells(String[] other) {
        return new RawRow(line, record, other, guarded);
    }

    /** The text of a cell with the apostrophe that was taken off. */
    public String received(int cell) {
        return guarded != null && guarded.get(cell) ? "'" + cells[cell] : cells[cell];
    }

    /** Whether no cell holds anything but blanks. */
    public boolean isBlank() {
        return isBlank(new boolean[0]);
    }

    /** Whether no cell holds anything but blanks, cells of ignored columns aside. */
    public boolean isBlank(boolean[] ignored) {
        for (int i = 0; i < cells.length; i++) {
            boolean counts = i >= ignored.length || !ignored[i];
            if (counts && !cells[i].isBlank()) {
                return false;
            }
        }
        return true;
    }
}
