package org.tipstats.validate.table;

import org.tipstats.validate.findings.Rule;

/** A rule about the rows of a file, merged with the current data. */
public interface RowRule extends Rule {

    /**
     * Returns whether the structure and the data have anything that the rule can compare. If not, a report lists the
     * rule as not run, and not as passed.
     */
    default boolean applies(RowTable rows, RuleSettings settings) {
        return true;
    }

    /**
     * Reports every fault, in an order that depends only on the rows.
     *
     * @param findings receives the findings of this rule and gives the settings of this rule
     */
    void check(RowTable rows, RowFindings findings);
}
