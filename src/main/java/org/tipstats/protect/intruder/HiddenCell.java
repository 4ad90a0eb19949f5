package org.tipstats.protect.intruder;

import java.util.OptionalLong;

/**
 * A published cell without its value.
 *
 * @param unknown the index of the cell's unknown
 * @param cell the description of the cell
 * @param shownElsewhere the value of the cell, if another release shows this value
 */
record HiddenCell(int unknown, ExposedCell cell, OptionalLong shownElsewhere) {

    ExposedCell exposed(OptionalLong value) {
        return new ExposedCell(cell.release(), cell.table(), cell.area(), cell.key(), cell.masked(), value);
    }

    HiddenCell shown(long value) {
        return new HiddenCell(unknown, cell, OptionalLong.of(value));
    }
}
