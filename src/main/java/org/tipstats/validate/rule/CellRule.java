package org.tipstats.validate.rule;

/** A rule about the cells of one row. */
interface CellRule extends Rule {

    /** Reports every fault of the row. For a row without flagged cells the check must cost almost nothing. */
    void check(RowContext row);
}
