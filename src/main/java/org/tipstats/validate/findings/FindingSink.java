package org.tipstats.validate.findings;

/** Where rules put what they find. */
@FunctionalInterface
public interface FindingSink {
    void add(Finding finding);
}
