package org.tipstats.collect.mappings;

import java.time.Instant;
import java.util.List;

/**
 * A version of a mapping as it is stored.
 *
 * @param dataflows the ids of the dataflows of its figures
 * @param content the mapping as a structure message; empty in lists
 * @param retiredAt null for a mapping in use
 */
record StoredMapping(
        String id,
        int version,
        String name,
        String area,
        List<String> dataflows,
        Instant savedAt,
        String savedBy,
        Instant retiredAt,
        String content) {

    boolean isRetired() {
        return retiredAt != null;
    }
}
