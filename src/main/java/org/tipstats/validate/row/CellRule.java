package org.tipstats.validate.row;

import org.tipstats.validate.findings.Rule;

/** A rule about the cells of one row. */
public interface CellRule extends Rule {

    /**
     * Reports every fault of the row. Most rows have no cell that {@link RowParser} flagged as faulty; their check must
     * take almost no time.
     */
    void check(RowContext row);
}
