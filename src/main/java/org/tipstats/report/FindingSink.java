package org.tipstats.report;

/** Where rules put what they find. */
@FunctionalInterface
public interface FindingSink {
    void add(Finding finding);
}
