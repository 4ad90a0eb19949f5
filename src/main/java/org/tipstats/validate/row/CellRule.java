package org.tipstats.validate.row;

import org.tipstats.validate.findings.Rule;

/** A rule about the cells of one row. */
public interface CellRule extends Rule {

    /** Reports every fault of the row. For a row without flagged cells the check must cost almost nothing. */
    void check(RowContext row);
}
