package org.tipstats.validate.findings;

import java.util.function.Supplier;
import org.tipstats.validate.findings.Finding.Outline;

/**
 * Receives findings. A file may have a million findings, most of which are only counted. A rule that may report many
 * therefore passes a supplier, which the sink calls only if it needs the finding.
 */
@FunctionalInterface
public interface FindingSink {

    void add(Finding finding);

    /** Adds a finding. Calls the supplier before this method returns, or never. */
    default void add(Outline outline, Supplier<Finding> finding) {
        add(finding.get());
    }

    /**
     * Adds a finding that may be made later, more than once, and by another thread. All findings that are added in this
     * way for one rule and line must have the same column, record, value and key. They stay in their order.
     */
    default void keep(Outline outline, Supplier<Finding> finding) {
        add(finding.get());
    }
}
