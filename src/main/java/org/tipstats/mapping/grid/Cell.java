package org.tipstats.mapping.grid;

import org.tipstats.mapping.grid.Sheet.Addressing;

/**
 * A cell of a sheet by its position. A table has as many figures as cells, so the address is written only where somebody
 * reads it.
 *
 * @param column the column, from 0; 0 in a sheet whose cells are addressed by line alone
 */
public record Cell(Sheet sheet, int line, int column) {

    public Cell {
        column = sheet.addressing() == Addressing.LINES ? 0 : column;
    }

    /** Returns the address. */
    @Override
    public String toString() {
        return sheet.address(line, column);
    }
}
