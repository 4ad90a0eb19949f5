package org.tipstats.collect.receive;

import java.util.Optional;

/** How many findings fall under a justification, and the key that they share. */
final class CoveredFindings {

    private long count;
    private KeyPattern key;
    private boolean ofSeveralKeys;

    void add(KeyPattern ofFinding) {
        count++;
        ofSeveralKeys |= key != null && !key.equals(ofFinding);
        key = ofFinding;
    }

    /** Adds so many, of keys that don't matter. */
    void addAll(long findings) {
        count += findings;
        ofSeveralKeys = true;
    }

    long count() {
        return count;
    }

    /** The key of them all; empty where they have several, or none. */
    Optional<KeyPattern> key() {
        return ofSeveralKeys ? Optional.empty() : Optional.ofNullable(key);
    }
}
