package org.tipstats.validate.rule;

/** A rule over the cells of one row. */
interface CellRule extends Rule {

    /** Reports every fault of the row; a row without any flagged cell must cost next to nothing. */
    void check(RowContext row);
}
