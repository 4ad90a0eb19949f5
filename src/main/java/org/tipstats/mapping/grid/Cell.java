package org.tipstats.mapping.grid;

import org.tipstats.mapping.grid.Sheet.Addressing;

/**
 * A cell of a sheet by its position. A table has many cells, so the address is made only when it is needed.
 *
 * @param column the column, from 0; 0 in a sheet whose cells are addressed by line alone
 */
public record Cell(Sheet sheet, int line, int column) {

    public Cell {
        column = sheet.addressing() == Addressing.LINES ? 0 : column;
    }

    @Override
    public String toString() {
        return sheet.address(line, column);
    }
}
