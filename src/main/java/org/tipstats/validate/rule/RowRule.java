package org.tipstats.validate.rule;

import org.tipstats.validate.findings.FindingSink;

/** A rule over the rows of a file, merged with what the file would change. */
interface RowRule extends Rule {

    /**
     * Whether there is anything that the rule may compare: the dimensions that it is about, and the data. What does not
     * apply is told as not run, not as passed.
     */
    default boolean applies(RowTable rows, RuleSettings settings) {
        return true;
    }

    /** Puts every fault into the sink, in an order that depends on the rows alone. */
    void check(RowTable rows, RuleSettings settings, FindingSink findings);
}
