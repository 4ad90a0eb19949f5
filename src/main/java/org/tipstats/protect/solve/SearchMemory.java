package org.tipstats.protect.solve;

import java.util.Optional;

/**
 * Remembers the results of long searches, so that an interrupted search can continue. Thread-safe. The results are
 * confidential.
 */
public interface SearchMemory {

    /** Remembers nothing: each search runs again. */
    SearchMemory NONE = new SearchMemory() {
        @Override
        public Optional<byte[]> find(String digest) {
            return Optional.empty();
        }

        @Override
        public void keep(String digest, byte[] result) {}
    };

    /**
     * Returns the result of a search that was done before.
     *
     * @param digest the hash of all data that the result depends on
     */
    Optional<byte[]> find(String digest);

    void keep(String digest, byte[] result);
}
