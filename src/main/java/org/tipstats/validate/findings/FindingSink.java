package org.tipstats.validate.findings;

/** Receives the findings of rules. */
@FunctionalInterface
public interface FindingSink {
    void add(Finding finding);
}
