package org.tipstats.csv;

/**
 * A record of a file as received.
 *
 * @param line the physical line on which it starts, as an editor shows it, from 1
 * @param record the number of the data record, from 1; 0 for the header
 * @param cells the texts of its cells
 */
public record RawRow(int line, int record, String[] cells) {

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
