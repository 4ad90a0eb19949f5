package org.tipstats.collect.justify;

import java.util.Optional;

/** Counts the findings that a justification covers, and keeps the key that they share. */
final class CoveredFindings {

    private long count;
    private KeyPattern key;
    private boolean ofSeveralKeys;

    void add(KeyPattern ofFinding) {
        count++;
        ofSeveralKeys |= key != null && !key.equals(ofFinding);
        key = ofFinding;
    }

    /** Adds findings without looking at their keys. */
    void addAll(long findings) {
        count += findings;
        ofSeveralKeys = true;
    }

    long count() {
        return count;
    }

    /** Returns the key of all findings; empty if they have several keys or if there are no findings. */
    Optional<KeyPattern> key() {
        return ofSeveralKeys ? Optional.empty() : Optional.ofNullable(key);
    }
}
