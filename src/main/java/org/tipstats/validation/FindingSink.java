package org.tipstats.validation;

/** Where rules put what they find. */
@FunctionalInterface
interface FindingSink {
    void add(Finding finding);
}
