package org.tipstats.validate.row;

import org.tipstats.validate.findings.Rule;

/** A rule about the cells of one row. */
public interface CellRule extends Rule {

    /** Reports every fault of the row. The check of a row without flagged cells must take almost no time. */
    void check(RowContext row);
}
