package org.tipstats.validation;

import org.tipstats.report.FindingSink;

/** A rule over the rows of a file, merged with what the file would change. */
interface RowRule extends Rule {

    /** Puts every fault into the sink, in an order that depends on the rows alone. */
    void check(RowTable rows, RuleSettings settings, FindingSink findings);
}
