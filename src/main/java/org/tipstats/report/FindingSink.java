package org.tipstats.report;

/** Receives the findings of rules. */
@FunctionalInterface
public interface FindingSink {
    void add(Finding finding);
}
